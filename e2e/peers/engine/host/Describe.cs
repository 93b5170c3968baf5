using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;

namespace Edgewise.EngineHost;

/// <summary>
/// Says what a value is in the engine's eyes, in plain JSON that the TypeScript side builds from its own value, so that
/// the two can be compared without either one's CLIXML. Numbers, times and bytes are given by value (ticks, bits, hex),
/// never as the serializer would write them.
/// </summary>
internal static class Describe
{
    private const int DepthLimit = 12;
    private const string Prefix = "Deserialized.";

    // What a reader kept of the sender's words is not public; PSObject.ToString and Properties mix it with .NET's own.
    private static readonly PropertyInfo SentText = Hidden("ToStringFromDeserialization");
    private static readonly PropertyInfo SentProperties = Hidden("AdaptedMembers");

    /// <summary>Describes any value; nesting beyond 12 is cut and says so.</summary>
    public static JsonNode Value(object? value) => Value(value, 0);

    /// <summary>Text in which every UTF-16 unit outside printable ASCII, and the backslash, is `\uXXXX`: JSON loses lone surrogates.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (unit is >= ' ' and <= '~' and not '\\') escaped.Append(unit);
            else escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }

        return escaped.ToString();
    }

    private static PropertyInfo Hidden(string name) =>
        typeof(PSObject).GetProperty(name, BindingFlags.Instance | BindingFlags.NonPublic)
        ?? throw new MissingMemberException(nameof(PSObject), name);

    private static JsonNode Value(object? value, int depth)
    {
        if (depth > DepthLimit) return new JsonObject { ["cut"] = true };
        var whole = value as PSObject;
        var core = whole?.BaseObject ?? value;
        if (core is null) return new JsonObject { ["type"] = "null" };
        if (Primitive(core) is not { } primitive) return Complex(whole ?? PSObject.AsPSObject(core), core, depth);
        // A number that was an enum keeps the enum's names; a string with notes keeps its notes.
        var sent = whole is null ? new JsonObject() : Sent(whole, core, depth);
        if (sent.Count == 0) return primitive;
        sent["base"] = primitive;
        return sent;
    }

    private static JsonObject Complex(PSObject whole, object core, int depth)
    {
        var described = Sent(whole, core, depth);
        switch (core)
        {
            case IDictionary dictionary:
                described["dictionary"] = Entries(dictionary, depth);
                break;
            case Queue or Stack:
                described["list"] = core is Queue ? "queue" : "stack";
                described["items"] = Items((IEnumerable)core, depth);
                break;
            case IEnumerable items:
                described["list"] = "list";
                described["items"] = Items(items, depth);
                break;
        }

        return described;
    }

    /// <summary>What an object carries beside its value: its sender's type names, its sender's ToString, properties.</summary>
    private static JsonObject Sent(PSObject whole, object core, int depth)
    {
        var described = new JsonObject();
        if (whole.TypeNames.FirstOrDefault()?.StartsWith(Prefix, StringComparison.Ordinal) == true)
        {
            described["types"] = new JsonArray([.. whole.TypeNames.Select(name => (JsonNode)Text(name.Replace(Prefix, "", StringComparison.Ordinal)))]);
        }

        if (SentText.GetValue(whole) is string text) described["text"] = Text(text);
        var properties = Properties(whole, core, depth);
        if (properties.Count > 0) described["properties"] = properties;
        return described;
    }

    private static JsonArray Items(IEnumerable items, int depth)
    {
        var described = new JsonArray();
        foreach (var item in items) described.Add(Value(item, depth + 1));
        return described;
    }

    private static JsonArray Entries(IDictionary dictionary, int depth)
    {
        var entries = new JsonArray();
        foreach (DictionaryEntry entry in dictionary)
        {
            entries.Add(new JsonArray(Value(entry.Key, depth + 1), Value(entry.Value, depth + 1)));
        }

        return entries;
    }

    /// <summary>Properties by name; of a list or a number only what was sent with it, not what .NET gives it (Count).</summary>
    private static JsonObject Properties(PSObject whole, object core, int depth)
    {
        var described = new JsonObject();
        var adapted = SentProperties.GetValue(whole) is IEnumerable<PSPropertyInfo> sent ? sent.Select(property => property.Name).ToHashSet() : [];
        foreach (var property in whole.Properties)
        {
            if (core is PSCustomObject || property is PSNoteProperty || adapted.Contains(property.Name))
            {
                described[Text(property.Name)] = Value(property.Value, depth + 1);
            }
        }

        return described;
    }

    private static JsonObject? Primitive(object core)
    {
        var invariant = CultureInfo.InvariantCulture;
        string? text = core switch
        {
            string value => Text(value),
            bool value => value ? "true" : "false",
            char value => ((int)value).ToString(invariant),
            byte or sbyte or short or ushort or int or uint or long or ulong => ((IFormattable)core).ToString("D", invariant),
            decimal value => value.ToString(invariant),
            double value => double.IsNaN(value) ? "NaN" : $"{BitConverter.DoubleToUInt64Bits(value):x16}",
            float value => float.IsNaN(value) ? "NaN" : $"{BitConverter.SingleToUInt32Bits(value):x8}",
            DateTime value => $"{value.Kind}:{(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value).Ticks.ToString(invariant)}",
            TimeSpan value => value.Ticks.ToString(invariant),
            byte[] value => Convert.ToHexStringLower(value),
            Guid value => value.ToString("D"),
            Uri value => Text(value.OriginalString),
            Version value => value.ToString(),
            SemanticVersion value => value.ToString(),
            XmlDocument value => Text(value.OuterXml),
            ScriptBlock value => Text(value.ToString()),
            SecureString value => value.Length.ToString(invariant),
            _ => null,
        };
        if (text is null || core is Enum) return null;
        return new JsonObject { ["type"] = core.GetType().FullName, ["value"] = text };
    }
}
