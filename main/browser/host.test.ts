import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { REQUEST_BYTES_LIMIT } from '../../shared/contract/limits.ts';
import { createConsole, type Console } from '../console/console.ts';
import type { DeploymentSource } from '../console/source.ts';
import { directoryBench } from '../deployments/directory.fixture.ts';
import { createJournal } from '../journal/journal.ts';
import { startBrowserHost, type BrowserHost } from './host.ts';
import { ask, open, pageHeaders, type Reply } from './http-client.fixture.ts';
import { readStaticFiles } from './static-files.ts';

const PAGE = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><script src="/assets/a.js"></script>';

let folder: string;
let console: Console;
let host: BrowserHost;
/** Aborts as the console saw them, for the one source that never connects. */
let aborted: Promise<void>;
let connecting: Promise<void>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-host-'));
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not for anybody');
  writeFileSync(join(folder, 'dist', 'index.html'), PAGE);
  writeFileSync(join(folder, 'dist', 'assets', 'a.js'), 'void 0;');
  writeFileSync(join(folder, 'dist', 'assets', 'a.js.map'), '{}');
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  const abort = Promise.withResolvers<undefined>();
  const begun = Promise.withResolvers<undefined>();
  aborted = abort.promise;
  connecting = begun.promise;
  const silent: DeploymentSource = {
    id: 'silent',
    summary: () => ({
      id: 'silent',
      name: 'Silent',
      kind: 'server',
      url: 'https://silent.example/OcsPowershell',
      user: 'ana',
      group: '',
      colour: 'teal',
      scheme: 'basic',
      trust: 'ca',
      connection: '',
      passwordState: 'stored',
      production: false,
      readOnly: false,
    }),
    connect: (signal) => {
      begun.resolve(undefined);
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          abort.resolve(undefined);
          reject(new Error('aborted'));
        });
      });
    },
    close: () => Promise.resolve(),
  };
  console = createConsole({
    deployments: [silent],
    ...directoryBench(join(folder, 'settings')),
    journal: createJournal({ folder: join(folder, 'journal'), vault: null, clock: () => 0 }),
    clock: () => 0,
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    randomId: () => 'id',
  });
  host = await startBrowserHost({ console, files: readStaticFiles(join(folder, 'dist')), graceMs: 20, ownUser: null });
});
afterEach(async () => {
  await host.close();
  await console.close();
});

function tokenOf(url: string): string {
  return new URL(url).hash.replace('#token=', '');
}

async function session(body: unknown, headers: Record<string, string | undefined> = {}): Promise<Reply> {
  return await ask(host.port, {
    method: 'POST',
    path: '/api/session',
    headers: { ...pageHeaders(host.port), ...headers },
    body: JSON.stringify(body),
  });
}

async function admitted(): Promise<{ readonly secret: string; readonly resume: string; readonly cookie: string }> {
  const reply = await session({ token: tokenOf(host.launchUrl()) });
  expect(reply.status).toBe(200);
  const cookie = reply.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  return { ...(JSON.parse(reply.body) as { secret: string; resume: string }), cookie };
}

async function list(headers: Record<string, string | undefined>, body = '{}'): Promise<Reply> {
  return await ask(host.port, { method: 'POST', path: '/api/request/deployments.list', headers, body });
}

describe('the page', () => {
  it('comes with a policy of its own nonce each time, and is neither cached nor framed', async () => {
    const first = await ask(host.port, { path: '/' });
    const second = await ask(host.port, { path: '/' });
    expect(first.status).toBe(200);
    const nonce = /content="([^"]+)"/.exec(first.body)?.[1] ?? '';
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(second.body).not.toContain(nonce);
    expect(first.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'none'; ` +
        `img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; ` +
        `frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    );
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it('serves its files by exact path and nothing else', async () => {
    const script = await ask(host.port, { path: '/assets/a.js?v=1' });
    expect([script.status, script.body, script.headers['content-type']]).toEqual([
      200,
      'void 0;',
      'text/javascript; charset=utf-8',
    ]);
    for (const path of [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..\\..\\secret.txt',
      '//etc/passwd',
      '/assets/',
      '/assets/a.js.map',
      '/index.html/',
      '/__proto__',
      `http://127.0.0.1:${host.port}/assets/a.js`,
    ]) {
      const reply = await ask(host.port, { path });
      expect([path, reply.status, reply.body]).toEqual([path, 404, '']);
    }
  });

  it('listens on 127.0.0.1 alone', () => {
    expect(new URL(host.launchUrl()).host).toBe(`127.0.0.1:${host.port}`);
    const elsewhere = connect({ host: '127.0.0.2', port: host.port });
    return new Promise<void>((resolve, reject) => {
      elsewhere.on('connect', () => reject(new Error('127.0.0.2 answered')));
      elsewhere.on('error', () => resolve());
    });
  });
});

