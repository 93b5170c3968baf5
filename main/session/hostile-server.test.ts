import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MessageType } from '../psrp/messages/message-type.ts';
import { codeOf, received } from './fake-server.fixture.ts';
import { startHttpsFake, type HttpsFake } from './https-server.fixture.ts';
import { GET } from './testing.fixture.ts';

/** What a server answers instead of SOAP, or inside it, to harm whoever reads it. */
const HOSTILE: readonly (readonly [what: string, xml: string])[] = [
  ['a DOCTYPE', '<!DOCTYPE S [<!ENTITY a "b">]><S>x</S>'],
  ['a DOCTYPE that names a file', '<!DOCTYPE S [<!ENTITY a SYSTEM "file:///etc/passwd">]><S>&a;</S>'],
  ['elements without end within one another', `${'<Obj>'.repeat(50_000)}${'</Obj>'.repeat(50_000)}`],
  ['attributes without end', `<S ${Array.from({ length: 10_000 }, (_, at) => `a${at}="x"`).join(' ')}>x</S>`],
];
const SOAP = 'xmlns:s="http://www.w3.org/2003/05/soap-envelope"';

let server: HttpsFake;
beforeEach(async () => (server = await startHttpsFake()));
afterEach(() => server.close());

function say(instead: string): void {
  server.write = (contentType) => [contentType, instead];
}

describe('a hostile server is refused by name', () => {
  it.each(HOSTILE)('that answers Create with %s', async (_what, xml) => {
    const doctype = /^<!DOCTYPE[^\]]*\]>/.exec(xml)?.[0] ?? '';
    say(`${doctype}<s:Envelope ${SOAP}><s:Body>${xml.slice(doctype.length)}</s:Body></s:Envelope>`);
    expect(await codeOf(server.open())).toBe('powershell.hostile-xml');
  });

  it.each(HOSTILE)('that sends %s as an object, and closes the session cleanly after it', async (_what, xml) => {
    const { fake } = server;
    const session = await server.open();
    fake.handlers.receive = () => received(fake.stream(MessageType.PIPELINE_OUTPUT, xml) + fake.state(4) + fake.done());
    expect(await codeOf(session.run([GET]))).toBe('powershell.hostile-xml');
    delete fake.handlers.receive;
    await session.close();
    expect(fake.count('delete')).toBe(1);
  });

  it('that sends a reply larger than any', async () => {
    say(`<s:Envelope ${SOAP} a="${'x'.repeat(80 * 1024 * 1024)}"/>`);
    expect(await codeOf(server.open())).toMatch(/^(http\.too-large|powershell\.hostile-xml)$/);
  });
});
