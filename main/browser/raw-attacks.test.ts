import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConsole, type Console } from '../console/console.ts';
import { directoryBench } from '../deployments/directory.fixture.ts';
import { createJournal } from '../journal/journal.ts';
import { ask } from './http-client.fixture.ts';
import { startBrowserHost, type BrowserHost } from './host.ts';
import { readStaticFiles } from './static-files.ts';

/** How long a request may take here, in milliseconds. */
const PATIENCE = { headers: 200, request: 400 };

let folder = '';
let console: Console;
let host: BrowserHost;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-raw-'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><html data-theme="light"><title>page</title>');
  console = createConsole({
    deployments: [],
    ...directoryBench(join(folder, 'settings')),
    journal: createJournal({ folder: join(folder, 'journal'), vault: null, clock: () => 0 }),
    clock: () => 0,
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    randomId: () => 'id',
  });
  const files = readStaticFiles(join(folder, 'dist'));
  host = await startBrowserHost({ console, files, graceMs: 20, ownUser: null, patience: PATIENCE });
});
afterEach(async () => {
  await host.close();
  await console.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends the text, and gives all that came back once the host has ended the connection. */
async function exchange(text: string): Promise<string> {
  const closed = Promise.withResolvers<undefined>();
  const socket = connect({ host: '127.0.0.1', port: host.port });
  let reply = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (reply += chunk));
  // A host that resets instead of ending is as good an answer.
  socket.on('error', () => undefined);
  socket.on('close', () => closed.resolve(undefined));
  socket.write(text.replaceAll('HOST', `127.0.0.1:${host.port}`).replaceAll('\n', '\r\n'));
  await closed.promise;
  return reply;
}

function statusesIn(reply: string): readonly string[] {
  return [...reply.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((found) => found[1] ?? '');
}

describe('a slow client', () => {
  it.each([
    ['headers', 'GET / HTTP/1.1\nHost: HOST\nX-Slow: '],
    [
      'a body',
      'POST /api/session HTTP/1.1\nHost: HOST\nSec-Fetch-Site: same-origin\nOrigin: http://HOST\nContent-Type: application/json\nContent-Length: 100\n\n{',
    ],
  ])('that never ends %s is ended, and keeps nobody waiting', async (_what, begun) => {
    const slow = Promise.all(Array.from({ length: 50 }, () => exchange(begun)));
    expect((await ask(host.port, { path: '/' })).status).toBe(200);
    for (const reply of await slow) expect(['', '408', '400']).toContain(statusesIn(reply).join());
  });
});

describe('a request that two readers could read as two', () => {
  it.each([
    ['a length and chunks', 'Content-Length: 4\nTransfer-Encoding: chunked\n\n0\n\nGET / HTTP/1.1\nHost: HOST\n\n'],
    ['two lengths', 'Content-Length: 0\nContent-Length: 40\n\nGET / HTTP/1.1\nHost: HOST\n\n'],
    ['chunks under another name', 'Transfer-Encoding: xchunked\n\n0\n\nGET / HTTP/1.1\nHost: HOST\n\n'],
    ['a folded header', 'X-A: b\n folded\nTransfer-Encoding:\n chunked\n\n0\n\nGET / HTTP/1.1\nHost: HOST\n\n'],
    ['a blank before the colon', 'Transfer-Encoding : chunked\n\n0\n\nGET / HTTP/1.1\nHost: HOST\n\n'],
  ])('with %s is refused whole: what is hidden in it is not answered', async (_what, rest) => {
    const reply = await exchange(`POST /api/session HTTP/1.1\nHost: HOST\n${rest}`);
    expect(statusesIn(reply)).toHaveLength(1);
    expect(statusesIn(reply)[0]).toMatch(/^4/);
    expect(reply).not.toContain('<title>page');
  });

  it.each([
    ['no host', 'GET / HTTP/1.1\n\n'],
    ['a host that is ours and one that is not', 'GET / HTTP/1.1\nHost: evil.example\nHost: HOST\n\n'],
    ['another host in its target', 'GET http://evil.example/ HTTP/1.1\nHost: evil.example\n\n'],
    ['bare line ends', 'GET / HTTP/1.1\rHost: HOST\r\r'],
    ['headers without end', `GET / HTTP/1.1\nHost: HOST\nX-Long: ${'x'.repeat(100_000)}\n\n`],
    ['another protocol', 'PRI * HTTP/2.0\n\nSM\n\n'],
  ])('with %s gets no page', async (_what, text) => {
    expect(await exchange(text)).not.toContain('<title>page');
  });

  it('that is one gets the page: the tests above can fail', async () => {
    expect(await exchange('GET / HTTP/1.1\nHost: HOST\nConnection: close\n\n')).toContain('<title>page');
  });
});
