import { createServer, type Server } from 'node:https';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MessageType } from '../psrp/messages/message-type.ts';
import { createAuthority, type TestAuthority } from '../transport/testing/certificates.ts';
import { listen } from '../transport/testing/signing-server.ts';
import { codeOf, FakeServer, received } from './fake-server.fixture.ts';
import { openSession, type RemoteSession } from './index.ts';
import { GET } from './testing.fixture.ts';

/** What a server answers instead of SOAP, or inside it, to harm whoever reads it. */
const HOSTILE: readonly (readonly [what: string, xml: string])[] = [
  ['a DOCTYPE', '<!DOCTYPE S [<!ENTITY a "b">]><S>x</S>'],
  ['a DOCTYPE that names a file', '<!DOCTYPE S [<!ENTITY a SYSTEM "file:///etc/passwd">]><S>&a;</S>'],
  ['elements without end within one another', `${'<Obj>'.repeat(50_000)}${'</Obj>'.repeat(50_000)}`],
  ['attributes without end', `<S ${Array.from({ length: 10_000 }, (_, at) => `a${at}="x"`).join(' ')}>x</S>`],
];
const SOAP = 'xmlns:s="http://www.w3.org/2003/05/soap-envelope"';

let authority: TestAuthority;
let fake: FakeServer;
let server: Server;
let url: URL;
/** Said in place of the reply to the next request, where a test sets it. */
let instead: string | null;
const opened: RemoteSession[] = [];

/** The server in memory, put behind real HTTPS: what it says is read by the whole client. */
beforeEach(async () => {
  fake = new FakeServer();
  instead = null;
  authority = await createAuthority();
  const { certPem: cert, keyPem: key } = await authority.issue();
  server = createServer({ cert, key }, (request, response) => {
    const connection = fake.transport.connect();
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void connection.post(Buffer.concat(chunks).toString(), { timeoutMs: 10_000 }).then((reply) => {
        response.writeHead(reply.status, { 'Content-Type': reply.contentType }).end(instead ?? reply.body);
        instead = null;
      });
    });
  });
  url = new URL(`https://localhost:${await listen(server, '127.0.0.1')}/OcsPowershell`);
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((session) => session.close()));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function open(): Promise<RemoteSession> {
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
}

describe('a hostile server is refused by name', () => {
  it.each(HOSTILE)('that answers Create with %s', async (_what, xml) => {
    const doctype = /^<!DOCTYPE[^\]]*\]>/.exec(xml)?.[0] ?? '';
    instead = `${doctype}<s:Envelope ${SOAP}><s:Body>${xml.slice(doctype.length)}</s:Body></s:Envelope>`;
    expect(await codeOf(open())).toBe('powershell.hostile-xml');
  });

  it.each(HOSTILE)('that sends %s as an object, and closes the session cleanly after it', async (_what, xml) => {
    const session = await open();
    fake.handlers.receive = () => received(fake.stream(MessageType.PIPELINE_OUTPUT, xml) + fake.state(4) + fake.done());
    expect(await codeOf(session.run([GET]))).toBe('powershell.hostile-xml');
    delete fake.handlers.receive;
    await session.close();
    expect(fake.count('delete')).toBe(1);
  });

  it('that sends a reply larger than any', async () => {
    instead = `<s:Envelope ${SOAP} a="${'x'.repeat(80 * 1024 * 1024)}"/>`;
    expect(await codeOf(open())).toMatch(/^(http\.too-large|powershell\.hostile-xml)$/);
  });
});
