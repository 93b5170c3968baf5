import { failure } from '../../shared/errors.ts';
import { createEngine, openStore, type PracticeStore } from '../practice/engine/index.ts';
import type { Command, PipelineEvent } from '../psrp/index.ts';
import type { PipelineOutcome, RemoteSession, RunOptions } from '../session/session.ts';

/** What a test does to one pipeline: lets it go on, does something before or after, or throws what the wire would. */
export type Intercept = (command: Command, proceed: () => Promise<PipelineOutcome>) => Promise<PipelineOutcome>;

/** A session on the practice engine in this process: real cmdlets, and only the wire left out. */
export interface EngineSession extends RemoteSession {
  readonly store: PracticeStore;
  /** Names of the cmdlets that reached the engine, in order. */
  readonly ran: readonly string[];
  /** Set by a test, as another administrator would: it holds from the next pipeline on. */
  role: string;
  /** Set by a test; every pipeline goes through it. */
  intercept: Intercept;
  readonly closed: () => boolean;
}

export interface EngineSessionOptions {
  readonly store?: PracticeStore;
  readonly role?: string;
  readonly version?: '2013' | '2015';
}

/** A store with the story of Contoso, in memory. */
export function memoryStore(domains?: number): PracticeStore {
  return openStore({ file: null, seed: 'contoso', ...(domains === undefined ? {} : { domains }) });
}

export function engineSession(options: EngineSessionOptions = {}): EngineSession {
  const store = options.store ?? memoryStore();
  const engine = createEngine({
    store,
    version: options.version ?? '2015',
    // The account of the fixtures, and nobody else.
    assignedRoles: (name) => (name === 'ana' ? [session.role] : null),
  });
  const ran: string[] = [];
  let closed = false;
  const session: EngineSession = {
    store,
    ran,
    role: options.role ?? 'CsAdministrator',
    intercept: (_, proceed) => proceed(),
    closed: () => closed,
    facts: {
      protocolVersion: '2.3',
      serializationVersion: '1.1.0.1',
      serverPowerShellVersion: '5.1',
      address: '127.0.0.1',
      shellId: 'IN-PROCESS',
    },
    run: async (commands, runOptions = {}) => {
      const [first] = commands;
      if (first === undefined) throw new Error('a pipeline without a command');
      return await session.intercept(first, () => runOnEngine(commands, runOptions));
    },
    commandMetadata: (patterns) => Promise.resolve(engine.metadata(patterns, 511, session.role)),
    secure: () => Promise.reject(new Error('this session takes no secrets')),
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  };

  async function runOnEngine(commands: readonly Command[], runOptions: RunOptions): Promise<PipelineOutcome> {
    ran.push(...commands.map((command) => command.name));
    const events: PipelineEvent[] = [];
    const signal = runOptions.signal ?? new AbortController().signal;
    const { role } = session;
    const request = { commands, input: runOptions.input ?? [], role, host: null, signal };
    const { state, reason } = await engine.run(request, (event) => {
      events.push(event);
      runOptions.onEvent?.(event);
    });
    if (state === 'stopped') throw failure('powershell.stopped', {});
    return {
      state,
      reason,
      output: events.flatMap((event) => (event.kind === 'output' ? [event.value] : [])),
      errors: events.flatMap((event) => (event.kind === 'error' ? [event.record] : [])),
      warnings: events.flatMap((event) => (event.kind === 'warning' ? [event.text] : [])),
    };
  }

  return session;
}
