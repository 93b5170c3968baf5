import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { failure } from '../../shared/errors.ts';
import type { RequestInput, RequestName, RequestOutputs } from '../../shared/contract/requests.ts';
import type { Result } from '../../shared/result.ts';
import { engineSession, memoryStore, type EngineSession, type Intercept } from '../cs/engine-session.fixture.ts';
import type { PracticeStore } from '../practice/engine/index.ts';
import { memoryKeychain, type MemoryKeychain } from '../credentials/memory-keychain.fixture.ts';
import { directoryBench } from '../deployments/directory.fixture.ts';
import { createJournal } from '../journal/journal.ts';
import { createConsole, type Console, type ConsoleEvent } from './console.ts';
import type { DeploymentSource } from './source.ts';

/** A deployment whose cmdlets run in this process, and what a test may do to it. */
export interface EngineSource extends DeploymentSource {
  readonly store: PracticeStore;
  /** Every session that was opened, oldest first. */
  readonly sessions: readonly EngineSession[];
  /** Names of the cmdlets that ran, over all sessions. */
  ran(): readonly string[];
  role: string;
  url: string;
  /** Whether the server answers at all. */
  up: boolean;
  intercept: Intercept;
  /** A write by someone else, with a session of his own. */
  bySomeoneElse(cmdlet: string, args: Readonly<Record<string, string | boolean | null>>): Promise<void>;
}

export function engineSource(id: string, store: PracticeStore = memoryStore()): EngineSource {
  const sessions: EngineSession[] = [];
  const source: EngineSource = {
    id,
    store,
    sessions,
    role: 'CsAdministrator',
    url: 'https://pool01.contoso.com/OcsPowershell',
    up: true,
    intercept: (_, proceed) => proceed(),
    ran: () => sessions.flatMap((session) => session.ran),
    summary: () => ({
      id,
      name: id,
      kind: 'server',
      url: source.url,
      user: 'ana',
      group: '',
      colour: 'teal',
      scheme: 'basic',
      trust: 'ca',
      connection: '',
      passwordState: 'stored',
      production: false,
      readOnly: false,
    }),
    connect: () => {
      if (!source.up) return Promise.reject(failure('network.refused', { host: 'pool01.contoso.com', port: 443 }));
      const session = engineSession({ store, role: source.role });
      session.intercept = (command, proceed) => {
        if (!source.up) return Promise.reject(failure('network.lost', { host: 'pool01.contoso.com' }));
        return source.intercept(command, proceed);
      };
      sessions.push(session);
      return Promise.resolve({ session, url: source.url, user: 'ana' });
    },
    close: () => Promise.resolve(),
    bySomeoneElse: async (cmdlet, args) => {
      const written = Object.entries({ ...args, Confirm: false }).map(([name, value]) => ({ name, value }));
      const outcome = await engineSession({ store }).run([{ name: cmdlet, arguments: written }]);
      if (outcome.errors.length > 0) throw new Error(outcome.errors[0]?.message);
    },
  };
  return source;
}

/** The same source, whose role has not these cmdlets. */
export function withoutCmdlet(source: EngineSource, ...cmdlets: readonly string[]): EngineSource {
  return {
    ...source,
    connect: async (signal) => {
      const connection = await source.connect(signal);
      const { session } = connection;
      const commandMetadata: typeof session.commandMetadata = async (patterns, options) =>
        (await session.commandMetadata(patterns, options)).filter(({ name }) => !cmdlets.includes(name));
      return { ...connection, session: { ...session, commandMetadata } };
    },
  };
}

/** A console on such sources, with a clock the test moves, and every event it told. */
export interface ConsoleBench {
  readonly console: Console;
  readonly clock: { now: number };
  readonly events: readonly ConsoleEvent[];
  /** Where passwords go. */
  readonly keychain: MemoryKeychain;
  /** The journal's folder; the settings are in `settings` below it. */
  readonly folder: string;
  ask<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
    caller?: { readonly window?: string; readonly signal?: AbortSignal },
  ): Promise<Result<RequestOutputs[Name]>>;
  /** The same, for an answer that must be a value. */
  get<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutputs[Name]>;
  /** Another console on the same settings, keychain and journal. */
  again(): ConsoleBench;
  /** What the settings file holds. */
  settingsText(): string;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function consoleBench(...sources: readonly DeploymentSource[]): ConsoleBench {
  const folder = join(tmpdir(), `edgewise-journal-${randomUUID()}`);
  folders.push(folder);
  return benchIn(folder, memoryKeychain(), sources);
}

function benchIn(folder: string, keychain: MemoryKeychain, sources: readonly DeploymentSource[]): ConsoleBench {
  const clock = { now: Date.UTC(2026, 0, 15, 9) };
  const events: ConsoleEvent[] = [];
  let ids = 0;
  const { directory, settings, forms } = directoryBench(join(folder, 'settings'), keychain, () => clock.now);
  const console = createConsole({
    deployments: sources,
    directory,
    settings,
    forms,
    journal: createJournal({ folder, vault: null, clock: () => clock.now }),
    clock: () => clock.now,
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    randomId: () => `plan-${(ids += 1)}`,
  });
  console.listen((event) => events.push(event));
  const bench: ConsoleBench = {
    console,
    clock,
    events,
    keychain,
    folder,
    again: () => benchIn(folder, keychain, sources),
    settingsText: () => readFileSync(join(folder, 'settings', 'settings.json'), 'utf8'),
    ask: async (name, input, { window = 'window-1', signal = new AbortController().signal } = {}) =>
      // The console answers a name with that name's output; its signature cannot say so for a name from outside.
      (await console.request(name, input, { window, signal })) as Result<RequestOutputs[typeof name]>,
    get: async (name, input) => {
      const result = await bench.ask(name, input);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      return result.value;
    },
  };
  return bench;
}
