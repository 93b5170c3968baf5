using System.Management.Automation.Remoting;

namespace Edgewise.EngineHost;

/// <summary>The engine's own PSRP server, as `pwsh -CustomPipeName` starts it. It serves one client after the other.</summary>
internal static class EngineServer
{
    /// <summary>Listens until stdin ends. Says on stdout where the socket is and which assembly holds the test cmdlets.</summary>
    public static int Run(string pipeName)
    {
        RemoteSessionNamedPipeServer.CreateCustomNamedPipeServer(pipeName);
        // .NET puts a named pipe's socket at this path on Unix; the front connects to it as to any socket.
        var socket = Path.Combine(Path.GetTempPath(), $"CoreFxPipe_{pipeName}");
        var ready = new System.Text.Json.Nodes.JsonObject
        {
            ["socket"] = socket,
            ["module"] = typeof(EngineServer).Assembly.Location,
        };
        Console.Out.WriteLine(ready.ToJsonString());
        Console.Out.Flush();
        while (Console.In.Read() != -1)
        {
            // Only the end of stdin matters: the parent is gone or has closed us.
        }

        // The engine leaves the socket's file behind when its process ends.
        File.Delete(socket);
        return 0;
    }
}
