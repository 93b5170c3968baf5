using Edgewise.EngineHost;
using Edgewise.EngineHost.Client;

// PowerShell's own engine as a peer of the tests. One mode a process:
//   server NAME   the engine's PSRP server on the pipe NAME (a Unix domain socket in the temp folder); ends with its stdin
//   client        the engine's PSRP client; requests are JSON lines on stdin, answers JSON lines on stdout
//   clixml        PSSerializer both ways, JSON lines likewise
return args switch
{
    ["server", var pipeName] => EngineServer.Run(pipeName),
    ["client"] => RequestLoop.Run(new EngineClient().Answer),
    ["clixml"] => RequestLoop.Run(ClixmlRequests.Answer),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: EngineHost server NAME | client | clixml");
    return 2;
}
