import { errorFrom } from '../../shared/errors.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { practiceTarget, readyOf } from '../practice/child/practice-ready.ts';
import type { PracticeProcess, PracticeReady } from '../practice/child/practice-ready.ts';
import type { RemoteSession, SessionTarget } from '../session/session.ts';
import type { DeploymentConnection, DeploymentSource } from './source.ts';
import { throwIfCancelled, whileWanted } from './waiting.ts';

export interface PracticeOptions {
  readonly id: string;
  readonly name: string;
  readonly start: () => PracticeProcess;
  readonly openSession: (target: SessionTarget, options: { readonly signal: AbortSignal }) => Promise<RemoteSession>;
}

interface Running {
  readonly process: PracticeProcess;
  readonly ready: Promise<PracticeReady>;
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

function summaryOf(
  options: PracticeOptions,
  known: { readonly url: string; readonly user: string },
): DeploymentSummary {
  return {
    id: options.id,
    name: options.name,
    kind: 'practice',
    ...known,
    group: '',
    colour: 'teal',
    scheme: 'basic',
    trust: 'ca',
    connection: '',
    passwordState: 'stored',
    production: false,
    readOnly: false,
  };
}
