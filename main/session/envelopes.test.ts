import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, received } from './fake-server.fixture.ts';
import { startHttpsFake, type HttpsFake } from './https-server.fixture.ts';
import { GET } from './testing.fixture.ts';

const MIB = 1024 * 1024;
/** MaxEnvelopeSizekb of a server whose administrator has raised it; ours asks for less, and not every server heeds that. */
const LARGEST = 4 * MIB;

let server: HttpsFake;
beforeEach(async () => (server = await startHttpsFake()));
afterEach(() => server.close());

/** Answers the pipeline with one object, and fills its envelope up to so many characters. */
function answerFilledTo(characters: number, text: string): void {
  const { fake } = server;
  fake.handlers.receive = () => received(fake.output(text) + fake.state(4) + fake.done());
  const { write } = server;
  server.write = (contentType, body) => {
    const isAnswer = body.includes('ReceiveResponse');
    return write(contentType, isAnswer ? body + ' '.repeat(characters - body.length) : body);
  };
}

describe('an answer of the largest envelope there is', () => {
  // Base64 of UTF-8: three characters of text are four of the envelope.
  const TEXT = 'x'.repeat(3 * MIB - 10_000);

  it('is read', async () => {
    const session = await server.open();
    answerFilledTo(LARGEST, TEXT);
    expect((await session.run([GET])).output).toEqual([TEXT]);
  });

  it('is read in UTF-16, which takes twice the bytes', async () => {
    const session = await server.open();
    server.write = (_, body) => ['application/soap+xml;charset=UTF-16', Buffer.from(`\ufeff${body}`, 'utf16le')];
    answerFilledTo(LARGEST - 1, TEXT);
    expect((await session.run([GET])).output).toEqual([TEXT]);
  });

  it('is the last that is read', async () => {
    const session = await server.open();
    answerFilledTo(2 * LARGEST + 1, TEXT);
    expect(await codeOf(session.run([GET]))).toBe('http.too-large');
  });
});

describe('an answer over a slow link', () => {
  it('is read, though it takes longer than silence would be waited for', async () => {
    const session = await server.open({ operationTimeoutMs: 200, receiveGraceMs: 300 });
    const text = 'x'.repeat(200_000);
    answerFilledTo(300_000, text);
    server.pieceMs = 60;
    expect((await session.run([GET])).output).toEqual([text]);
    server.pieceMs = 0;
  });
});