describe('DNS rebinding', () => {
  it.each([
    'evil.example',
    'localhost',
    'evil.example:PORT',
    'localhost:PORT',
    '127.0.0.1',
    '[::1]:PORT',
    '127.0.0.1.:PORT',
  ])('answers nothing to the host %s', async (name) => {
    const foreign = name.replace('PORT', String(host.port));
    const { secret } = await admitted();
    const page = await ask(host.port, { path: '/', headers: { host: foreign } });
    const api = await list({ ...pageHeaders(host.port, secret), host: foreign });
    expect([page.status, page.body, api.status, api.body]).toEqual([421, '', 421, '']);
  });
});

describe('another site', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another loopback port', { origin: 'http://127.0.0.1:1' }],
    ['a page of no origin', { origin: 'null' }],
    ['no origin at all', { origin: undefined }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
    ['a page on another port', { 'sec-fetch-site': 'same-site' }],
    ['what is no browser', { 'sec-fetch-site': undefined }],
  ])('is refused as %s, with everything else right', async (_, wrong) => {
    const { secret, cookie } = await admitted();
    const headers = { ...pageHeaders(host.port, secret), cookie, ...wrong };
    expect((await list(headers)).status).toBe(403);
    expect((await session({}, { cookie, ...wrong })).status).toBe(403);
    const token = tokenOf(host.launchUrl());
    expect((await session({ token }, wrong)).status).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'cannot post the %s of a form',
    async (type) => {
      const { secret } = await admitted();
      expect((await list({ ...pageHeaders(host.port, secret), 'content-type': type })).status).toBe(415);
    },
  );

  it('cannot read events or embed files, but a person may follow a link to the page', async () => {
    const { secret } = await admitted();
    const events = { 'x-edgewise-window': secret, 'sec-fetch-site': 'cross-site' };
    expect((await ask(host.port, { path: '/api/events', headers: events })).status).toBe(403);
    const embedded = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' };
    expect((await ask(host.port, { path: '/assets/a.js', headers: embedded })).status).toBe(403);
    const framed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' };
    expect((await ask(host.port, { path: '/', headers: framed })).status).toBe(403);
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await ask(host.port, { path: '/', headers: link })).status).toBe(200);
  });

  it('is given no leave by a preflight', async () => {
    const reply = await ask(host.port, {
      method: 'OPTIONS',
      path: '/api/request/deployments.list',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(reply.status).toBe(405);
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the launch URL', () => {
  it('admits once; stolen and replayed it admits nobody', async () => {
    const token = tokenOf(host.launchUrl());
    expect((await session({ token })).status).toBe(200);
    const replayed = await session({ token });
    expect([replayed.status, replayed.body, replayed.headers['set-cookie']]).toEqual([403, '', undefined]);
  });

  it('leaves a cookie of this port that no script reads and no other site sends', async () => {
    const reply = await session({ token: tokenOf(host.launchUrl()) });
    expect(reply.headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^edgewise-${host.port}=[A-Za-z0-9_-]{43}; Path=/api/session; HttpOnly; SameSite=Strict$`),
      ),
    ]);
  });

  it('lets a reload in by the cookie and the key of its page, used token or not, with a secret of its own', async () => {
    const token = tokenOf(host.launchUrl());
    const first = await session({ token });
    const cookie = first.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const { resume } = JSON.parse(first.body) as { resume: string };
    const reloads = [
      await session({ resume }, { cookie }),
      await session({ token, resume }, { cookie: `other=1; ${cookie}` }),
    ];
    const secrets = [first, ...reloads].map((reply) => (JSON.parse(reply.body) as { secret: string }).secret);
    expect(new Set(secrets).size).toBe(3);
  });

  it('lets nobody in by the cookie alone, which a page on another port is sent, nor by the key alone', async () => {
    const { cookie, resume } = await admitted();
    const other = await admitted();
    expect((await session({}, { cookie })).status).toBe(403);
    expect((await session({ resume })).status).toBe(403);
    expect((await session({ resume: 'a'.repeat(43) }, { cookie })).status).toBe(403);
    // A second window has overwritten the first one's cookie: both go on.
    expect((await session({ resume }, { cookie: other.cookie })).status).toBe(200);
  });

  it.each([
    ['nothing', {}, undefined],
    ['a guess', { token: 'a'.repeat(43) }, undefined],
    ['a cookie of another port', {}, 'edgewise-1=x'],
    ['an empty cookie', {}, 'edgewise-PORT='],
  ])('admits nobody with %s', async (_, body, cookie) => {
    expect((await session(body, { cookie: cookie?.replace('PORT', String(host.port)) })).status).toBe(403);
  });

  it.each([[{ token: 1 }], [{ token: 'x', more: 1 }], [[]], [null], ['token']])('refuses the body %j', async (body) => {
    expect((await session(body)).status).toBe(400);
  });
});

describe('a request', () => {
  it('is served for the secret of a window and for nothing less', async () => {
    const { secret, cookie } = await admitted();
    const reply = await list(pageHeaders(host.port, secret));
    expect(JSON.parse(reply.body)).toMatchObject({ ok: true, value: [{ id: 'silent' }] });
    expect(reply.headers['cache-control']).toBe('no-store');
    expect((await list({ ...pageHeaders(host.port), cookie })).status).toBe(403);
    expect((await list(pageHeaders(host.port, 'x'.repeat(43)))).status).toBe(403);
    expect((await ask(host.port, { path: '/api/events', headers: { ...pageHeaders(host.port), cookie } })).status).toBe(
      403,
    );
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['an input the schema refuses', '{"deployment":5}'],
    ['bytes that are no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
  ])('answers %s with a failed result', async (_, body) => {
    const { secret } = await admitted();
    const reply = await ask(host.port, {
      method: 'POST',
      path: '/api/request/deployments.list',
      headers: pageHeaders(host.port, secret),
      body,
    });
    expect([reply.status, JSON.parse(reply.body)]).toMatchObject([
      200,
      { ok: false, error: { code: 'input.request-malformed', values: { request: 'deployments.list' } } },
    ]);
  });

  it.each(['nothing.of.ours', '__proto__', 'constructor', '', '%00'])('has no name %j', async (name) => {
    const { secret } = await admitted();
    const asked = { method: 'POST', path: `/api/request/${name}`, headers: pageHeaders(host.port, secret), body: '{}' };
    expect(JSON.parse((await ask(host.port, asked)).body)).toMatchObject({
      ok: false,
      error: { code: 'input.request-malformed' },
    });
  });

  it('is given up when its body is too large, announced or not, and the host goes on', async () => {
    const { secret } = await admitted();
    const headers = pageHeaders(host.port, secret);
    const large = `{"deployment":"${'x'.repeat(REQUEST_BYTES_LIMIT)}"}`;
    const announced = await list({ ...headers, 'content-length': String(large.length) }, '{}').catch(String);
    expect(announced).toMatchObject({ status: 413 });
    const streamed = await list({ ...headers, 'transfer-encoding': 'chunked' }, large).catch(String);
    // The host may close the connection before all was sent: then there is no reply to read.
    if (typeof streamed !== 'string') expect(streamed.status).toBe(413);
    else expect(streamed).toMatch(/ECONNRESET|EPIPE|socket hang up/);
    expect((await list(headers)).status).toBe(200);
  });

  it('ends its work when the window goes away', async () => {
    const { secret } = await admitted();
    const leave = new AbortController();
    const asked = ask(host.port, {
      method: 'POST',
      path: '/api/request/deployments.open',
      headers: pageHeaders(host.port, secret),
      body: '{"deployment":"silent"}',
      signal: leave.signal,
    });
    await connecting;
    leave.abort();
    await expect(asked).rejects.toThrow('aborted');
    await aborted;
  });
});

describe('events', () => {
  it('reach a window as lines of JSON, after an empty line that says it is connected', async () => {
    const { secret } = await admitted();
    const stream = await open(host.port, { path: '/api/events', headers: pageHeaders(host.port, secret) });
    expect(stream.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    stream.setEncoding('utf8');
    const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<string>;
    let text = (await chunks.next()).value as string;
    expect(text).toBe('\n');
    const leave = new AbortController();
    const body = '{"deployment":"silent"}';
    const path = '/api/request/deployments.open';
    const opening = ask(host.port, {
      method: 'POST',
      path,
      headers: pageHeaders(host.port, secret),
      body,
      signal: leave.signal,
    });
    while (!text.includes('opening')) text += (await chunks.next()).value as string;
    expect(JSON.parse(text.trim())).toEqual({
      name: 'deployment.state',
      payload: { deployment: 'silent', state: 'opening', error: null },
    });
    leave.abort();
    await expect(opening).rejects.toThrow('aborted');
    stream.destroy();
  });
});

describe.runIf(process.platform === 'linux')('another user of this machine', () => {
  /** Asks for the page from a process of its own: as `nobody` where this test is root, for root may connect. */
  async function asked(port: number): Promise<string> {
    const program = `fetch('http://127.0.0.1:${port}/').then((r) => console.log(r.status), () => console.log('closed'))`;
    const other = spawn(process.execPath, ['-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
      ...(process.getuid?.() === 0 ? { uid: 65_534 } : {}),
    });
    let said = '';
    for await (const text of other.stdout.setEncoding('utf8') as AsyncIterable<string>) said += text;
    return said.trim();
  }

  it('is not answered, whatever he knows; this user is', async () => {
    const files = readStaticFiles(join(folder, 'dist'));
    const theirs = await startBrowserHost({ console, files, graceMs: 20, ownUser: 4_711 });
    expect(await asked(theirs.port)).toBe('closed');
    await theirs.close();
    const own = process.getuid?.() === 0 ? 65_534 : (process.getuid?.() ?? null);
    const ours = await startBrowserHost({ console, files, graceMs: 20, ownUser: own });
    expect(await asked(ours.port)).toBe('200');
    await ours.close();
  });
});

describe('the end of the host', () => {
  it('comes some time after its last window, and not before a window came', async () => {
    const { secret } = await admitted();
    const first = await open(host.port, { path: '/api/events', headers: pageHeaders(host.port, secret) });
    const second = await open(host.port, { path: '/api/events', headers: pageHeaders(host.port, secret) });
    first.destroy();
    second.destroy();
    await host.ended;
  });
});
