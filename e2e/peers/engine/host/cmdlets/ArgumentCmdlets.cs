using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Edgewise.EngineHost.Cmdlets;

/// <summary>Writes, as one line of JSON, what each value it was given is in the engine's eyes.</summary>
[Cmdlet(VerbsCommon.Show, "Argument")]
[OutputType(typeof(string))]
public sealed class ShowArgument : PSCmdlet
{
    /// <summary>Any value, as argument or as pipeline input.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Value { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Describe.Value(Value).ToJsonString());
}

/// <summary>Typed parameters: what the engine's binder made of the arguments, and which were bound.</summary>
[Cmdlet(VerbsCommon.Show, "Parameter")]
[OutputType(typeof(string), typeof(int))]
[Alias("shp")]
public sealed class ShowParameter : PSCmdlet
{
    /// <summary>A text, by position.</summary>
    [Parameter(Position = 0)]
    [Alias("T", "Words")]
    [AllowNull]
    [AllowEmptyString]
    public string? Text { get; set; }

    /// <summary>A number, by position.</summary>
    [Parameter(Position = 1)]
    public int Number { get; set; }

    /// <summary>A long number.</summary>
    [Parameter]
    public long Long { get; set; }

    /// <summary>A switch.</summary>
    [Parameter]
    public SwitchParameter Flag { get; set; }

    /// <summary>Texts.</summary>
    [Parameter]
    public string[]? Names { get; set; }

    /// <summary>An enum.</summary>
    [Parameter]
    public DayOfWeek Day { get; set; }

    /// <summary>A time.</summary>
    [Parameter]
    public DateTime When { get; set; }

    /// <summary>A span.</summary>
    [Parameter]
    public TimeSpan Span { get; set; }

    /// <summary>A map.</summary>
    [Parameter]
    public Hashtable? Map { get; set; }

    /// <summary>Three states.</summary>
    [Parameter]
    public bool? Optional { get; set; }

    /// <summary>An identifier.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var bound = new JsonObject();
        foreach (var (name, value) in MyInvocation.BoundParameters.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            bound[name] = value is SwitchParameter flag ? Describe.Value(flag.IsPresent)
                : value is Enum ? new JsonObject { ["type"] = value.GetType().FullName, ["value"] = value.ToString() }
                : Describe.Value(value);
        }

        WriteObject(bound.ToJsonString());
    }
}
