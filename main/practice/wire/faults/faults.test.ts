import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { errorFrom, type EdgewiseError } from '../../../../shared/errors.ts';
import { ClientRunspacePool } from '../../../psrp/index.ts';
import { openTransport, probeCertificate } from '../../../transport/index.ts';
import { createRequest, deleteRequest } from '../../../wsman/index.ts';
import { startPractice, type RunningPractice } from '../../index.ts';
import { cmdlet, endOf, openPool } from '../testing/pool-client.ts';
import { connectTo, faultOf, type WireClient } from '../testing/wire-client.ts';

let practice: RunningPractice;
let client: WireClient;

beforeEach(async () => {
  practice = await startPractice();
  client = await connectTo(practice);
});

afterEach(async () => {
  client.close();
  await practice.close();
});

const faults = () => practice.own!.faults;
const create = () => createRequest(client.context, { shellId: crypto.randomUUID(), opening: new Uint8Array(0) });

/** What the service itself says to `create`: it got there, whatever it makes of it. */
const SERVICE_ANSWERS = '500 w:InternalError 2150858883';

async function errorOf(work: Promise<unknown>): Promise<EdgewiseError['code'] | 'none'> {
  return work.then(
    () => 'none' as const,
    (error: unknown) => errorFrom(error).code,
  );
}

describe('in front of the service', () => {
  test.each([403, 404, 502, 503, 504] as const)('HTTP %s comes without SOAP, once', async (status) => {
    faults().add({ kind: 'status', status });
    expect(faultOf(await client.post(create()))).toBe(`${status} text/html; charset=utf-8`);
    expect(faultOf(await client.post(create()))).toBe(SERVICE_ANSWERS);
  });

  test('a page of HTML comes with 200', async () => {
    faults().add({ kind: 'html', verb: 'Create' });
    expect(faultOf(await client.post(create()))).toBe('200 text/html; charset=utf-8');
  });
});

describe('on a request', () => {
  test('a quota fault names the quota', async () => {
    faults().add({ kind: 'quota', quota: 'MaxConcurrentUsers' });
    expect(faultOf(await client.post(create()))).toBe('500 w:QuotaLimit 2150859237');
  });

  test('a shell that goes is gone for good', async () => {
    const { shellId, pool, start } = await openPool(client);
    faults().add({ kind: 'shell-gone', verb: 'Command' });
    const pipeline = pool.createPipeline([cmdlet('Get-CsSite')], { noInput: true });
    expect(await errorOf(start(pipeline))).toBe('ws-management.shell-gone');
    expect(faultOf(await client.post(deleteRequest(client.context, shellId)))).toBe(
      '500 w:InvalidSelectors 2150858843',
    );
  });

  test('a slow answer is held back, and comes', async () => {
    faults().add({ kind: 'slow', milliseconds: 300, verb: 'Create' });
    const began = performance.now();
    await openPool(client);
    expect(performance.now() - began).toBeGreaterThanOrEqual(290);
  });

  test.each(['before', 'mid-reply', 'after'] as const)('a connection dropped %s is lost', async (moment) => {
    faults().add({ kind: 'drop', moment, verb: 'Create' });
    expect(await errorOf(openPool(client))).toBe('network.lost');
    expect(practice.stats().shells).toBe(moment === 'before' ? 0 : 1);
  });

  test('a Receive that is dropped takes its connection with it and no other', async () => {
    const { pool, start, finish } = await openPool(client);
    const pipeline = pool.createPipeline([cmdlet('Get-CsSite')], { noInput: true });
    await start(pipeline);
    const other = client.another();
    faults().add({ kind: 'drop', moment: 'before', verb: 'Receive' });
    expect(await errorOf(finish(pipeline, other))).toBe('network.lost');
    expect(endOf(await finish(pipeline, other))).toBe('completed');
    expect(practice.stats().connections).toMatchObject([
      { signIns: 1, open: true },
      { signIns: 1, open: false },
      { signIns: 1, open: true },
    ]);
  });

  test('a lost write was carried out, and nothing of it is heard', async () => {
    const { run, pool, start, finish } = await openPool(client);
    faults().add({ kind: 'lose-write', skip: 1 });
    expect(endOf(await run([cmdlet('New-CsAllowedDomain', { Identity: 'one.example' })]))).toBe('completed');
    const pipeline = pool.createPipeline([cmdlet('New-CsAllowedDomain', { Identity: 'two.example' })], {
      noInput: true,
    });
    await start(pipeline);
    expect(await errorOf(finish(pipeline))).toBe('network.lost');
    expect(await errorOf(finish(pipeline))).toBe('powershell.fragments-lost');
    const read = await run([cmdlet('Get-CsAllowedDomain', { Identity: 'two.example' })]);
    expect(read.map((event) => event.kind)).toEqual(['output', 'state']);
  });
});

