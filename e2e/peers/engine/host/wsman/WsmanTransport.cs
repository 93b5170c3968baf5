using System.Management.Automation.Internal;
using System.Management.Automation.Remoting.Client;

namespace Edgewise.EngineHost.Wsman;

/// <summary>
/// Carries the engine's PSRP over WS-Management. The engine offers other transports its out-of-process lines; each is
/// translated to the verb Windows would send, and acknowledged when that verb is answered.
/// </summary>
internal sealed class WsmanTransport : ClientSessionTransportManagerBase
{
    private readonly WsmanBridge _bridge;

    /// <summary>Nothing is sent before <see cref="CreateAsync"/>.</summary>
    public WsmanTransport(WsmanTarget target, Guid runspaceId, PSRemotingCryptoHelper cryptoHelper)
        : base(runspaceId, cryptoHelper)
    {
        _bridge = new WsmanBridge(new WsmanVerbs(target, runspaceId), HandleDataReceived, HandleErrorDataReceived);
    }

    /// <inheritdoc/>
    public override void CreateAsync()
    {
        SetMessageWriter(new LineWriter(_bridge.Take));
        SendOneItem();
    }

    /// <inheritdoc/>
    protected override void CleanupConnection() => _bridge.Dispose();

    /// <inheritdoc/>
    protected override void Dispose(bool isDisposing)
    {
        base.Dispose(isDisposing);
        if (isDisposing) _bridge.Dispose();
    }
}
