import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import type { TestIdentity } from './certificates.ts';
import { listen } from './signing-server.ts';

/** A server that says exactly what a test writes, over TLS or bare TCP. */
export interface RawServer {
  readonly url: URL;
  readonly port: number;
  /** Bytes received after the handshake, over all connections. */
  readonly received: () => string;
  readonly connections: () => number;
  close(): Promise<void>;
}

/** What to do with what a client has sent so far on one connection; `number` counts connections from 1. */
export type OnRequest = (socket: Socket, received: string, number: number) => void;

/** Starts a TLS server on 127.0.0.1; `onData` is called with all that a connection has sent whenever more arrives. */
export async function startRawTlsServer(
  identity: TestIdentity,
  onData: OnRequest,
  tls: TlsOptions = {},
): Promise<RawServer> {
  const log = createLog(onData);
  const server = createTlsServer({ cert: identity.certPem, key: identity.keyPem, ...tls }, log.serve);
  server.on('tlsClientError', (_, socket) => socket.destroy());
  return run(server, log);
}

/** As startRawTlsServer without TLS: for what answers on a port but is not a TLS server. */
export async function startRawTcpServer(onData: OnRequest): Promise<RawServer> {
  const log = createLog(onData);
  return run(createTcpServer(log.serve), log);
}

/** A whole HTTP reply with its length. */
export function httpReply(status: string, headers: readonly string[], body = ''): string {
  const length = `Content-Length: ${Buffer.byteLength(body, 'utf8')}`;
  return [`HTTP/1.1 ${status}`, length, ...headers, '', body].join('\r\n');
}

/** Whether `received` ends a request whose body is `body`. */
export function endsRequest(received: string, body: string): boolean {
  return received.endsWith(`\r\n\r\n${body}`);
}

interface Log {
  readonly serve: (socket: Socket) => void;
  readonly sockets: Map<Socket, string>;
}

function createLog(onData: OnRequest): Log {
  const sockets = new Map<Socket, string>();
  return {
    sockets,
    serve(socket) {
      sockets.set(socket, '');
      const number = sockets.size;
      socket.on('error', () => socket.destroy());
      socket.on('data', (chunk: Buffer) => {
        const received = (sockets.get(socket) ?? '') + chunk.toString('latin1');
        sockets.set(socket, received);
        onData(socket, received, number);
      });
    },
  };
}

async function run(server: Server, log: Log): Promise<RawServer> {
  const port = await listen(server, '127.0.0.1');
  return {
    url: new URL(`https://localhost:${port}/OcsPowershell`),
    port,
    received: () => [...log.sockets.values()].join(''),
    connections: () => log.sockets.size,
    close() {
      for (const socket of log.sockets.keys()) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
