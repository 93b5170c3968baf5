import type { CmdletAbilities } from '../../shared/plan/abilities.ts';
import type { RemoteSession } from '../session/session.ts';
import { unreadable } from './properties.ts';
import { runCmdlet } from './run-cmdlet.ts';

const GET_VERSION = 'Get-CsServerVersion';

/** Which cmdlets this server and role have: their names as the server writes them, and their parameters. */
export interface ServerCmdlets {
  readonly names: readonly string[];
  readonly abilities: CmdletAbilities;
}

/**
 * The server's own words on its version, e.g. "Skype for Business Server 2015 (6.0.9319.0): …". Source:
 * Get-CsServerVersion help: no parameters, a String, of the machine that answers.
 */
export async function readServerVersion(session: RemoteSession, signal?: AbortSignal): Promise<string> {
  const texts: string[] = [];
  await runCmdlet(session, GET_VERSION, [], {
    signal,
    onOutput: (value) => {
      if (typeof value !== 'string') throw unreadable(GET_VERSION, 'the version is not a text');
      texts.push(value);
    },
  });
  if (texts.length === 0) throw unreadable(GET_VERSION, 'no version came');
  return texts.join('\n');
}

/** Asks for the metadata of every Lync cmdlet the signed-in role has (wire-protocol: GET_COMMAND_METADATA). */
export async function readCmdlets(session: RemoteSession, signal?: AbortSignal): Promise<ServerCmdlets> {
  const metadata = await session.commandMetadata(['*-Cs*'], signal === undefined ? {} : { signal });
  const abilities = new Map<string, ReadonlySet<string> | null>();
  for (const command of metadata) {
    const names = command.parameters.map((parameter) => parameter.name.toLowerCase());
    // Every cmdlet has the common parameters: no names at all means that the server did not tell them.
    abilities.set(command.name.toLowerCase(), names.length === 0 ? null : new Set(names));
  }
  return { names: metadata.map((command) => command.name), abilities };
}
