import { failure, Failure, isCountedRefusal } from '../../shared/errors.ts';
import { createSignIn, namedUser, type SignInMemory } from '../auth/index.ts';
import type { CookieJar } from './cookies.ts';
import { lateAbort, withDeadline, type Arriving } from './deadline.ts';
import { dialSecure, type Line, type SecureSocket } from './dial.ts';
import type { Endpoint } from './endpoint.ts';
import { ConnectionLost, DeadlinePassed } from './failures.ts';
import type { Attempt, SignInGate } from './first-sign-in.ts';
import { guardIdle, isUsable, releaseIdle } from './idle-socket.ts';
import type { HttpReply } from './reply.ts';
import { send, type RawReply } from './send.ts';
import { signInWith, type CarryLeg } from './sign-in-legs.ts';
import { createTurns } from './turns.ts';

interface PostOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole of it, sign-in and connecting included, from its turn on this connection. */
  readonly timeoutMs: number;
  /** What a reply may take that is coming in when that has passed; nothing when left out. */
  readonly arriving?: Arriving | undefined;
  /** Milliseconds an abort leaves for the reply where the server may have seen the body; 0 when left out. */
  readonly lateMs?: number;
  /** Aborts it too, but only while the server cannot have seen the body: in the queue, connecting, signing in. */
  readonly recall?: AbortSignal | undefined;
}

/** What a server says to a request that does not sign in. */
export type AnonymousReply = Pick<RawReply, 'status' | 'headers' | 'wwwAuthenticate'>;

/** One kept connection to a server, signed in for as long as its socket lives. Requests take turns. */
export interface Connection {
  /**
   * Sends a SOAP body and gives the reply, whatever its status but 401 and 3xx. Connects and signs in when the socket
   * is new or the server asks again. Nothing is sent twice unless the server cannot have acted on it. Throws
   * ConnectionLost, DeadlinePassed, network.*, tls.*, sign-in.*, http.too-large, ws-management.redirected,
   * ws-management.reply-malformed, workstation.cancelled.
   */
  post(body: string, options: PostOptions): Promise<HttpReply>;
  /**
   * Sends an empty request that does not sign in, on a connection that has not been used, to hear what the server says to
   * anybody. Throws as post does, but for sign-in.*.
   */
  ask(options: PostOptions): Promise<AnonymousReply>;
  /** Destroys the socket; requests under way and later ones end in workstation.cancelled. */
  close(): void;
  /** Completed sign-ins so far. */
  readonly signIns: number;
}

/** What all connections of a transport have in common. */
export interface Route extends Line {
  readonly endpoint: Endpoint;
  readonly cookies: CookieJar;
  readonly replyLimit: number;
  /** The first refused sign-in of any of them: the others try no more, for a directory counts wrong passwords. */
  readonly refusal: { first: Failure | null };
  /** Keeps them from signing in side by side before one of them was accepted. */
  readonly gate: SignInGate;
  readonly signInMemory: SignInMemory;
}

/** What a transport wants to hear of its connections. */
export interface ConnectionEvents {
  /** With what signed in: Kerberos, NTLM or Basic. */
  readonly signedIn: (mechanism: string) => void;
  readonly closed: () => void;
}

/** The socket of the moment, and whether it has been signed in. */
interface OpenLine extends SecureSocket {
  signedIn: boolean;
  /** When the last reply came, in milliseconds since 1970. */
  usedAt: number;
  /** When it closed, likewise; null = it has not. */
  endedAt: number | null;
}

/**
 * A socket that was silent for longer is not written to. While a workstation sleeps or changes its network, the server's
 * end of it goes away unheard, and a request would wait its whole deadline for nothing. By the wall clock, for others do
 * not count the sleep.
 */
const IDLE_TRUST_MS = 60_000;

/** One post under way, and how far it has come. */
interface Posting {
  readonly body: string;
  readonly signal: AbortSignal;
  /** Keeps, for a deadline that passes, whether the server may have seen the body. */
  readonly sent: (maybe: boolean) => void;
  /** Says to the deadline that a piece of the reply has come. */
  readonly arrived: () => void;
}

function watched(line: OpenLine): OpenLine {
  line.socket.once('close', () => (line.endedAt = Date.now()));
  return line;
}

