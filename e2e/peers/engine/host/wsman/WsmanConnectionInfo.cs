using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Management.Automation.Remoting.Client;
using System.Management.Automation.Runspaces;

namespace Edgewise.EngineHost.Wsman;

/// <summary>Where and as whom: HTTPS only, one CA file, `basic` or `ntlm`.</summary>
internal sealed record WsmanTarget(Uri Url, string User, string Password, string Scheme, string CaFile);

/// <summary>Tells the engine's client to use <see cref="WsmanTransport"/>.</summary>
internal sealed class WsmanConnectionInfo(WsmanTarget target) : RunspaceConnectionInfo
{
    /// <inheritdoc/>
    public override string ComputerName
    {
        get => target.Url.Host;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override PSCredential? Credential { get; set; }

    /// <inheritdoc/>
    public override AuthenticationMechanism AuthenticationMechanism { get; set; }

    /// <inheritdoc/>
    public override string CertificateThumbprint
    {
        get => "";
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override RunspaceConnectionInfo Clone() => new WsmanConnectionInfo(target);

    /// <inheritdoc/>
    public override BaseClientSessionTransportManager CreateClientSessionTransportManager(
        Guid instanceId,
        string sessionName,
        PSRemotingCryptoHelper cryptoHelper) => new WsmanTransport(target, instanceId, cryptoHelper);
}
