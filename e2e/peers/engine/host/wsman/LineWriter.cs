using System.Text;

namespace Edgewise.EngineHost.Wsman;

/// <summary>The writer the engine writes its lines to. It only ever calls WriteLine and Flush.</summary>
internal sealed class LineWriter(Action<string> take) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        if (value is not null) take(value);
    }
}
