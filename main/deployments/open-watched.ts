import type { EdgewiseError } from '../../shared/errors.ts';
import type { RemoteSession, SessionTarget } from '../session/session.ts';
import { DEFAULT_LIMITS } from '../session/limits.ts';
import { openSessionOver } from '../session/open-session.ts';
import { NO_LEDGER } from '../session/shell-ledger.ts';
import { withDeadline } from '../transport/deadline.ts';
import { connectTimeout } from '../transport/failures.ts';
import {
  followRedirections,
  openTransport,
  type Connection,
  type Endpoint,
  type HttpReply,
  type Transport,
} from '../transport/index.ts';
import { isXml } from '../transport/reply.ts';
import { connectionUrl } from '../wsman/index.ts';

/** Told once each, in this order, while a session is being opened. */
export interface SessionMilestones {
  /** The server has taken the sign-in; `there` is where it came to, `noKerberos` why Negotiate ended in NTLM. */
  readonly signedIn: (mechanism: string, there: Endpoint, noKerberos: EdgewiseError | null) => void;
  /** It has made the shell that WS-Management was asked for. */
  readonly answered: () => void;
}

/** From signing in to an open runspace pool, in milliseconds: a test is watched by a person. */
const OPEN_MS = 60_000;

/** Opens a session as `openSession` does, telling how far it has come. Throws what that throws. */
export async function openWatched(
  target: SessionTarget,
  milestones: SessionMilestones,
  signal: AbortSignal,
): Promise<RemoteSession> {
  const { url } = target.endpoint;
  const timedOut = (): ReturnType<typeof connectTimeout> => connectTimeout(url.hostname, OPEN_MS);
  const endpoint = { ...target.endpoint, url: connectionUrl(url) };
  const progress = createProgress(milestones);
  try {
    return await withDeadline({ timeoutMs: OPEN_MS, signals: [signal], timedOut }, async (limited) => {
      return await followRedirections(endpoint, async (there) => {
        progress.sentOn();
        const transport = watched(await openTransport(there, { signal: limited }), there, milestones, progress);
        const to = { ...target, endpoint: there };
        const ledger = { ...NO_LEDGER, opened: progress.answered };
        return await openSessionOver(transport, to, DEFAULT_LIMITS, { warn: () => undefined, ledger }, limited);
      });
    });
  } catch (caught) {
    progress.stays();
    throw caught;
  } finally {
    progress.end();
  }
}

/** What has been told. A server may take the sign-in only to send on: that is told once it is known to have stayed there. */
interface Progress {
  readonly signedIn: (tell: () => void) => void;
  readonly answered: () => void;
  /** Nobody is sent on from here. */
  readonly stays: () => void;
  readonly sentOn: () => void;
  /** Nothing is told any more. */
  readonly end: () => void;
}

function createProgress(milestones: SessionMilestones): Progress {
  let told: 'nothing' | 'signed-in' | 'all' = 'nothing';
  let waiting: (() => void) | null = null;
  function stays(): void {
    const tell = waiting;
    waiting = null;
    if (tell === null) return;
    told = 'signed-in';
    tell();
  }
  return {
    signedIn(tell) {
      if (told === 'nothing') waiting = tell;
    },
    answered() {
      stays();
      if (told !== 'signed-in') return;
      told = 'all';
      milestones.answered();
    },
    stays,
    sentOn: () => (waiting = null),
    end() {
      told = 'all';
      waiting = null;
    },
  };
}

function watched(
  transport: Transport,
  there: Endpoint,
  { signedIn }: SessionMilestones,
  progress: Progress,
): Transport {
  const tell = (): void => signedIn(transport.mechanism ?? '', there, transport.noKerberos?.error ?? null);
  function look(reply: HttpReply | null): void {
    // A web page is what any web server gives to anybody, whoever they said they were.
    if (reply?.status === 200 && !isXml(reply.contentType)) return;
    if (transport.signIns > 0) progress.signedIn(tell);
  }
  return {
    address: transport.address,
    connect: () => watchedConnection(transport.connect(), progress, look),
    close: () => transport.close(),
    get signIns() {
      return transport.signIns;
    },
    get mechanism() {
      return transport.mechanism;
    },
    get noKerberos() {
      return transport.noKerberos;
    },
  };
}

function watchedConnection(
  connection: Connection,
  progress: Progress,
  look: (reply: HttpReply | null) => void,
): Connection {
  return {
    post: async (body, options) => {
      // Another request to the same server.
      progress.stays();
      let reply: HttpReply | null = null;
      try {
        return (reply = await connection.post(body, options));
      } finally {
        look(reply);
      }
    },
    ask: (options) => connection.ask(options),
    close: () => connection.close(),
    get signIns() {
      return connection.signIns;
    },
  };
}
