using System.Xml.Linq;

namespace Edgewise.EngineHost.Wsman;

/// <summary>SOAP 1.2 requests with the headers Windows sends (MS-WSMV 2.2.4, DSP0226).</summary>
internal sealed class Envelope(Uri url)
{
    public static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";
    public static readonly XNamespace Addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    public static readonly XNamespace Wsman = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
    public static readonly XNamespace Microsoft = "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd";
    public static readonly XNamespace Shell = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
    public static readonly XNamespace Transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
    public static readonly XNamespace Fault = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault";
    public static readonly XNamespace PowerShell = "http://schemas.microsoft.com/powershell";

    private const string ResourceUri = "http://schemas.microsoft.com/powershell/Microsoft.PowerShell";
    private readonly string _sessionId = NewId();

    /// <summary>Writes one request. No <paramref name="shellId"/> = no selector.</summary>
    public string Write(string action, XElement? body, string? shellId, params (string Name, string Value)[] options)
    {
        var header = new XElement(
            Soap + "Header",
            new XElement(Addressing + "To", url),
            Must(new XElement(Wsman + "ResourceURI", ResourceUri)),
            new XElement(Addressing + "ReplyTo", Must(new XElement(Addressing + "Address", Addressing.NamespaceName + "/role/anonymous"))),
            Must(new XElement(Addressing + "Action", action)),
            Must(new XElement(Wsman + "MaxEnvelopeSize", 512000)),
            new XElement(Addressing + "MessageID", NewId()),
            Language(Wsman + "Locale"),
            Language(Microsoft + "DataLocale"),
            new XElement(Microsoft + "SessionId", new XAttribute(Soap + "mustUnderstand", "false"), _sessionId),
            new XElement(Wsman + "OperationTimeout", "PT20S"));
        if (options.Length > 0)
        {
            header.Add(Must(new XElement(
                Wsman + "OptionSet",
                options.Select(option => new XElement(
                    Wsman + "Option",
                    new XAttribute("Name", option.Name),
                    option.Name == "protocolversion" ? new XAttribute("MustComply", "true") : null,
                    option.Value)))));
        }

        if (shellId is not null)
        {
            header.Add(new XElement(Wsman + "SelectorSet", new XElement(Wsman + "Selector", new XAttribute("Name", "ShellId"), shellId)));
        }

        return new XElement(
            Soap + "Envelope",
            new XAttribute(XNamespace.Xmlns + "s", Soap),
            new XAttribute(XNamespace.Xmlns + "a", Addressing),
            new XAttribute(XNamespace.Xmlns + "w", Wsman),
            new XAttribute(XNamespace.Xmlns + "p", Microsoft),
            header,
            new XElement(Soap + "Body", body)).ToString(SaveOptions.DisableFormatting);
    }

    private static string NewId() => $"uuid:{Guid.NewGuid().ToString().ToUpperInvariant()}";

    private static XElement Must(XElement element)
    {
        element.Add(new XAttribute(Soap + "mustUnderstand", "true"));
        return element;
    }

    private static XElement Language(XName name) =>
        new(name, new XAttribute(XNamespace.Xml + "lang", "en-US"), new XAttribute(Soap + "mustUnderstand", "false"));
}
