using System.Management.Automation;

namespace Edgewise.EngineHost.Cmdlets;

/// <summary>Objects of every shape: note properties, nesting, shared and cyclic references.</summary>
internal static class Shapes
{
    /// <summary>A custom object of the given note properties, in order.</summary>
    public static PSObject Custom(params (string Name, object? Value)[] properties) => Noted(new PSObject(), properties);

    /// <summary>A value with note properties on it.</summary>
    public static PSObject Noted(object value, params (string Name, object? Value)[] notes)
    {
        var noted = PSObject.AsPSObject(value);
        foreach (var (name, note) in notes) noted.Properties.Add(new PSNoteProperty(name, note));
        return noted;
    }

    /// <summary>An object within an object, <paramref name="depth"/> times.</summary>
    public static PSObject Nested(int depth) =>
        Custom(("Depth", depth), ("Inner", depth == 0 ? null : Nested(depth - 1)), ("Items", new object[] { depth, "x" }));

    /// <summary>One object under two names: the second is written as a Ref.</summary>
    public static PSObject Twice()
    {
        var shared = Custom(("Name", "shared"));
        return Custom(("First", shared), ("Second", shared));
    }

    /// <summary>An object that holds itself.</summary>
    public static PSObject Cycle()
    {
        var cycle = Custom(("Name", "snake"));
        cycle.Properties.Add(new PSNoteProperty("Self", cycle));
        return cycle;
    }

    /// <summary>An object that claims other type names.</summary>
    public static PSObject Renamed(params string[] typeNames)
    {
        var renamed = Custom(("Name", "renamed"));
        renamed.TypeNames.Clear();
        foreach (var name in typeNames) renamed.TypeNames.Add(name);
        return renamed;
    }
}

/// <summary>A .NET class with properties of the kinds a settings object has; its ToString is its own.</summary>
public sealed class SampleSettings
{
    /// <summary>A text.</summary>
    public string Identity { get; } = "Global";

    /// <summary>A number.</summary>
    public int Limit { get; } = 3;

    /// <summary>An absent value.</summary>
    public bool? Enabled { get; }

    /// <summary>A list of texts.</summary>
    public List<string> Domains { get; } = ["a.example", "b.example"];

    /// <summary>An enum.</summary>
    public DayOfWeek Day { get; } = DayOfWeek.Monday;

    /// <summary>A property that cannot be read.</summary>
    public string Broken => throw new InvalidOperationException("unreadable");

    /// <inheritdoc/>
    public override string ToString() => "Settings of <Global>";
}
