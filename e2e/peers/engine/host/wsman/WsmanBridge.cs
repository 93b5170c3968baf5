using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Xml.Linq;

namespace Edgewise.EngineHost.Wsman;

/// <summary>
/// Out-of-process lines in, WS-Management verbs out, and back. One thread sends the verbs in order; each Receive has its
/// own task and so its own connection, for a sign-in belongs to a connection.
/// </summary>
internal sealed class WsmanBridge : IDisposable
{
    private static readonly string NoCommand = Guid.Empty.ToString();

    private readonly WsmanVerbs _verbs;
    private readonly Action<string> _deliver;
    private readonly Action<string> _fail;
    private readonly BlockingCollection<string> _lines = [];
    private readonly MemoryStream _opening = new();
    private readonly ConcurrentDictionary<string, CommandReceive> _commands = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationTokenSource _closing = new();
    private int _openingMessages;
    private int _disposed;

    /// <summary><paramref name="deliver"/> takes lines for the engine, <paramref name="fail"/> the words of what broke.</summary>
    public WsmanBridge(WsmanVerbs verbs, Action<string> deliver, Action<string> fail)
    {
        _verbs = verbs;
        _deliver = deliver;
        _fail = fail;
        new Thread(Work) { IsBackground = true, Name = "WS-Management verbs" }.Start();
    }

    /// <summary>Takes a line from the engine; answered later.</summary>
    public void Take(string line)
    {
        if (!_lines.IsAddingCompleted) _lines.Add(line);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        _closing.Cancel();
        _lines.CompleteAdding();
    }

    private void Work()
    {
        foreach (var line in _lines.GetConsumingEnumerable())
        {
            try
            {
                Translate(XElement.Parse(line));
            }
            catch (Exception failure)
            {
                // The engine breaks the runspace and shows these words.
                _fail(failure.Message);
            }
        }

        _verbs.Dispose();
    }

    private void Translate(XElement line)
    {
        var id = (string)line.Attribute("PSGuid")!;
        switch (line.Name.LocalName)
        {
            case "Data" when id == NoCommand:
                SessionData(Convert.FromBase64String(line.Value), (string)line.Attribute("Stream")!);
                break;
            case "Data":
                CommandData(id, Convert.FromBase64String(line.Value), (string)line.Attribute("Stream")!);
                break;
            case "Command":
                // WS-Management starts a command with its first data: the verb waits for it.
                _deliver($"<CommandAck PSGuid='{id}' />");
                break;
            case "Signal":
                Stop(id);
                break;
            case "Close" when id == NoCommand:
                _closing.Cancel();
                _verbs.Delete();
                _deliver($"<CloseAck PSGuid='{id}' />");
                break;
            case "Close":
                if (_commands.TryRemove(id, out var command)) _verbs.Signal(command.CommandId, WsmanVerbs.Terminate);
                _deliver($"<CloseAck PSGuid='{id}' />");
                break;
            default:
                throw new InvalidOperationException($"a line the engine was not known to write: {line.Name}");
        }
    }

    /// <summary>SESSION_CAPABILITY and INIT_RUNSPACEPOOL together are creationXml; what follows is Send.</summary>
    private void SessionData(byte[] fragments, string stream)
    {
        if (_openingMessages >= 2)
        {
            _verbs.Send(null, Stream(stream), fragments);
        }
        else
        {
            _opening.Write(fragments);
            _openingMessages += WholeMessages(fragments);
            if (_openingMessages >= 2)
            {
                _verbs.Create(_opening.ToArray());
                _ = Task.Run(() => ReceiveAll(null, NoCommand, null));
            }
        }

        _deliver($"<DataAck PSGuid='{NoCommand}' />");
    }

    private void CommandData(string id, byte[] fragments, string stream)
    {
        if (_commands.TryGetValue(id, out var known))
        {
            _verbs.Send(known.CommandId, Stream(stream), fragments);
        }
        else
        {
            var command = new CommandReceive(_verbs.Command(id, fragments));
            _commands[id] = command;
            _ = Task.Run(() => ReceiveAll(command.CommandId, id, command));
        }

        _deliver($"<DataAck PSGuid='{id}' />");
    }

    /// <summary>Acknowledged only when the server has ended the command by itself, so that its Stopped is what is seen.</summary>
    private void Stop(string id)
    {
        if (_commands.TryGetValue(id, out var command))
        {
            _verbs.Signal(command.CommandId, WsmanVerbs.Interrupt);
            if (!command.Done.Wait(TimeSpan.FromSeconds(10))) _fail("the command was not done 10 s after it was stopped");
        }

        _deliver($"<SignalAck PSGuid='{id}' />");
    }

    private async Task ReceiveAll(string? commandId, string id, CommandReceive? command)
    {
        try
        {
            for (var done = false; !done;)
            {
                var received = await _verbs.Receive(commandId, _closing.Token);
                foreach (var data in received.Streams) _deliver($"<Data Stream='Default' PSGuid='{id}'>{data}</Data>");
                done = received.Done;
            }

            command?.Done.Set();
        }
        catch (Exception failure)
        {
            // A Receive that outlives its shell or command ends with a fault: that is how WS-Management closes.
            if (!_closing.IsCancellationRequested && (command is null || _commands.ContainsKey(id))) _fail(failure.Message);
        }
    }

    private static string Stream(string name) => name == "PromptResponse" ? "pr" : "stdin";

    /// <summary>How many fragments carry the end flag (MS-PSRP 2.2.4).</summary>
    private static int WholeMessages(ReadOnlySpan<byte> fragments)
    {
        var whole = 0;
        while (fragments.Length >= 21)
        {
            whole += (fragments[16] & 2) >> 1;
            fragments = fragments[(21 + (int)BinaryPrimitives.ReadUInt32BigEndian(fragments[17..21]))..];
        }

        return whole;
    }

    private sealed record CommandReceive(string CommandId)
    {
        public ManualResetEventSlim Done { get; } = new();
    }
}
