import type { Failure } from '../../shared/errors.ts';
import type { SignInMemory } from '../auth/index.ts';
import { createConnection, type Connection } from './connection.ts';
import { createCookieJar } from './cookies.ts';
import { reachableAddress, wayTo } from './dial.ts';
import type { Endpoint } from './endpoint.ts';
import { createSignInGate } from './first-sign-in.ts';
import { prepareTrust } from './trust.ts';

/** The way to one server address, for the life of a shell. */
export interface Transport {
  /** The IP address every connection uses, of the proxy where there is one: a shell lives on one front end. */
  readonly address: string;
  /** A further connection, which connects and signs in at its first post. They share the cookies and nothing else. */
  connect(): Connection;
  /** Closes every connection. */
  close(): void;
  /** Completed sign-ins of all its connections. */
  readonly signIns: number;
  /** What the last of them was done with: Kerberos, NTLM or Basic; null before the first. */
  readonly mechanism: string | null;
  /** Under Negotiate, why Kerberos was not what signed in; null = it was, or nothing went wrong with it. */
  readonly noKerberos: Failure | null;
}

export interface OpenOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes of one reply's body: envelopes of 4 MiB, the largest an administrator sets, twice that in UTF-16. */
  readonly replyLimit?: number;
}

const CONNECT_TIMEOUT_MS = 15_000;
const REPLY_LIMIT = 8 * 1024 * 1024;

/**
 * Looks the host (or its proxy) up, finds one address of it that answers, and loads the trust; nothing is signed in yet.
 * Throws input.url-not-https, input.pin-malformed, input.ca-unreadable, network.unknown-host, refused, unreachable,
 * timeout, proxy-unknown-host, proxy-unreachable, proxy-timeout, workstation.cancelled.
 */
export async function openTransport(endpoint: Endpoint, options: OpenOptions = {}): Promise<Transport> {
  const way = wayTo(endpoint, endpoint.connectTimeoutMs ?? CONNECT_TIMEOUT_MS);
  const trust = prepareTrust(endpoint.trust, endpoint);
  const address = await reachableAddress(way, options.signal);
  const replyLimit = options.replyLimit ?? REPLY_LIMIT;
  const signInMemory: SignInMemory = { noKerberos: null };
  const shared = { cookies: createCookieJar(), refusal: { first: null }, gate: createSignInGate(), signInMemory };
  const route = { ...way, endpoint, address, trust, replyLimit, ...shared };
  const open = new Set<Connection>();
  let signIns = 0;
  let mechanism: string | null = null;
  return {
    address,
    connect() {
      const connection = createConnection(route, {
        signedIn: (used) => {
          signIns += 1;
          mechanism = used;
        },
        closed: () => open.delete(connection),
      });
      open.add(connection);
      return connection;
    },
    close() {
      for (const connection of [...open]) connection.close();
    },
    get signIns() {
      return signIns;
    },
    get mechanism() {
      return mechanism;
    },
    get noKerberos() {
      return signInMemory.noKerberos;
    },
  };
}
