import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { createAuthority } from '../transport/testing/certificates.ts';
import { listen } from '../transport/testing/signing-server.ts';
import { FakeServer } from './fake-server.fixture.ts';
import { openSession, type RemoteSession, type SessionLimits, type SessionTarget } from './index.ts';

/** The server in memory, put behind real HTTPS: what it says is read by the whole client. */
export interface HttpsFake {
  readonly fake: FakeServer;
  /** How a reply is put on the wire; as it is unless a test says otherwise. */
  write: (contentType: string, body: string) => readonly [contentType: string, body: string | Buffer];
  /** Milliseconds between two of the twenty pieces in which a reply is written; 0 = at once. */
  pieceMs: number;
  /** A session on it, closed with it. */
  open(limits?: Partial<SessionLimits>): Promise<RemoteSession>;
  close(): Promise<void>;
}

/** Starts one on a free port of loopback. */
export async function startHttpsFake(): Promise<HttpsFake> {
  const fake = new FakeServer();
  const authority = await createAuthority();
  const { certPem: cert, keyPem: key } = await authority.issue();
  const server = createServer({ cert, key }, (request, response) => {
    const connection = fake.transport.connect();
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void connection.post(Buffer.concat(chunks).toString(), { timeoutMs: 10_000 }).then((reply) => {
        const [contentType, body] = started.write(reply.contentType, reply.body);
        response.writeHead(reply.status, { 'Content-Type': contentType });
        void writeSlowly(response, Buffer.from(body), started.pieceMs);
      });
    });
  });
  const url = new URL(`https://localhost:${await listen(server, '127.0.0.1')}/OcsPowershell`);
  const opened: RemoteSession[] = [];
  const started: HttpsFake = {
    fake,
    write: (contentType, body) => [contentType, body],
    pieceMs: 0,
    open: async (limits = {}) => {
      const target: SessionTarget = {
        endpoint: {
          url,
          trust: { kind: 'ca', pem: authority.certPem },
          signIn: { scheme: 'basic', user: 'ana', password: 'x' },
        },
        resourceUri: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
      };
      const session = await openSession(target, { limits });
      opened.push(session);
      return session;
    },
    close: async () => {
      await Promise.all(opened.map((session) => session.close()));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return started;
}

const PIECES = 20;

async function writeSlowly(response: ServerResponse, body: Buffer, pieceMs: number): Promise<void> {
  const size = pieceMs === 0 ? body.length : Math.ceil(body.length / PIECES);
  for (let at = size; at < body.length && !response.destroyed; at += size) {
    response.write(body.subarray(at - size, at));
    await wait(pieceMs);
  }
  response.end(body.subarray(Math.floor((body.length - 1) / size) * size));
}
