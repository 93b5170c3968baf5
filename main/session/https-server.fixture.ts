import { createServer } from 'node:https';
import { createAuthority } from '../transport/testing/certificates.ts';
import { listen } from '../transport/testing/signing-server.ts';
import { FakeServer } from './fake-server.fixture.ts';
import { openSession, type RemoteSession } from './index.ts';

/** The server in memory, put behind real HTTPS: what it says is read by the whole client. */
export interface HttpsFake {
  readonly fake: FakeServer;
  /** How a reply is put on the wire; as it is unless a test says otherwise. */
  write: (contentType: string, body: string) => readonly [contentType: string, body: string | Buffer];
  /** A session on it, closed with it. */
  open(): Promise<RemoteSession>;
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
        response.writeHead(reply.status, { 'Content-Type': contentType }).end(body);
      });
    });
  });
  const url = new URL(`https://localhost:${await listen(server, '127.0.0.1')}/OcsPowershell`);
  const opened: RemoteSession[] = [];
  const started: HttpsFake = {
    fake,
    write: (contentType, body) => [contentType, body],
    open: async () => {
      const session = await openSession({
        endpoint: {
          url,
          trust: { kind: 'ca', pem: authority.certPem },
          signIn: { scheme: 'basic', user: 'ana', password: 'x' },
        },
        resourceUri: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
      });
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
