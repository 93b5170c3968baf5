import type { CommandOpening, PluginCommand, PluginShell, ShellPlugin } from '../wsman/plugin.ts';
import { invalidParameter } from '../wsman/fault.ts';

/** The resource URI of Windows' command shell (MS-WSMV 3.1.4.5.2). */
export const CMD_RESOURCE_URI = 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd';

/**
 * A shell with three commands, so that a WinRS client that is not ours can try the verbs: `echo WORD…` writes its words
 * to stdout, `fail WORD…` to stderr with exit code 1, `cat` gives back what is sent until stdin ends. Offered only
 * where a test asks for it: the real endpoint has none.
 */
export function createEchoShell(): ShellPlugin {
  return {
    resourceUri: CMD_RESOURCE_URI,
    open: () => Promise.resolve(echoShell()),
  };
}

function echoShell(): PluginShell {
  return {
    receive: () => {
      throw invalidParameter('This shell has no input of its own.');
    },
    cmdletsOf: () => [],
    command: (opening) => Promise.resolve(start(opening)),
    close: () => undefined,
  };
}

function start({ line, arguments: words, output }: CommandOpening): PluginCommand {
  const name = line.trim().toLowerCase();
  const text = new TextEncoder().encode(`${words.map((word) => word.trim()).join(' ')}\r\n`);
  if (name === 'echo') finish(output, 'stdout', text, 0);
  else if (name === 'fail') finish(output, 'stderr', text, 1);
  else if (name !== 'cat') finish(output, 'stderr', new TextEncoder().encode(`'${name}' is not known here.\r\n`), 9009);
  return {
    cmdlets: () => [],
    receive: (_stream, data, end) => {
      output.write('stdout', data);
      if (end) finish(output, 'stdout', new Uint8Array(0), 0);
    },
    stop: () => output.finish(STOPPED),
    close: () => Promise.resolve(),
  };
}

/** STATUS_CONTROL_C_EXIT, which Windows gives a command that was interrupted. */
const STOPPED = -1073741510;

function finish(output: CommandOpening['output'], stream: string, text: Uint8Array, exitCode: number): void {
  output.write(stream, text);
  output.write('stdout', new Uint8Array(0), true);
  output.write('stderr', new Uint8Array(0), true);
  output.finish(exitCode);
}
