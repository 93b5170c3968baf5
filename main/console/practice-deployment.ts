import { z } from 'zod';
import { errorFrom, failure } from '../../shared/errors.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import type { RemoteSession, SessionTarget } from '../session/session.ts';
import type { DeploymentConnection, DeploymentSource } from './source.ts';
import { throwIfCancelled, whileWanted } from './waiting.ts';

const RESOURCE_URI = 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell';

const account = z.object({ user: z.string(), password: z.string() });

/** The one message a practice process sends its parent. */
const firstMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('practice-ready'),
    url: z.url({ protocol: /^https$/ }),
    caPem: z.string(),
    accounts: z.object({ administrator: account, viewer: account }),
  }),
  z.object({ kind: z.literal('practice-failed'), reason: z.string() }),
]);

type Ready = Extract<z.infer<typeof firstMessage>, { kind: 'practice-ready' }>;

/** A practice process as a host runs it: fork, or Electron's utilityProcess. */
export interface PracticeProcess {
  /** Its first message, as it came; rejects when it ends without one. */
  readonly message: Promise<unknown>;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Asks it to end by closing its channel; resolves when it has. */
  stop(): Promise<void>;
}

export interface PracticeOptions {
  readonly id: string;
  readonly name: string;
  readonly start: () => PracticeProcess;
  readonly openSession: (target: SessionTarget, options: { readonly signal: AbortSignal }) => Promise<RemoteSession>;
}

interface Running {
  readonly process: PracticeProcess;
  readonly ready: Promise<Ready>;
}

/**
 * The practice deployment: its process is started when it is first connected to, and again after it has ended. Nothing
 * else is different from a server: HTTPS, its own authority as trust, sign-in with the account it reports.
 */
export function practiceDeployment(options: PracticeOptions): DeploymentSource {
  let running: Running | null = null;
  let known: { readonly url: string; readonly user: string } = { url: '', user: '' };

  function run(): Running {
    const process = options.start();
    const started: Running = { process, ready: readyOf(process) };
    running = started;
    const forget = (): void => {
      if (running === started) running = null;
    };
    void process.ended.then(forget);
    // Kept from being an unhandled rejection; whoever waits for it gets it too.
    started.ready.catch(forget);
    return started;
  }

  async function stop(): Promise<void> {
    const closing = running;
    running = null;
    await closing?.process.stop();
  }

  async function connectTo(started: Running, signal: AbortSignal): Promise<DeploymentConnection> {
    const ready = await whileWanted(started.ready, signal);
    const { user } = ready.accounts.administrator;
    known = { url: ready.url, user };
    return {
      session: await options.openSession(practiceTarget(ready, 'administrator'), { signal }),
      url: ready.url,
      user,
    };
  }

  return {
    id: options.id,
    summary: () => summaryOf(options, known),
    connect: async (signal) => {
      throwIfCancelled(signal);
      const kept = running;
      if (kept === null) return await connectTo(run(), signal);
      try {
        return await connectTo(kept, signal);
      } catch (caught) {
        if (errorFrom(caught).layer !== 'network' || signal.aborted) throw caught;
      }
      // The process is there and its server is not: it attended one that another console ran, which has ended.
      await stop();
      return await connectTo(run(), signal);
    },
    close: stop,
  };
}

/** A practice deployment as a session's target: its own authority as trust, the account's Basic sign-in. */
export function practiceTarget({ url, caPem, accounts }: Ready, account: 'administrator' | 'viewer'): SessionTarget {
  const { user, password } = accounts[account];
  return {
    endpoint: { url: new URL(url), trust: { kind: 'ca', pem: caPem }, signIn: { scheme: 'basic', user, password } },
    resourceUri: RESOURCE_URI,
  };
}

function summaryOf(
  options: PracticeOptions,
  known: { readonly url: string; readonly user: string },
): DeploymentSummary {
  return { id: options.id, name: options.name, kind: 'practice', ...known, production: false, readOnly: false };
}

/** What a practice process says when it is up. Throws workstation.practice-not-started. */
export async function readyOf(process: PracticeProcess): Promise<Ready> {
  const message = firstMessage.safeParse(await process.message);
  if (!message.success) {
    await process.stop();
    throw failure('workstation.practice-not-started', { reason: 'its first message is not one of ours' });
  }
  if (message.data.kind === 'practice-failed') {
    throw failure('workstation.practice-not-started', { reason: message.data.reason });
  }
  return message.data;
}
