using System.Management.Automation;

namespace Edgewise.EngineHost.Cmdlets;

/// <summary>Writes every sample, each as one output object; a null is an output too.</summary>
[Cmdlet(VerbsCommon.Get, "EveryType")]
public sealed class GetEveryType : PSCmdlet
{
    /// <summary>Only the sample of this name.</summary>
    [Parameter(Position = 0)]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var (name, value) in Samples.All())
        {
            if (Name is null || Name == name) WriteObject(value, enumerateCollection: false);
        }
    }
}

/// <summary>Writes the samples' names.</summary>
[Cmdlet(VerbsCommon.Get, "SampleName")]
[OutputType(typeof(string))]
public sealed class GetSampleName : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var (name, _) in Samples.All()) WriteObject(name);
    }
}

/// <summary>Writes Count rows, each of about Size characters.</summary>
[Cmdlet(VerbsCommon.Get, "Large")]
public sealed class GetLarge : PSCmdlet
{
    /// <summary>How many rows.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateRange(0, 1_000_000)]
    public int Count { get; set; }

    /// <summary>How long each row's text is.</summary>
    [Parameter]
    public int Size { get; set; } = 500;

    private bool _stopped;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        for (var row = 0; row < Count && !_stopped; row++)
        {
            WriteObject(Shapes.Custom(("Row", row), ("Text", new string((char)('a' + (row % 26)), Size))));
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopped = true;
}

/// <summary>Writes a first row, then nothing until it is stopped.</summary>
[Cmdlet(VerbsCommon.Get, "Slow")]
public sealed class GetSlow : PSCmdlet, IDisposable
{
    private readonly ManualResetEventSlim _stop = new();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        WriteObject("started");
        _stop.Wait(TimeSpan.FromMinutes(2));
        WriteObject("never seen after a stop");
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Set();

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();
}
