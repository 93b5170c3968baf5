using System.Management.Automation.Runspaces;
using System.Text.Json.Nodes;
using Edgewise.EngineHost.Wsman;

namespace Edgewise.EngineHost.Client;

/// <summary>The engine's own remoting client, driven by JSON requests. One runspace at a time.</summary>
internal sealed class EngineClient
{
    private Runspace? _runspace;

    /// <summary>
    /// `open` (`pipe`, or `url`, `user`, `password`, `scheme`, `ca`), `run` (`commands`, `input`, `stopAfter`),
    /// `metadata` (`names`, `commandType`), `close`. Throws what the engine throws.
    /// </summary>
    public JsonNode Answer(JsonObject request) => (string)request["op"]! switch
    {
        "open" => Open(request),
        "run" => PipelineRun.Run(Opened(), request),
        "metadata" => PipelineRun.Metadata(Opened(), request),
        "close" => Close(),
        var other => throw new ArgumentException($"no such request: {other}"),
    };

    private Runspace Opened() => _runspace ?? throw new InvalidOperationException("open first");

    private JsonObject Open(JsonObject request)
    {
        Close();
        RunspaceConnectionInfo target = request["pipe"] is { } pipe
            ? new NamedPipeConnectionInfo((string)pipe!, 20_000)
            : new WsmanConnectionInfo(new WsmanTarget(
                new Uri((string)request["url"]!),
                (string)request["user"]!,
                (string)request["password"]!,
                (string)request["scheme"]!,
                (string)request["ca"]!));
        _runspace = RunspaceFactory.CreateRunspace(target);
        _runspace.Open();
        return new JsonObject { ["state"] = _runspace.RunspaceStateInfo.State.ToString() };
    }

    private JsonObject Close()
    {
        _runspace?.Dispose();
        _runspace = null;
        return new JsonObject { ["state"] = "Closed" };
    }
}
