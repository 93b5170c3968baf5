using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Edgewise.EngineHost.Client;

/// <summary>Runs one pipeline through the engine's client and tells everything it saw.</summary>
internal static class PipelineRun
{
    /// <summary>
    /// Runs `commands` (`name`, `script`, `arguments` of `{ name?, value }`) with `input`, stopping after `stopAfter`
    /// outputs when it is given. `count` in place of `output` when `countOnly`.
    /// </summary>
    public static JsonObject Run(Runspace runspace, JsonObject request)
    {
        using var shell = PowerShell.Create();
        shell.Runspace = runspace;
        foreach (var command in request["commands"]!.AsArray()) Add(shell, command!.AsObject());
        return Finish(shell, request);
    }

    /// <summary>
    /// Sends GET_COMMAND_METADATA for `names`. Only Import-PSSession, of the Utility module we do not have, sends it by
    /// itself, so the engine is made to by the internal switch that Import-PSSession sets.
    /// </summary>
    public static JsonObject Metadata(Runspace runspace, JsonObject request)
    {
        using var shell = PowerShell.Create();
        shell.Runspace = runspace;
        shell.AddCommand("Get-Command")
            .AddParameter("Name", request["names"]!.AsArray().Select(name => (string)name!).ToArray())
            .AddParameter("CommandType", (CommandTypes)(int)request["commandType"]!);
        typeof(PowerShell)
            .GetProperty("IsGetCommandMetadataSpecialPipeline", BindingFlags.Instance | BindingFlags.NonPublic)!
            .SetValue(shell, true);
        return Finish(shell, request);
    }

    private static void Add(PowerShell shell, JsonObject command)
    {
        shell.Commands.AddCommand(new Command((string)command["name"]!, (bool?)command["script"] ?? false));
        foreach (var argument in command["arguments"]?.AsArray() ?? [])
        {
            var value = TypedValue.Read(argument!["value"]);
            if (argument["name"] is { } name) shell.AddParameter((string)name!, value);
            else shell.AddArgument(value);
        }
    }

    private static JsonObject Finish(PowerShell shell, JsonObject request)
    {
        var output = new PSDataCollection<PSObject>();
        var limit = (int?)request["stopAfter"] ?? int.MaxValue;
        using var enough = new ManualResetEventSlim();
        output.DataAdded += (_, added) =>
        {
            if (added.Index + 1 >= limit) enough.Set();
        };
        var input = new PSDataCollection<PSObject?>();
        foreach (var value in request["input"]?.AsArray() ?? []) input.Add(value is null ? null : Wrapped(TypedValue.Read(value)));
        input.Complete();
        var running = request["input"] is null
            ? shell.BeginInvoke<PSObject, PSObject>(null, output)
            : shell.BeginInvoke(input, output);
        if (limit != int.MaxValue)
        {
            if (!enough.Wait(TimeSpan.FromSeconds(30))) throw new TimeoutException("the outputs to stop after did not come in 30 s");
            shell.Stop();
        }

        JsonObject? thrown = null;
        try
        {
            shell.EndInvoke(running);
        }
        catch (RuntimeException failure)
        {
            thrown = Records.Error(failure.ErrorRecord);
        }

        return Told(shell, output, thrown, (bool?)request["countOnly"] ?? false);
    }

    private static PSObject? Wrapped(object? value) => value is null ? null : PSObject.AsPSObject(value);

    private static JsonObject Told(PowerShell shell, PSDataCollection<PSObject> output, JsonObject? thrown, bool countOnly) => new()
    {
        ["state"] = shell.InvocationStateInfo.State.ToString(),
        ["reason"] = shell.InvocationStateInfo.Reason is IContainsErrorRecord held ? Records.Error(held.ErrorRecord) : null,
        ["thrown"] = thrown,
        ["count"] = output.Count,
        ["output"] = new JsonArray([.. (countOnly ? [] : output.Select(Describe.Value))]),
        ["errors"] = new JsonArray([.. shell.Streams.Error.Select(Records.Error)]),
        ["warnings"] = new JsonArray([.. shell.Streams.Warning.Select(record => (JsonNode)Describe.Text(record.Message))]),
        ["verbose"] = new JsonArray([.. shell.Streams.Verbose.Select(record => (JsonNode)Describe.Text(record.Message))]),
        ["debug"] = new JsonArray([.. shell.Streams.Debug.Select(record => (JsonNode)Describe.Text(record.Message))]),
        ["information"] = new JsonArray([.. shell.Streams.Information.Select(Records.Information)]),
        ["progress"] = new JsonArray([.. shell.Streams.Progress.Select(Records.Progress)]),
    };
}
