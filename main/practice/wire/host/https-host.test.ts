import { request } from 'node:https';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { errorFrom } from '../../../../shared/errors.ts';
import { createRequest, receiveRequest } from '../../../wsman/index.ts';
import { startPractice, type PracticeOptions, type RunningPractice } from '../../index.ts';
import { openPool } from '../testing/pool-client.ts';
import { connectTo, faultOf } from '../testing/wire-client.ts';

let practice: RunningPractice;

afterEach(() => practice.close());

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** One bare request on a connection of its own: status, and the schemes offered. */
async function ask(asked: Asked): Promise<string> {
  const url = new URL(practice.url);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: url.port,
        ca: practice.caPem,
        agent: false,
        path: asked.path ?? url.pathname,
        method: asked.method ?? 'POST',
        headers: { 'Content-Type': 'application/soap+xml;charset=UTF-8', ...asked.headers },
      },
      (response) => {
        response.resume();
        // Node joins equal headers with a comma, but for Set-Cookie.
        const schemes = response.headers['www-authenticate'] ?? '';
        response.once('end', () => resolve(`${response.statusCode} ${schemes}`.trim()));
      },
    );
    sent.once('error', reject);
    sent.end(asked.body ?? '<x/>');
  });
}

function basic(password = practice.accounts.administrator.password): { readonly Authorization: string } {
  const { user } = practice.accounts.administrator;
  return { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

async function start(options: PracticeOptions = {}): Promise<void> {
  practice = await startPractice(options);
}

describe('sign-in', () => {
  test('every connection that is not signed in is refused, with all it may sign in by', async () => {
    await start();
    const offers = '401 Negotiate, NTLM, Basic realm="WSMAN", charset="UTF-8"';
    expect([await ask({}), await ask({})]).toEqual([offers, offers]);
    expect(practice.stats().connections).toMatchObject([{ unauthorized: 1 }, { unauthorized: 1 }]);
  });

  test('a real endpoint offers no Basic, and takes none', async () => {
    await start({ schemes: ['Negotiate', 'NTLM'] });
    expect(await ask({ headers: basic() })).toBe('401 Negotiate, NTLM');
  });

  test('a wrong password is refused', async () => {
    await start();
    expect(await ask({ headers: basic('wrong') })).toMatch(/^401 /);
    expect(practice.stats().connections).toMatchObject([{ signIns: 0 }]);
  });

  test.each(['negotiate', 'ntlm'] as const)('%s signs in once on each connection', async (scheme) => {
    await start();
    const client = await connectTo(practice, { scheme });
    await openPool(client);
    const second = client.another();
    const { body } = createRequest(client.context, { shellId: '', opening: new Uint8Array(0) });
    await second.post(body, { timeoutMs: 5_000 });
    await second.post(body, { timeoutMs: 5_000 });
    expect(practice.stats().connections).toMatchObject([{ signIns: 1 }, { signIns: 1, requests: 3 }]);
    client.close();
  });

  test('a strict server takes NTLM only with MIC and channel binding, which ours sends', async () => {
    await start({ strict: true });
    const client = await connectTo(practice, { scheme: 'ntlm' });
    await openPool(client);
    expect(practice.stats().shells).toBe(1);
    client.close();
  });

  test('a kept connection that the server closed is signed in anew', async () => {
    await start({ idleConnectionMs: 50 });
    const client = await connectTo(practice, { scheme: 'ntlm' });
    await openPool(client);
    await expect.poll(() => practice.stats().connections[0]?.open, { timeout: 5_000 }).toBe(false);
    const { body } = createRequest(client.context, { shellId: '', opening: new Uint8Array(0) });
    expect((await client.post(body)).status).toBe(500);
    expect(practice.stats().connections).toMatchObject([{ signIns: 1 }, { signIns: 1 }]);
    client.close();
  });
});

describe('HTTP', () => {
  test.each<readonly [string, Asked, string]>([
    ['another path', { path: '/wsman' }, '404'],
    ['the path in other letters, with a query', { path: '/ocspowershell?PSVersion=5.1' }, '500'],
    ['GET', { method: 'GET', body: '' }, '405'],
    ['text', { headers: { 'Content-Type': 'text/plain' } }, '415'],
    ['an empty body', { body: '' }, '500'],
  ])('%s is answered', async (_what, asked, answer) => {
    await start();
    expect(await ask({ ...asked, headers: { ...basic(), ...asked.headers } })).toBe(answer);
  });

  test.each(['utf-16le', 'utf-16be'])('a request in %s is read', async (encoding) => {
    await start();
    const client = await connectTo(practice, { resourceUri: 'urn:nobody' });
    const { body } = createRequest(client.context, { shellId: '', opening: new Uint8Array(0) });
    const bytes = Buffer.from(`\uFEFF${body}`, 'utf16le');
    const headers = { ...basic(), 'Content-Type': 'application/soap+xml;charset=UTF-16' };
    // A fault about the resource, and none about the XML, tells that it was read.
    expect(await ask({ headers, body: encoding === 'utf-16be' ? bytes.swap16() : bytes })).toBe('500');
    expect(faultOf(await client.post(body))).toBe('500 a:DestinationUnreachable 2150858811');
    client.close();
  });

  test('a request cut off in its body harms nobody', async () => {
    await start();
    await new Promise<void>((resolve) => {
      const sent = request({ port: new URL(practice.url).port, ca: practice.caPem, method: 'POST', agent: false });
      sent.once('error', () => resolve());
      sent.setHeader('Content-Length', 1000);
      sent.write('<half', () => sent.destroy());
    });
    expect(await ask({ headers: basic() })).toBe('500');
  });
});

describe('the end', () => {
  test('a client that never finishes its handshake does not keep the server', async () => {
    await start();
    const silent: Socket = connect(Number(new URL(practice.url).port), '127.0.0.1');
    await new Promise((resolve) => silent.once('connect', resolve));
    const closed = new Promise((resolve) => silent.once('close', resolve));
    await practice.close();
    await closed;
  });

  test('a Receive that waits is cut off', async () => {
    await start();
    const client = await connectTo(practice);
    const { shellId } = await openPool(client);
    const waiting = client.post(receiveRequest(client.context, shellId, null), client.another());
    const failed = waiting.catch((error: unknown) => errorFrom(error).code);
    await expect.poll(() => practice.stats().connections.length).toBe(2);
    await practice.close();
    expect(await failed).toBe('network.lost');
    client.close();
  });
});
