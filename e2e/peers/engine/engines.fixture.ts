import { openSession } from '../../../main/session/index.ts';
import type { RemoteSession } from '../../../main/session/session.ts';
import { buildHost } from './build-host.ts';
import { startFront, type EngineFront } from './front.ts';
import { startHost, type HostProcess, type JsonObject } from './host-process.ts';
import { valueAt } from './json-paths.ts';
import { jsonOf, psValueOf, text, type Typed } from './typed.ts';
import { runAndTell, withoutThrown } from './told.ts';

/** A command for either client. */
export interface TypedCommand {
  readonly name: string;
  readonly arguments?: readonly { readonly name?: string; readonly value: Typed }[];
  readonly script?: boolean;
}

/** Our client and the engine's, each before a server of the engine's of its own, for it takes one client at a time. */
export interface TwoClients {
  /** Our session, through the front. */
  readonly session: RemoteSession;
  /** Runs with our client; with `input`, as the first command's pipeline input. */
  readonly ours: (commands: readonly TypedCommand[], input?: readonly Typed[]) => Promise<JsonObject>;
  /** Runs the same with the engine's client. */
  readonly theirs: (commands: readonly TypedCommand[], input?: readonly Typed[]) => Promise<JsonObject>;
  /** The engine's client itself. */
  readonly client: HostProcess;
  close(): Promise<void>;
}

const RESOURCE = 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell';
const SPEAKING_STREAMS = ['Verbose', 'Debug', 'Information'];

/** Builds the host, starts both servers and both clients, and imports the test cmdlets on either side. */
export async function startTwoClients(): Promise<TwoClients> {
  const dll = await buildHost();
  const [behindFront, behindEngine] = ['a', 'b'].map((side) => startHost(dll, ['server', `ew-${process.pid}-${side}`]));
  if (behindFront === undefined || behindEngine === undefined) throw new Error('two servers were started');
  const [frontReady, engineReady] = await Promise.all([behindFront.line(), behindEngine.line()]);
  const front = await startFront(valueAt(frontReady, 'socket'));
  const session = await openSession(targetOf(front));
  const client = startHost(dll, ['client']);
  await client.ask({ op: 'open', pipe: `ew-${process.pid}-b` });
  const clients: TwoClients = {
    session,
    client,
    ours: (commands, input) =>
      runAndTell(session, commands.map(commandOf), input === undefined ? {} : { input: input.map(psValueOf) }),
    theirs: async (commands, input) => withoutThrown(await client.ask(requestOf(commands, input))),
    close: async () => {
      await session.close();
      await Promise.all([client.close(), front.close()]);
      await Promise.all([behindFront.close(), behindEngine.close()]);
    },
  };
  await importCmdlets(clients, valueAt(engineReady, 'module'));
  return clients;
}

/** The JSON request that runs `commands` with the engine's client. */
export function requestOf(commands: readonly TypedCommand[], input?: readonly Typed[]): JsonObject {
  const request = {
    op: 'run',
    commands: commands.map((command) => ({
      name: command.name,
      script: command.script ?? false,
      arguments: (command.arguments ?? []).map(({ name, value }) => ({
        ...(name === undefined ? {} : { name }),
        value: jsonOf(value),
      })),
    })),
  };
  return input === undefined ? request : { ...request, input: input.map(jsonOf) };
}

function commandOf(command: TypedCommand): Parameters<RemoteSession['run']>[0][number] {
  return {
    name: command.name,
    isScript: command.script ?? false,
    arguments: (command.arguments ?? []).map(({ name, value }) => ({
      ...(name === undefined ? {} : { name }),
      value: psValueOf(value),
    })),
  };
}

async function importCmdlets(clients: TwoClients, module: string): Promise<void> {
  const preferences = SPEAKING_STREAMS.map((stream) => [
    { name: 'Set-Preference', arguments: [{ value: text(stream) }, { value: text('Continue') }] },
  ]);
  const imported = [
    { name: 'Import-Module', arguments: [{ name: 'Name', value: text(module.replaceAll('\\', '\\u005c')) }] },
  ];
  for (const commands of [imported, ...preferences]) {
    for (const run of [clients.ours, clients.theirs]) {
      const { state } = await run(commands);
      if (state !== 'Completed') throw new Error(`${JSON.stringify(commands)} ended in ${JSON.stringify(state)}`);
    }
  }
}

function targetOf(front: EngineFront): Parameters<typeof openSession>[0] {
  return {
    endpoint: {
      url: new URL(front.url),
      trust: { kind: 'ca', pem: front.caPem },
      signIn: { scheme: 'basic', user: front.user, password: front.password },
    },
    resourceUri: RESOURCE,
  };
}
