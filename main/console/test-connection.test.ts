import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_STEPS, type DeploymentDraft, type TestStep } from '../../shared/contract/deployments.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { serverDraft } from '../deployments/server-draft.fixture.ts';
import { startPractice, type RunningPractice } from '../practice/index.ts';
import { createAuthority } from '../transport/testing/certificates.ts';
import { httpReply, startRawTlsServer } from '../transport/testing/raw-server.ts';
import { consoleBench } from './engine-source.fixture.ts';
import { addServer, refusalOf } from './add-server.fixture.ts';

let practice: RunningPractice;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(async () => practice.close());

const draft = (over: Partial<DeploymentDraft> = {}) => serverDraft(practice, over);

const SOAP = ['Content-Type: application/soap+xml;charset=UTF-8'];
const EMPTY_ENVELOPE = '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body/></s:Envelope>';

/** The steps of a test by Basic, of a server that answers so to what it has received. */
async function testedByBasic(answer: (received: string) => string): Promise<readonly TestStep[]> {
  const authority = await createAuthority();
  const web = await startRawTlsServer(await authority.issue(), (socket, received) => socket.write(answer(received)));
  const trust = { kind: 'ca', pem: authority.certPem } as const;
  const target = { draft: draft({ url: web.url.href, scheme: 'basic', trust }) };
  try {
    return await consoleBench().get('deployments.test', { test: 't', target, password: 'nobody-asked' });
  } finally {
    await web.close();
  }
}