/** Builds a connection, which connects at its first post. */
export function createConnection(route: Route, events: ConnectionEvents): Connection {
  const { endpoint, to } = route;
  const turns = createTurns();
  const closing = new AbortController();
  let line: OpenLine | null = null;
  let signIns = 0;

  /** Nothing signs in where a sign-in was refused. */
  function requireUnrefused(): void {
    const { first } = route.refusal;
    if (first !== null) throw new Failure(first.error, { cause: first });
  }

  function remember(caught: unknown): void {
    if (caught instanceof Failure && isCountedRefusal(caught.error)) route.refusal.first ??= caught;
  }

  function trustedLine(): OpenLine | null {
    if (line === null || !isUsable(line.socket)) return null;
    return Math.abs(Date.now() - line.usedAt) < IDLE_TRUST_MS ? line : null;
  }

  /** From when on the acceptance of another connection's sign-in counts for this one: what ended ours may be a new password. */
  function lastEnd(): number {
    const now = Date.now();
    const end = line === null ? 0 : Math.min(line.endedAt ?? now, line.usedAt + IDLE_TRUST_MS);
    return Math.max(end, now - IDLE_TRUST_MS);
  }

  async function usableLine(signal: AbortSignal): Promise<OpenLine> {
    const trusted = trustedLine();
    if (trusted !== null) return trusted;
    line?.socket.destroy();
    // A proxy signs in before the server does.
    requireUnrefused();
    try {
      const dialled = { ...(await dialSecure(route, signal)), signedIn: false, usedAt: Date.now(), endedAt: null };
      return (line = watched(dialled));
    } catch (caught) {
      remember(caught);
      throw caught;
    }
  }

  async function carry(
    current: OpenLine,
    body: string,
    authorization: string | null,
    post: Posting,
  ): Promise<RawReply> {
    // Between two legs the server may have hung up; the body has then not left.
    if (!isUsable(current.socket)) throw new ConnectionLost(to.host, false);
    const { url } = endpoint;
    const { host } = to;
    const { shows } = route.trust;
    const { signal, arrived } = post;
    const { replyLimit } = route;
    releaseIdle(current.socket);
    post.sent(body !== '');
    const cookie = route.cookies.header(url.pathname);
    const outgoing = { url, host, shows, body, authorization, cookie, signal, arrived, replyLimit };
    const reply = await send(current.socket, outgoing);
    guardIdle(current.socket);
    current.usedAt = Date.now();
    // 401 says that the server did nothing with the body.
    if (reply.status === 401) post.sent(false);
    route.cookies.store(reply.setCookie, url.pathname);
    if (reply.status >= 300 && reply.status < 400) {
      const location = reply.headers.get('location') ?? '';
      if (location === '') throw failure('http.status', { status: reply.status });
      throw failure('ws-management.redirected', { location });
    }
    return reply;
  }

  async function signInAndCarry(current: OpenLine, post: Posting, attempt: Attempt | null): Promise<RawReply> {
    requireUnrefused();
    const signIn = createSignIn(
      endpoint.signIn,
      { host: to.host, certificateDer: current.leaf.raw },
      endpoint.kerberos ?? null,
      route.signInMemory,
    );
    const user = namedUser(endpoint.signIn.user);
    const carryLeg: CarryLeg = async (body, authorization) => {
      attempt?.sent(body !== '');
      const reply = await carry(current, body, authorization, post);
      attempt?.sent(false);
      return reply;
    };
    try {
      const { reply, signedIn } = await signInWith(signIn, user, post.body, carryLeg, post.signal);
      if (signedIn) attempt?.accepted();
      if (signedIn && !current.signedIn) {
        current.signedIn = true;
        signIns += 1;
        events.signedIn(signIn.mechanism ?? signIn.httpScheme);
      }
      return reply;
    } catch (caught) {
      // A sign-in broken off leaves the connection in a state the two sides may see differently.
      current.socket.destroy();
      remember(caught);
      throw caught;
    } finally {
      signIn.dispose?.();
    }
  }

  async function postOnce(post: Posting): Promise<RawReply> {
    const current = trustedLine();
    if (current?.signedIn === true) {
      // Each request of Basic is a sign-in, and on this socket one was accepted.
      if (endpoint.signIn.scheme === 'basic') return await signInAndCarry(current, post, null);
      const reply = await carry(current, post.body, null, post);
      if (reply.status !== 401) return reply;
      current.signedIn = false;
    }
    return await route.gate.pass(lastEnd(), post.signal, async (attempt) =>
      signInAndCarry(await usableLine(post.signal), post, attempt),
    );
  }

  async function inTurn(
    { signal, timeoutMs, arriving, lateMs = 0, recall }: PostOptions,
    work: (limits: Omit<Posting, 'body'>) => Promise<RawReply>,
  ): Promise<RawReply> {
    let requestSent = false;
    const late = signal === undefined || lateMs === 0 ? null : lateAbort(signal, lateMs, () => requestSent);
    const recalled = recall === undefined ? null : lateAbort(recall, null, () => requestSent);
    const given = [late?.signal ?? signal, recalled?.signal].filter((each) => each !== undefined);
    const signals = [closing.signal, ...given];
    const sent = (maybe: boolean): void => {
      requestSent = maybe;
      late?.look();
      recalled?.look();
    };
    const timedOut = (afterMs: number): DeadlinePassed => new DeadlinePassed(to.host, afterMs, requestSent);
    try {
      return await turns.take(signals, () =>
        withDeadline({ timeoutMs, arriving, signals, timedOut }, (within, arrived) =>
          work({ signal: within, sent, arrived }),
        ),
      );
    } finally {
      late?.release();
      recalled?.release();
    }
  }

  return {
    async post(body, options) {
      const reply = await inTurn(options, (limits) => postOnce({ body, ...limits }));
      return { status: reply.status, contentType: reply.contentType, headers: reply.headers, body: reply.body };
    },
    async ask(options) {
      const reply = await inTurn(options, async (limits) => {
        // A proxy may ask for a sign-in.
        const current = await route.gate.pass(lastEnd(), limits.signal, () => usableLine(limits.signal));
        return carry(current, '', null, { body: '', ...limits });
      });
      return { status: reply.status, headers: reply.headers, wwwAuthenticate: reply.wwwAuthenticate };
    },
    close() {
      closing.abort();
      line?.socket.destroy();
      line = null;
      events.closed();
    },
    get signIns() {
      return signIns;
    },
  };
}
