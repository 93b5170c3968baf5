using System.Management.Automation.Runspaces;
using System.Text.Json.Nodes;
using Edgewise.EngineHost.Wsman;

namespace Edgewise.EngineHost.Client;

/// <summary>The engine's own remoting client, driven by JSON requests. One runspace at a time.</summary>
internal sealed class EngineClient
{
    private const int PipeAttempts = 4;
    private static readonly TimeSpan PipePatience = TimeSpan.FromSeconds(10);
    private Runspace? _runspace;
    private ScriptedHost? _host;

    /// <summary>
    /// `open` (`pipe`, or `url`, `user`, `password`, `scheme`, `ca` and for a host its `answers`), `seen` (of that host), `run` (`commands`, `input`, `stopAfter`),
    /// `metadata` (`names`, `commandType`), `close`. Throws what the engine throws.
    /// </summary>
    public JsonNode Answer(JsonObject request) => (string)request["op"]! switch
    {
        "open" => Open(request),
        "run" => PipelineRun.Run(Opened(), request),
        "metadata" => PipelineRun.Metadata(Opened(), request),
        "close" => Close(),
        "seen" => Seen(),
        var other => throw new ArgumentException($"no such request: {other}"),
    };

    private Runspace Opened() => _runspace ?? throw new InvalidOperationException("open first");

    private JsonObject Open(JsonObject request)
    {
        Close();
        _runspace = request["pipe"] is { } pipe ? OpenPipe((string)pipe!) : OpenWsman(request);
        return new JsonObject { ["state"] = _runspace.RunspaceStateInfo.State.ToString() };
    }

    private Runspace OpenWsman(JsonObject request)
    {
        var answers = request["answers"]?.AsArray().Select(answer => (string)answer!);
        _host = answers is null ? null : new ScriptedHost(answers);
        var connection = new WsmanConnectionInfo(new WsmanTarget(
            new Uri((string)request["url"]!),
            (string)request["user"]!,
            (string)request["password"]!,
            (string)request["scheme"]!,
            (string)request["ca"]!));
        var runspace = _host is null ? RunspaceFactory.CreateRunspace(connection) : RunspaceFactory.CreateRunspace(_host, connection);
        runspace.Open();
        return runspace;
    }

    /// <summary>
    /// The engine's pipe serves one client and makes its socket anew for the next: who connects in between is accepted by
    /// nobody, and the engine's client then waits without end. Hence a deadline, and another try.
    /// </summary>
    private static Runspace OpenPipe(string name)
    {
        for (var attempt = 1; ; attempt++)
        {
            var runspace = RunspaceFactory.CreateRunspace(new NamedPipeConnectionInfo(name, 20_000));
            using var settled = new ManualResetEventSlim();
            runspace.StateChanged += (_, change) =>
            {
                if (change.RunspaceStateInfo.State is RunspaceState.Opened or RunspaceState.Broken) settled.Set();
            };
            runspace.OpenAsync();
            var answered = settled.Wait(PipePatience);
            if (runspace.RunspaceStateInfo.State == RunspaceState.Opened) return runspace;
            if (attempt == PipeAttempts)
                throw new TimeoutException(answered ? "the pipe broke" : "the pipe is silent", runspace.RunspaceStateInfo.Reason);
            // Disposing a runspace that is still opening waits for it: not on this thread.
            _ = Task.Run(runspace.Dispose);
        }
    }

    private JsonObject Seen() => new() { ["seen"] = new JsonArray([.. _host!.Seen.Select(line => (JsonNode)Describe.Text(line))]) };

    private JsonObject Close()
    {
        _runspace?.Dispose();
        _runspace = null;
        return new JsonObject { ["state"] = "Closed" };
    }
}