describe('of the whole server', () => {
  test.each(['before', 'mid-reply'] as const)(
    'death %s loses the request, and nobody listens any more',
    async (moment) => {
      faults().add({ kind: 'die', moment, verb: 'Create' });
      expect(await errorOf(openPool(client))).toBe('network.lost');
      expect(await practice.ended).toBe('died');
      expect(await errorOf(connectTo(practice))).toBe('network.refused');
    },
  );

  test('death after a reply lets that reply through', async () => {
    faults().add({ kind: 'die', moment: 'after', verb: 'Create' });
    const pool = new ClientRunspacePool();
    pool.open();
    const opening = createRequest(client.context, { shellId: pool.id, opening: pool.takeOpening() });
    expect((await client.post(opening)).status).toBe(200);
    expect(await practice.ended).toBe('died');
  });

  test.each([
    ['expired', 'tls.expired'],
    ['not-yet-valid', 'tls.not-yet-valid'],
    ['wrong-name', 'tls.wrong-name'],
    ['untrusted', 'tls.untrusted'],
    ['sha384', 'none'],
  ] as const)('the certificate %s gives %s', async (variant, code) => {
    await practice.own!.show(variant);
    expect(await errorOf(client.post(create()))).toBe(code);
  });

  test('NTLM binds to a certificate signed with SHA-384', async () => {
    const strict = await startPractice({ strict: true, certificate: 'sha384' });
    const bound = await connectTo(strict, { scheme: 'negotiate' });
    expect(faultOf(await bound.post(create()))).toBe(SERVICE_ANSWERS);
    expect(strict.stats().connections).toMatchObject([{ signIns: 1 }]);
    bound.close();
    await strict.close();
  });

  test('a scripted certificate is shown to the connection it is meant for, and no other', async () => {
    const scripted = await startPractice({
      faults: [
        { kind: 'tls', certificate: 'expired', skip: 1 },
        { kind: 'tls', version: 'TLSv1.1', skip: 1 },
      ],
    });
    const codes: string[] = [];
    for (let connection = 1; connection <= 4; connection += 1) {
      const url = new URL(scripted.url);
      const { user, password } = scripted.accounts.administrator;
      const signIn = { scheme: 'basic', user, password } as const;
      const transport = await openTransport({ url, trust: { kind: 'ca', pem: scripted.caPem }, signIn });
      codes.push(await errorOf(transport.connect().post(create().body, { timeoutMs: 5_000 })));
      transport.close();
    }
    expect(codes).toEqual(['none', 'tls.expired', 'tls.too-old', 'none']);
    await scripted.close();
  });

  test('a server of TLS 1.1 alone is too old', async () => {
    await practice.own!.show('ordinary', 'TLSv1.1');
    expect(await errorOf(client.post(create()))).toBe('tls.too-old');
  });

  test('a renewed certificate is another one to who had pinned the first', async () => {
    const url = new URL(practice.url);
    const { sha256 } = await probeCertificate(url);
    const { user, password } = practice.accounts.administrator;
    const signIn = { scheme: 'basic', user, password } as const;
    const transport = await openTransport({ url, trust: { kind: 'pin', sha256 }, signIn });
    expect(faultOf(await transport.connect().post(create().body, { timeoutMs: 5_000 }))).toBe(SERVICE_ANSWERS);
    await practice.own!.show('renewed');
    expect(await errorOf(transport.connect().post(create().body, { timeoutMs: 5_000 }))).toBe(
      'tls.certificate-changed',
    );
    transport.close();
  });
});
