using System.Management.Automation;

// The engine alone has no Utility module. GET_COMMAND_METADATA's server half pipes Get-Command through Measure-Object
// and Select-Object by name, and the type names its clients see come from these: hence this namespace.
namespace Microsoft.PowerShell.Commands;

/// <summary>What Measure-Object answers with; only Count is filled.</summary>
public sealed class GenericMeasureInfo
{
    /// <summary>How many objects came.</summary>
    public int Count { get; init; }
}

/// <summary>Counts its input.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Object")]
[OutputType(typeof(GenericMeasureInfo))]
public sealed class MeasureObject : PSCmdlet
{
    private int _count;

    /// <summary>What is counted; a null is not.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _count += InputObject is null ? 0 : 1;

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(new GenericMeasureInfo { Count = _count });
}

/// <summary>Takes the first few objects, or the named properties of each.</summary>
[Cmdlet(VerbsCommon.Select, "Object")]
public sealed class SelectObject : PSCmdlet
{
    private int _seen;

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Properties to keep, by name.</summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>How many to pass; the rest is read and dropped.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? First { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null || (First is { } limit && _seen >= limit)) return;
        _seen++;
        WriteObject(Property is null ? InputObject : Selected(InputObject, Property));
    }

    private static PSObject Selected(PSObject source, object[] properties)
    {
        var selected = new PSObject();
        foreach (var property in properties)
        {
            var name = LanguagePrimitives.ConvertTo<string>(property);
            selected.Properties.Add(new PSNoteProperty(name, source.Properties[name]?.Value));
        }

        selected.TypeNames.Insert(0, "Selected." + source.BaseObject.GetType().FullName);
        return selected;
    }
}
