using System.Collections;
using System.Management.Automation;
using System.Xml;

namespace Edgewise.EngineHost.Cmdlets;

/// <summary>Every kind of value CLIXML knows (MS-PSRP 2.2.5.1 and 2.2.5.2), at its edges, each with a name.</summary>
internal static class Samples
{
    /// <summary>All samples in a fixed order.</summary>
    public static IEnumerable<(string Name, object? Value)> All() => [.. Scalars(), .. Texts(), .. Containers(), .. Objects()];

    private static IEnumerable<(string, object?)> Scalars()
    {
        yield return ("null", null);
        yield return ("true", true);
        yield return ("false", false);
        yield return ("char", 'x');
        yield return ("char zero", '\0');
        yield return ("char surrogate", '\uD83D');
        yield return ("byte", byte.MaxValue);
        yield return ("sbyte", sbyte.MinValue);
        yield return ("int16", short.MinValue);
        yield return ("uint16", ushort.MaxValue);
        yield return ("int32", int.MinValue);
        yield return ("int32 zero", 0);
        yield return ("uint32", uint.MaxValue);
        yield return ("int64", long.MinValue);
        yield return ("int64 beyond double", 9007199254740993L);
        yield return ("uint64", ulong.MaxValue);
        yield return ("single", float.MaxValue);
        yield return ("single third", 1f / 3);
        yield return ("single nan", float.NaN);
        yield return ("single infinity", float.NegativeInfinity);
        yield return ("double", Math.PI);
        yield return ("double largest", double.MaxValue);
        yield return ("double smallest", double.Epsilon);
        yield return ("double minus zero", -0.0);
        yield return ("double nan", double.NaN);
        yield return ("double infinity", double.PositiveInfinity);
        yield return ("double minus infinity", double.NegativeInfinity);
        yield return ("decimal", decimal.MaxValue);
        yield return ("decimal scale", 1.2300m);
        yield return ("decimal smallest", -0.0000000000000000000000000001m);
        yield return ("time utc", new DateTime(638_000_000_000_000_001, DateTimeKind.Utc));
        yield return ("time local", new DateTime(638_000_000_123_456_789, DateTimeKind.Local));
        yield return ("time unspecified", new DateTime(638_000_000_120_000_000, DateTimeKind.Unspecified));
        yield return ("time first", DateTime.MinValue);
        yield return ("time last", DateTime.MaxValue);
        yield return ("span thirty seconds", TimeSpan.FromSeconds(30));
        yield return ("span zero", TimeSpan.Zero);
        yield return ("span tick", TimeSpan.FromTicks(1));
        yield return ("span negative", -new TimeSpan(400, 3, 20, 0, 10));
        yield return ("span longest", TimeSpan.MaxValue);
        yield return ("span shortest", TimeSpan.MinValue);
        yield return ("bytes", new byte[] { 0, 1, 127, 128, 255 });
        yield return ("bytes none", Array.Empty<byte>());
        yield return ("guid", new Guid("00010203-0405-0607-0809-0a0b0c0d0e0f"));
        yield return ("uri", new Uri("https://pool.contoso.com/OcsPowershell?a=b&c=%20"));
        yield return ("version", new Version(6, 0, 9319, 0));
        yield return ("version short", new Version(2, 3));
        yield return ("xml", Document("<a b=\"1\"><c>&lt;d&gt; &amp; _x0041_</c></a>"));
        yield return ("script block", ScriptBlock.Create("Get-CsAllowedDomain | Where-Object { $_.Domain -eq 'a' }"));
    }

    private static IEnumerable<(string, object?)> Texts()
    {
        yield return ("text", "Contoso");
        yield return ("text none", "");
        yield return ("text spaces", "  two  spaces \t tab\r\nline ");
        yield return ("text markup", "<S N=\"x\">&amp;</S>]]>");
        yield return ("text escapes", "_x0041_ _X0041_ _x005F_x0041_ _x _X _xZZZZ_ _x00");
        yield return ("text every control", string.Concat(Enumerable.Range(0, 0xA1).Select(unit => (char)unit)));
        yield return ("text pair", "😀 \U0001F468\u200D\U0001F469");
        yield return ("text lone surrogates", "\uD83D a \uDE00 b \uDE00\uD83D");
        yield return ("text noncharacters", "\uFFFE\uFFFF\uFEFF\uFDD0");
        yield return ("text korean", "한국어 도메인");
        yield return ("text combining", "e\u0301 \u202E right");
    }

    private static IEnumerable<(string, object?)> Containers()
    {
        yield return ("array", new object?[] { 1, "two", null, 3L });
        yield return ("array of strings", new[] { "a", "b" });
        yield return ("array none", Array.Empty<object>());
        yield return ("array of arrays", new object[] { new object[] { 1, 2 }, new object[] { 3 } });
        yield return ("list", new List<int> { 1, 2, 3 });
        yield return ("array list", new ArrayList { "a", 1 });
        yield return ("queue", new Queue(new object[] { "first", "second", "third" }));
        yield return ("stack", new Stack(new object[] { "bottom", "middle", "top" }));
        yield return ("hashtable", new Hashtable { ["one"] = 1 });
        yield return ("hashtable number key", new Hashtable { [42L] = "answer" });
        yield return ("ordered", new System.Collections.Specialized.OrderedDictionary { ["z"] = 1, ["a"] = null, ["_x0041_"] = "A" });
        yield return ("dictionary", new Dictionary<string, object> { ["k"] = new[] { 1, 2 } });
        yield return ("set", new HashSet<string> { "only" });
    }

    private static IEnumerable<(string, object?)> Objects()
    {
        yield return ("enum", DayOfWeek.Friday);
        yield return ("enum flags", FileAttributes.ReadOnly | FileAttributes.Hidden);
        yield return ("enum wide", WideEnum.Far);
        yield return ("enum narrow", NarrowEnum.Two);
        yield return ("custom", Shapes.Custom(("Name", "fabrikam.com"), ("Count", 3), ("Nothing", null), ("Each_x0041_", "x")));
        yield return ("custom unicode names", Shapes.Custom(("도메인", "값"), ("a b", 1), ("tab\t", 2)));
        yield return ("text with note", Shapes.Noted("line", ("PSPath", "C:\\a.txt"), ("ReadCount", 1L)));
        yield return ("number with note", Shapes.Noted(7, ("Unit", "days")));
        yield return ("list with note", Shapes.Noted(new ArrayList { 1 }, ("Total", 1)));
        yield return ("deep", Shapes.Nested(4));
        yield return ("class", new SampleSettings());
        yield return ("same object twice", Shapes.Twice());
        yield return ("cycle", Shapes.Cycle());
        yield return ("type names", Shapes.Renamed("Contoso.Widget", "Contoso.Thing"));
        yield return ("semantic version", new SemanticVersion(7, 6, 9));
        yield return ("exception", new InvalidOperationException("refused <&>"));
        yield return ("address", System.Net.IPAddress.Parse("192.0.2.1"));
    }

    private static XmlDocument Document(string text)
    {
        var document = new XmlDocument();
        document.LoadXml(text);
        return document;
    }
}

/// <summary>An enum that does not fit Int32.</summary>
public enum WideEnum : long
{
    /// <summary>Zero.</summary>
    Near,

    /// <summary>Beyond Int32.</summary>
    Far = 1L << 40,
}

/// <summary>An enum of one byte.</summary>
public enum NarrowEnum : byte
{
    /// <summary>One.</summary>
    One = 1,

    /// <summary>Two.</summary>
    Two = 2,
}
