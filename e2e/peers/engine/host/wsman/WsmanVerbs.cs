using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;

namespace Edgewise.EngineHost.Wsman;

/// <summary>What a Receive brought: base64 of each stream element, and whether the command is done.</summary>
internal sealed record Received(IReadOnlyList<string> Streams, bool Done);

/// <summary>The shell verbs of MS-WSMV over HTTPS. Throws <see cref="WsmanFault"/> with the server's code.</summary>
internal sealed class WsmanVerbs : IDisposable
{
    /// <summary>Signal codes; the first is misspelt by Windows and compared as it stands.</summary>
    public const string Interrupt = "powershell/signal/crtl_c";
    public const string Terminate = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/signal/Terminate";
    private const int OperationTimedOut = unchecked((int)2150858793);

    private readonly HttpClient _http;
    private readonly Uri _url;
    private readonly Guid _runspaceId;
    private readonly Envelope _envelope;
    private string _shellId = "";

    /// <summary>Connects at the first verb.</summary>
    public WsmanVerbs(WsmanTarget target, Guid runspaceId)
    {
        // PowerShell itself adds its version to the address.
        _url = new UriBuilder(target.Url) { Query = "PSVersion=7.6.9" }.Uri;
        _runspaceId = runspaceId;
        _envelope = new Envelope(_url);
        _http = new HttpClient(Handler(target)) { Timeout = TimeSpan.FromSeconds(90) };
    }

    /// <summary>Opens the shell with SESSION_CAPABILITY and INIT_RUNSPACEPOOL.</summary>
    public void Create(byte[] creationXml)
    {
        var shell = new XElement(
            Envelope.Shell + "Shell",
            new XAttribute("ShellId", _runspaceId.ToString().ToUpperInvariant()),
            new XElement(Envelope.Shell + "InputStreams", "stdin pr"),
            new XElement(Envelope.Shell + "OutputStreams", "stdout"),
            new XElement(Envelope.PowerShell + "creationXml", Convert.ToBase64String(creationXml)));
        var reply = Post(_envelope.Write(Envelope.Transfer.NamespaceName + "/Create", shell, null, ("protocolversion", "2.3")));
        _shellId = reply.Descendants(Envelope.Wsman + "Selector").Single(selector => (string?)selector.Attribute("Name") == "ShellId").Value;
    }

    /// <summary>Starts a command; its id is the pipeline's unless the server gives another.</summary>
    public string Command(string pipelineId, byte[] fragments)
    {
        var line = new XElement(
            Envelope.Shell + "CommandLine",
            new XAttribute("CommandId", pipelineId.ToUpperInvariant()),
            new XElement(Envelope.Shell + "Command"),
            new XElement(Envelope.Shell + "Arguments", Convert.ToBase64String(fragments)));
        return Post(Request("Command", line)).Descendants(Envelope.Shell + "CommandId").Single().Value;
    }

    /// <summary>Sends fragments to the shell or to a command.</summary>
    public void Send(string? commandId, string stream, byte[] fragments)
    {
        var element = new XElement(Envelope.Shell + "Stream", new XAttribute("Name", stream), Convert.ToBase64String(fragments));
        if (commandId is not null) element.Add(new XAttribute("CommandId", commandId));
        Post(Request("Send", new XElement(Envelope.Shell + "Send", element)));
    }

    /// <summary>Waits for output; an operation time-out is an empty answer.</summary>
    public async Task<Received> Receive(string? commandId, CancellationToken cancel)
    {
        var desired = new XElement(Envelope.Shell + "DesiredStream", "stdout");
        if (commandId is not null) desired.Add(new XAttribute("CommandId", commandId));
        var request = Request("Receive", new XElement(Envelope.Shell + "Receive", desired), ("WSMAN_CMDSHELL_OPTION_KEEPALIVE", "True"));
        try
        {
            var reply = await PostAsync(request, cancel);
            var state = (string?)reply.Descendants(Envelope.Shell + "CommandState").FirstOrDefault()?.Attribute("State");
            return new Received(
                [.. reply.Descendants(Envelope.Shell + "Stream").Select(stream => stream.Value).Where(data => data.Length > 0)],
                state is not null && state.EndsWith("/CommandState/Done", StringComparison.Ordinal));
        }
        catch (WsmanFault fault) when (fault.Code == OperationTimedOut)
        {
            return new Received([], false);
        }
    }

    /// <summary>Signals a command.</summary>
    public void Signal(string commandId, string code) =>
        Post(Request("Signal", new XElement(
            Envelope.Shell + "Signal",
            new XAttribute("CommandId", commandId),
            new XElement(Envelope.Shell + "Code", code))));

    /// <summary>Closes the shell, if there is one.</summary>
    public void Delete()
    {
        if (_shellId.Length > 0) Post(_envelope.Write(Envelope.Transfer.NamespaceName + "/Delete", null, _shellId));
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private string Request(string verb, XElement body, params (string Name, string Value)[] options) =>
        _envelope.Write($"{Envelope.Shell.NamespaceName}/{verb}", body, _shellId, options);

    private XDocument Post(string envelope) => PostAsync(envelope, CancellationToken.None).GetAwaiter().GetResult();

    private async Task<XDocument> PostAsync(string envelope, CancellationToken cancel)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(envelope));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/soap+xml;charset=UTF-8");
        using var reply = await _http.PostAsync(_url, content, cancel);
        var text = await reply.Content.ReadAsStringAsync(cancel);
        if (reply.IsSuccessStatusCode) return XDocument.Parse(text);
        throw WsmanFault.Read((int)reply.StatusCode, text);
    }

    private static SocketsHttpHandler Handler(WsmanTarget target)
    {
        var account = target.User.Split('\\');
        var credential = account.Length == 2
            ? new NetworkCredential(account[1], target.Password, account[0])
            : new NetworkCredential(target.User, target.Password);
        var scheme = target.Scheme switch { "basic" => "Basic", "ntlm" => "NTLM", var other => throw new ArgumentException(other) };
        var root = X509Certificate2.CreateFromPem(File.ReadAllText(target.CaFile));
        return new SocketsHttpHandler
        {
            Credentials = new CredentialCache { { new Uri(target.Url.GetLeftPart(UriPartial.Authority)), scheme, credential } },
            PreAuthenticate = scheme == "Basic",
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { root },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
    }
}
