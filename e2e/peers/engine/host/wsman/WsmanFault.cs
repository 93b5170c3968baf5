using System.Globalization;
using System.Xml.Linq;

namespace Edgewise.EngineHost.Wsman;

/// <summary>A refusal: the WSManFault code as a signed number (0 when there is none), the HTTP status in the words.</summary>
internal sealed class WsmanFault(int code, string words) : Exception(words)
{
    /// <summary>f:WSManFault@Code.</summary>
    public int Code { get; } = code;

    /// <summary>Reads a fault envelope, or says that the body was none.</summary>
    public static WsmanFault Read(int status, string body)
    {
        if (!body.TrimStart().StartsWith('<')) return new WsmanFault(0, $"HTTP {status} without SOAP");
        var document = XDocument.Parse(body);
        var detail = document.Descendants(Envelope.Fault + "WSManFault").FirstOrDefault();
        var code = (string?)detail?.Attribute("Code");
        var words = document.Descendants(Envelope.Soap + "Text").FirstOrDefault()?.Value ?? "";
        return new WsmanFault(
            code is null ? 0 : unchecked((int)uint.Parse(code, CultureInfo.InvariantCulture)),
            $"HTTP {status} fault {code}: {words.Trim()}");
    }
}
