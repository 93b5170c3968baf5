import { Failure } from '../../../../shared/errors.ts';
import { OPTIONS, POWERSHELL, POWERSHELL_RESOURCE_URI } from '../../../wsman/index.ts';
import { child } from '../../../xml/tree.ts';
import { accessDenied, invalidBody, pluginFailed, protocolVersionFault } from '../wsman/fault.ts';
import type {
  CommandOpening,
  CommandWords,
  PluginCommand,
  PluginShell,
  ShellOpening,
  ShellPlugin,
} from '../wsman/plugin.ts';
import { bytesFromBase64 } from '../wsman/request.ts';
import { cmdletsIn, ServerPipeline } from './pipeline.ts';
import { ServerPool } from './pool.ts';
import type { CommandRunner } from './runner.ts';

/**
 * PowerShell's plug-in of WinRM: a shell is a runspace pool, a command a pipeline. An account without a Lync role is
 * refused at Create, as the endpoint's authorization plug-in does (wire-protocol D8).
 */
export function createPowerShellPlugin(runner: CommandRunner): ShellPlugin {
  return {
    resourceUri: POWERSHELL_RESOURCE_URI,
    open: (opening) => Promise.resolve(opening).then((checked) => openShell(runner, checked)),
  };
}

function openShell(runner: CommandRunner, opening: ShellOpening): PluginShell {
  const { role, user } = opening.caller;
  if (role() === null) {
    throw accessDenied(
      `Access is denied. The user "${user}" is not assigned to any management role that may use this endpoint.`,
    );
  }
  const wanted = opening.options.get(OPTIONS.protocolVersion);
  if (wanted !== undefined && !/^2(\.\d+)*$/.test(wanted)) throw protocolVersionFault(wanted);
  const creation = child(opening.body, POWERSHELL, 'creationXml');
  if (creation === undefined) throw invalidBody('The shell has no creationXml.');
  const pool = new ServerPool(runner, role, opening.output);
  pool.receive(bytesFromBase64(creation.text));
  if (!pool.isNamed) throw pluginFailed('creationXml holds no whole SESSION_CAPABILITY.');
  return {
    receive: (_stream, data) => pool.receive(data),
    cmdletsOf,
    command: (command) => Promise.resolve(command).then((checked) => startPipeline(pool, checked)),
    close: () => pool.close(),
  };
}

function startPipeline(pool: ServerPool, opening: CommandOpening): PluginCommand {
  pool.requireOpen();
  const pipeline = new ServerPipeline(pool, opening.output);
  pipeline.receive(openingBytes(opening));
  return {
    cmdlets: () => pipeline.cmdlets,
    receive: (_stream, data) => pipeline.receive(data),
    stop: () => pipeline.stop(),
    close: () => pipeline.close(),
  };
}

/** The cmdlets of a pipeline that came whole in its Command; none of one that goes on by Send, or cannot be read. */
function cmdletsOf(words: CommandWords): readonly string[] {
  try {
    return cmdletsIn(openingBytes(words));
  } catch (error) {
    // Whoever starts it is told what is wrong with it; here nothing is known of it.
    if (error instanceof Failure) return [];
    throw error;
  }
}

function openingBytes(words: CommandWords): Uint8Array {
  const [first, ...more] = words.arguments;
  if (first === undefined || more.length > 0) throw pluginFailed('A pipeline comes in exactly one rsp:Arguments.');
  return bytesFromBase64(first);
}