describe('Test connection', () => {
  it('goes through every step with what it found in each, telling each as it ends', async () => {
    const bench = consoleBench();
    const { password } = practice.accounts.administrator;
    const steps = await bench.get('deployments.test', { test: 't1', target: { draft: draft({ name: '' }) }, password });
    expect(steps.map(({ step, state, error }) => [step, state, error])).toEqual(
      TEST_STEPS.map((step) => [step, 'ok', null]),
    );
    expect(Object.assign({}, ...steps.map(({ facts }) => facts))).toMatchObject({
      address: '127.0.0.1',
      scheme: 'ntlm',
      offered: 'Negotiate, NTLM, Basic',
      status: '401',
      clockAhead: expect.stringMatching(/^-?[01]$/) as string,
      chain: expect.stringMatching(/ ← /) as string,
      names: 'pool01.contoso.com',
      unknownHost: '127.0.0.1',
      may: 'change',
      version: expect.stringContaining('Skype for Business Server 2015') as string,
    });
    expect(bench.events.map(({ payload }) => payload)).toEqual(steps.map((step) => ({ test: 't1', ...step })));
    expect(await bench.get('deployments.list', {})).toEqual([]);
  });

  it.each<[Partial<DeploymentDraft>, string, readonly string[], ErrorCode]>([
    [{ url: 'https://no-such-host.invalid' }, 'right', [], 'network.unknown-host'],
    [{ url: 'https://127.0.0.1:1' }, 'right', ['name'], 'network.refused'],
    [{ trust: { kind: 'system' } }, 'right', ['name', 'tcp'], 'tls.untrusted'],
    [{ trust: { kind: 'pin', sha256: '0'.repeat(64) } }, 'right', ['name', 'tcp'], 'tls.certificate-changed'],
    [{}, 'wrong', ['name', 'tcp', 'tls', 'offers'], 'sign-in.refused'],
    [{ scheme: 'basic' }, 'wrong', ['name', 'tcp', 'tls', 'offers'], 'sign-in.refused'],
    [{}, '', ['name', 'tcp', 'tls', 'offers'], 'input.password-missing'],
    [
      { resourceUri: 'http://example.com/none' },
      'right',
      ['name', 'tcp', 'tls', 'offers', 'sign-in'],
      'ws-management.resource-uri',
    ],
  ])('with %j and the %s password ends after %j with %s', async (over, which, passed, code) => {
    const bench = consoleBench();
    const password = which === 'right' ? practice.accounts.administrator.password : which;
    const input = { test: 't', target: { draft: draft(over) }, ...(password === '' ? {} : { password }) };
    const steps = await bench.get('deployments.test', input);
    const failed = steps[passed.length];
    expect(steps.slice(0, passed.length).map(({ step, state }) => [step, state])).toEqual(
      passed.map((step) => [step, 'ok']),
    );
    expect([failed?.state, failed?.error?.code]).toEqual(['failed', code]);
    expect(new Set(steps.slice(passed.length + 1).map(({ state }) => state))).toEqual(new Set(['skipped']));
    expect(steps.map(({ step }) => step)).toEqual(TEST_STEPS);
  });

  it('of a path where nothing is leaves the sign-in open, which nobody asked for', async () => {
    const target = { draft: draft({ url: new URL('/elsewhere', practice.url).href }) };
    const { password } = practice.accounts.administrator;
    const steps = await consoleBench().get('deployments.test', { test: 't', target, password });
    expect(steps.slice(3, 6)).toMatchObject([
      { step: 'offers', state: 'ok', facts: { status: '404' } },
      { step: 'sign-in', state: 'skipped' },
      { step: 'ws-management', state: 'failed', error: { code: 'http.not-found' } },
    ]);
  });

  it.each(['ntlm', 'basic'] as const)(
    'of an ordinary web server (%s) says that it is one, and nothing passed',
    async (scheme) => {
      const authority = await createAuthority();
      const page = httpReply('200 OK', ['Content-Type: text/html'], '<h1>It works</h1>');
      const web = await startRawTlsServer(await authority.issue(), (socket) => socket.write(page));
      const target = { draft: draft({ url: web.url.href, scheme, trust: { kind: 'ca', pem: authority.certPem } }) };
      const steps = await consoleBench().get('deployments.test', { test: 't', target, password: 'nobody-asked' });
      await web.close();
      expect(steps.slice(3, 7)).toMatchObject([
        { step: 'offers', state: 'ok', facts: { status: '200' } },
        { step: 'sign-in', state: 'skipped' },
        { step: 'ws-management', state: 'failed', error: { code: 'http.not-soap' } },
        { step: 'runspace', state: 'skipped' },
      ]);
    },
  );

  it.each([
    ['500 for everything', httpReply('500 No', []), 'http.status'],
    ['204 for everything', httpReply('204 No Content', []), 'http.empty'],
    ['XML that must not be read', httpReply('200 OK', SOAP, '<!DOCTYPE x><x/>'), 'powershell.hostile-xml'],
  ])('by Basic, of a server that never asked for a sign-in: %s passes none', async (_, reply, code) => {
    const steps = await testedByBasic(() => reply);
    expect(steps.slice(4, 6)).toMatchObject([
      { step: 'sign-in', state: 'skipped' },
      { step: 'ws-management', state: 'failed', error: { code } },
    ]);
  });

  it.each([
    ['nothing', '', 'http.empty'],
    ['XML that must not be read', '<!DOCTYPE x><x/>', 'powershell.hostile-xml'],
    ['no shell', EMPTY_ENVELOPE, 'ws-management.reply-malformed'],
  ])('passes WS-Management by a shell, not by %s', async (_, body, code) => {
    const steps = await testedByBasic((received) =>
      /^Authorization: Basic /m.test(received)
        ? httpReply('200 OK', SOAP, body)
        : httpReply('401 No', ['WWW-Authenticate: Basic realm="x"']),
    );
    expect(steps.slice(4, 6)).toMatchObject([
      { step: 'sign-in', state: 'ok' },
      { step: 'ws-management', state: 'failed', error: { code } },
    ]);
  });

  it('of a role that may only read says so', async () => {
    const bench = consoleBench();
    const { user, password } = practice.accounts.viewer;
    const steps = await bench.get('deployments.test', { test: 't', target: { draft: draft({ user }) }, password });
    expect(steps.find(({ step }) => step === 'roles')).toMatchObject({ state: 'ok', facts: { may: 'read' } });
  });

  it('of a saved deployment uses the password that is kept, and is cancelled', async () => {
    const bench = consoleBench();
    const id = await addServer(bench, practice);
    const steps = await bench.get('deployments.test', { test: 't', target: { deployment: id } });
    expect(steps.every(({ state }) => state === 'ok')).toBe(true);
    const gone = AbortSignal.abort();
    expect(
      await refusalOf(bench.ask('deployments.test', { test: 't', target: { deployment: id } }, { signal: gone })),
    ).toBe('workstation.cancelled');
  });
});
