import { once } from 'node:events';
import { createServer, type ServerOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createAcceptor, type AcceptedScheme, type SignInAcceptor } from '../../auth/index.ts';
import type { TestIdentity } from './certificates.ts';

/** What a test server saw and answers with, once a request is signed in. */
export interface SigningServerOptions {
  readonly identity: TestIdentity;
  readonly schemes?: readonly AcceptedScheme[];
  readonly strict?: boolean;
  /** Certificate the acceptor binds to, where it is to differ from the one shown. */
  readonly boundTo?: Uint8Array;
  /** Who it knows, of CONTOSO; ana unless told otherwise. */
  readonly account?: string;
  readonly password?: string;
  /** Which Authorization is turned down with a bare 401, before the acceptor hears of it. */
  readonly turnsDown?: (authorization: string) => boolean;
  readonly answer?: (request: SignedInRequest) => TestAnswer;
  readonly tls?: ServerOptions;
  /** Address to listen on; 127.0.0.1 unless told otherwise. */
  readonly listenOn?: string;
}

export interface SignedInRequest {
  readonly user: string;
  readonly domain: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  readonly url: string;
  /** Number of the TCP connection it came on, from 1. */
  readonly connection: number;
}

export interface TestAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** Forgets the sign-in of this connection and asks again, once. */
  readonly ask?: boolean;
}

/** A running server; requests holds every request that reached it, signed in or not. */
export interface SigningServer {
  readonly url: URL;
  readonly requests: readonly SeenRequest[];
  /** Reasons of the acceptor's refusals, in order. */
  readonly refusals: readonly string[];
  /** Ends every connection as a server does that finds it idle for too long; resolves when the clients have let go. */
  endConnections(): Promise<void>;
  /** Shows another certificate to connections made from now on. */
  show(identity: TestIdentity): void;
  close(): Promise<void>;
}

interface SeenRequest {
  readonly connection: number;
  readonly authorization: string | null;
  readonly body: string;
}

/** The account every test server knows: CONTOSO\ana. */
export const ACCOUNT = { user: 'CONTOSO\\ana', password: 'Pässw0rd ✓' } as const;

/** Starts a real HTTPS server on a free port, whose sign-in is our acceptor, one for each TCP connection. */
export async function startSigningServer(options: SigningServerOptions): Promise<SigningServer> {
  const requests: SeenRequest[] = [];
  const refusals: string[] = [];
  const sockets = new Map<Socket, { readonly number: number; acceptor: SignInAcceptor }>();
  const schemes = options.schemes ?? ['Negotiate', 'NTLM', 'Basic'];
  // Read at each sign-in: a test may change it.
  const passwordOf = (): { readonly password: string } => ({ password: options.password ?? ACCOUNT.password });
  const newAcceptor = (): SignInAcceptor =>
    createAcceptor({
      accounts: (user, domain) =>
        user.toLowerCase() === (options.account ?? 'ana') && domain === 'CONTOSO' ? passwordOf() : null,
      certificateDer: options.boundTo ?? options.identity.der,
      schemes,
      strict: options.strict ?? false,
    });

  const server = createServer({ cert: options.identity.certPem, key: options.identity.keyPem, ...options.tls });
  server.on('secureConnection', (socket: Socket) => {
    sockets.set(socket, { number: sockets.size + 1, acceptor: newAcceptor() });
    socket.on('error', () => socket.destroy());
  });
  server.on('request', (request, response) => {
    const state = sockets.get(request.socket);
    if (state === undefined) throw new Error('a request on an unknown socket');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const { authorization } = request.headers;
      requests.push({ connection: state.number, authorization: authorization ?? null, body });
      if (authorization !== undefined && options.turnsDown?.(authorization) === true) {
        response.writeHead(401, { 'WWW-Authenticate': [...schemes] }).end();
        return;
      }
      const judged = state.acceptor.accept(authorization);
      if (judged.kind !== 'accepted') {
        if (judged.kind === 'refused') refusals.push(judged.reason);
        response.writeHead(401, { 'WWW-Authenticate': [...judged.wwwAuthenticate] }).end();
        return;
      }
      const { user, domain, wwwAuthenticate = [] } = judged;
      const connection = state.number;
      const signedIn = { user, domain, body, headers: request.headers, url: request.url ?? '', connection };
      const answer = options.answer?.(signedIn) ?? {};
      if (answer.ask === true) {
        state.acceptor = newAcceptor();
        response.writeHead(401, { 'WWW-Authenticate': [...schemes] }).end();
        return;
      }
      const own = { 'Content-Type': 'application/soap+xml;charset=UTF-8', 'WWW-Authenticate': wwwAuthenticate };
      const headers = { ...own, ...answer.headers };
      const fields = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
      );
      response.writeHead(answer.status ?? 200, fields).end(answer.body ?? `<ok user="${domain}\\${user}"/>`);
    });
  });
  const port = await listen(server, options.listenOn ?? '127.0.0.1');
  return {
    url: new URL(`https://localhost:${port}/OcsPowershell`),
    requests,
    refusals,
    async endConnections() {
      const open = [...sockets.keys()].filter((socket) => !socket.destroyed);
      await Promise.all(open.map((socket) => once(socket.end(), 'close')));
    },
    show(identity) {
      server.setSecureContext({ cert: identity.certPem, key: identity.keyPem });
    },
    close() {
      for (const socket of sockets.keys()) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Listens on a free port of `address` and gives the port. */
export function listen(server: Server, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, address, () => {
      // A server that listens on TCP has an AddressInfo; text is for pipes, null for one that does not listen.
      resolve((server.address() as AddressInfo).port);
    });
  });
}
