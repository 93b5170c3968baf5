using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using System.Text.Json.Nodes;
using System.Xml;

namespace Edgewise.EngineHost;

/// <summary>Builds a .NET value from `{ "type": FullName, "value": text }` (Describe's own form), arrays and maps included.</summary>
internal static class TypedValue
{
    /// <summary>Reads one typed value. Throws <see cref="FormatException"/> for a type it does not know.</summary>
    public static object? Read(JsonNode? node)
    {
        var typed = node!.AsObject();
        var type = (string)typed["type"]!;
        if (type == "null") return null;
        if (type == "array") return typed["items"]!.AsArray().Select(Read).ToArray();
        if (type == "map") return Map(typed["entries"]!.AsArray());
        if (type == "object") return Object(typed["properties"]!.AsObject());
        return Scalar(type, Unescape((string)typed["value"]!));
    }

    private static Hashtable Map(JsonArray entries)
    {
        var map = new Hashtable();
        foreach (var entry in entries) map.Add(Read(entry![0])!, Read(entry[1]));
        return map;
    }

    private static PSObject Object(JsonObject properties)
    {
        var built = new PSObject();
        foreach (var (name, value) in properties) built.Properties.Add(new PSNoteProperty(Unescape(name), Read(value)));
        return built;
    }

    private static object Scalar(string type, string text)
    {
        var invariant = CultureInfo.InvariantCulture;
        return type switch
        {
            "System.String" => text,
            "System.Boolean" => text == "true",
            "System.Management.Automation.SwitchParameter" => new SwitchParameter(text == "true"),
            "System.Char" => (char)int.Parse(text, invariant),
            "System.Byte" => byte.Parse(text, invariant),
            "System.SByte" => sbyte.Parse(text, invariant),
            "System.Int16" => short.Parse(text, invariant),
            "System.UInt16" => ushort.Parse(text, invariant),
            "System.Int32" => int.Parse(text, invariant),
            "System.UInt32" => uint.Parse(text, invariant),
            "System.Int64" => long.Parse(text, invariant),
            "System.UInt64" => ulong.Parse(text, invariant),
            "System.Decimal" => decimal.Parse(text, NumberStyles.Float, invariant),
            "System.Double" => text == "NaN" ? double.NaN : BitConverter.UInt64BitsToDouble(ulong.Parse(text, NumberStyles.HexNumber, invariant)),
            "System.Single" => text == "NaN" ? float.NaN : BitConverter.UInt32BitsToSingle(uint.Parse(text, NumberStyles.HexNumber, invariant)),
            "System.DateTime" => Time(text),
            "System.TimeSpan" => new TimeSpan(long.Parse(text, invariant)),
            "System.Byte[]" => Convert.FromHexString(text),
            "System.Guid" => Guid.Parse(text),
            "System.Uri" => new Uri(text, UriKind.RelativeOrAbsolute),
            "System.Version" => Version.Parse(text),
            "System.Xml.XmlDocument" => Document(text),
            "System.DayOfWeek" => Enum.Parse<DayOfWeek>(text),
            "System.Management.Automation.ScriptBlock" => ScriptBlock.Create(text),
            "System.Security.SecureString" => Secret(text),
            "System.Management.Automation.PSCredential" => new PSCredential(text.Split(' ')[0], Secret(text.Split(' ')[1])),
            _ => throw new FormatException($"no such test type: {type}"),
        };
    }

    private static DateTime Time(string text)
    {
        var parts = text.Split(':');
        var kind = Enum.Parse<DateTimeKind>(parts[0]);
        var ticks = long.Parse(parts[1], CultureInfo.InvariantCulture);
        return kind == DateTimeKind.Local ? new DateTime(ticks, DateTimeKind.Utc).ToLocalTime() : new DateTime(ticks, kind);
    }

    private static XmlDocument Document(string text)
    {
        var document = new XmlDocument();
        document.LoadXml(text);
        return document;
    }

    private static SecureString Secret(string text)
    {
        var secret = new SecureString();
        foreach (var unit in text) secret.AppendChar(unit);
        secret.MakeReadOnly();
        return secret;
    }

    /// <summary>The inverse of <see cref="Describe.Text"/>.</summary>
    private static string Unescape(string text) =>
        System.Text.RegularExpressions.Regex.Replace(
            text,
            @"\\u([0-9a-f]{4})",
            match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
}
