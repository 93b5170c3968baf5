import { describe, expect, it } from 'vitest';
import type { TestFacts, TestStep } from '../contract/deployments.ts';
import { edgewiseError } from '../errors.ts';
import { TEST_STEPS, type TestStepName } from '../models/connection-test.ts';
import { adviceTexts, reportText } from './report.ts';
import { adviceOf } from './step-words.ts';

const NOW = Date.UTC(2026, 10, 27);
const SUBJECT = { url: 'https://pool.contoso.com/OcsPowershell', user: 'CONTOSO\\ana', at: NOW };

function passed(step: TestStepName, facts: TestFacts = {}): TestStep {
  return { step, state: 'ok', milliseconds: 12, error: null, facts };
}

const SOON = '2026-12-20T00:00:00.000Z';
const TLS = { subject: 'CN=pool', issuer: 'CN=Contoso CA', sha256: 'ab12', validTo: '2027-11-01T00:00:00.000Z' };

describe('the report of a test', () => {
  it('says of each step what was tried, seen, meant and is to be done', () => {
    const report = reportText('en', SUBJECT, [
      passed('tls', { protocol: 'TLSv1.3', ...TLS, chain: 'CN=pool ← CN=Contoso CA' }),
      passed('offers', { status: '401', offered: 'Negotiate, NTLM', server: 'Microsoft-IIS/8.5', clockAhead: '-420' }),
    ]);
    expect(report).toBe(`Edgewise: test of a connection
2026-11-27T00:00:00.000Z · https://pool.contoso.com/OcsPowershell · CONTOSO\\ana

1. TLS: passed, 12 ms
   Tried: A TLS handshake was made and the certificate judged by the trust of this deployment, before anything else was said.
   Seen: TLSv1.3 · CN=pool, issued by CN=Contoso CA, valid until Nov 1, 2027
     CN=pool ← CN=Contoso CA
     SHA-256 ab12
   Means: Nobody stands in between whom this deployment does not trust.

2. Sign-ins offered: passed, 12 ms
   Tried: One empty request without a sign-in was sent, to hear what the server asks of anybody.
   Seen: Negotiate, NTLM · Microsoft-IIS/8.5 · its clock is 420 seconds behind
   Means: Only a sign-in that is offered can succeed.
   To do: The clocks differ by more than five minutes: Kerberos refuses that. Set the time of the workstation or of the server.
`);
  });

  it('says whose address it is where a proxy is asked, and where its tunnel leads', () => {
    const way = { address: '10.0.0.8', proxy: 'proxy.contoso.com:8080' };
    const steps = [
      passed('name', way),
      passed('tcp', { ...way, port: '8080', tunnel: 'pool.contoso.com:443' }),
      passed('tls', { ...TLS, protocol: 'TLSv1.1' }),
    ];
    const report = reportText('en', SUBJECT, steps);
    expect(report).toContain('Seen: 10.0.0.8 · proxy proxy.contoso.com:8080\n');
    expect(report).toContain(
      'Seen: 10.0.0.8, port 8080 · proxy proxy.contoso.com:8080 · tunnel to pool.contoso.com:443\n',
    );
    expect(report).toContain('To do: The connection uses TLSv1.1, which is not secure.');
    expect(reportText('ko', SUBJECT, steps)).toContain(
      '프록시 proxy.contoso.com:8080 · 터널 대상 pool.contoso.com:443',
    );
    expect(reportText('ko', SUBJECT, steps)).toContain('TLSv1.1');
  });

  it('says where a server has sent on to', () => {
    const facts = { status: '401', offered: 'NTLM', location: 'https://fe2.contoso.com/OcsPowershell' };
    const of = (language: 'en' | 'ko'): string => reportText(language, SUBJECT, [passed('offers', facts)]);
    expect(of('en')).toContain('Seen: NTLM · sent on to https://fe2.contoso.com/OcsPowershell\n');
    expect(of('ko')).toContain('리디렉션된 주소 https://fe2.contoso.com/OcsPowershell\n');
  });

  it('says what signed in, with the service of Kerberos, or why it was not Kerberos', () => {
    const seen = (language: 'en' | 'ko', facts: TestFacts): string =>
      /(?:Seen|확인): (.*)/.exec(
        reportText(language, SUBJECT, [passed('sign-in', { user: 'ana', scheme: 'negotiate', ...facts })]),
      )?.[1] ?? '';
    expect(seen('en', {})).toBe('ana (Negotiate (Kerberos, else NTLM))');
    expect(seen('en', { mechanism: 'Kerberos', spn: 'HTTP/pool' })).toBe('ana (Kerberos, HTTP/pool)');
    const without = { mechanism: 'NTLM', withoutKerberos: 'kerberos.why.clock-skew' };
    expect(seen('en', without)).toBe('ana (NTLM; not Kerberos, as the clocks differ)');
    expect(seen('ko', without)).toBe('ana(NTLM, Kerberos를 쓰지 않은 이유: 시계가 다름)');
  });

  it('gives cause, next step and the server’s words of a step that failed, and nothing of those after it', () => {
    const error = edgewiseError(
      'sign-in.refused',
      { user: 'CONTOSO\\ana', scheme: 'Negotiate' },
      { serverText: '401\nThe account is locked.' },
    );
    const report = reportText('en', SUBJECT, [
      { step: 'sign-in', state: 'failed', milliseconds: 3, error, facts: {} },
      { step: 'runspace', state: 'skipped', milliseconds: 0, error: null, facts: {} },
    ]);
    expect(report).toContain('1. Sign-in: failed, 3 ms');
    expect(report).toMatch(/Means: .*CONTOSO\\ana/);
    expect(report).toContain('To do: ');
    expect(report).toContain('The server said: 401\n     The account is locked.');
    expect(report.endsWith('2. Runspace pool: not reached\n')).toBe(true);
  });

  it.each([
    ['Authorization: Negotiate YIIGhgYGKwYBBQUCoIIGejCCBnag==', 'YIIGhg'],
    ['WWW-Authenticate: NTLM TlRMTVNTUAACAAAA', 'TlRMTV'],
    ['Basic Q09OVE9TT1xhbmE6c2VjcmV0', 'Q09OVE9'],
    ['Authorization: Negotiate abcdefgh', 'abcdefgh'],
    ['"password": "hunter2"', 'hunter2'],
    ['password=hunter2 was wrong', 'hunter2'],
    ['Set-Cookie: MSISAuth=AAEAAA', 'MSISAuth'],
    ['see https://ana:hunter2@proxy.contoso.com/', 'hunter2'],
  ])('takes the secret out of %s', (serverText, secret) => {
    const error = edgewiseError('http.status', { status: 500 }, { serverText });
    const report = reportText('en', SUBJECT, [{ step: 'tls', state: 'failed', milliseconds: 1, error, facts: {} }]);
    expect(report).toContain('***');
    expect(report).not.toContain(secret);
  });

  it.each([
    'Server not found in Kerberos database while getting credentials',
    'Basic authentication is turned off',
    'Negotiate challenge-response failed',
  ])('leaves the words of %s', (serverText) => {
    const error = edgewiseError('http.status', { status: 500 }, { serverText });
    const report = reportText('en', SUBJECT, [{ step: 'tls', state: 'failed', milliseconds: 1, error, facts: {} }]);
    expect(report).toContain(serverText);
  });

  it.each([
    edgewiseError('network.refused', { host: 'pool', port: 443 }, { serverText: 'connect ECONNREFUSED' }),
    edgewiseError('sign-in.kerberos-failed', { spn: 'HTTP/pool' }, { serverText: 'kinit: no KDC' }),
    edgewiseError('network.proxy-malformed', { proxy: 'p', reason: 'r' }, { serverText: 'HPE_INVALID' }),
  ])('does not put the words of this system ($code) into the mouth of the server', (error) => {
    const report = reportText('en', SUBJECT, [{ step: 'tcp', state: 'failed', milliseconds: 1, error, facts: {} }]);
    expect(report).toContain(`Details: ${error.details.serverText}`);
    expect(report).not.toContain('The server said');
  });

  it.each(['en', 'ko'] as const)('has every step in %s, and no gap in its sentences', (language) => {
    const facts = { ...TLS, status: '200', unknownHost: '10.0.0.1', names: 'pool.contoso.com', may: 'read' } as const;
    const report = reportText(
      language,
      SUBJECT,
      TEST_STEPS.map((step) => passed(step, facts)),
    );
    expect(report.match(/^\d+\. /gm)).toHaveLength(TEST_STEPS.length);
    expect(report).not.toMatch(/[{}]|undefined/);
  });
});

describe('advice', () => {
  it.each([
    ['tls', { ...TLS, validTo: SOON }, ['certificate-ends']],
    ['tls', { ...TLS, validTo: SOON, protocol: 'TLSv1' }, ['certificate-ends', 'old-tls']],
    ['tls', TLS, []],
    ['tls', { ...TLS, protocol: 'TLSv1' }, ['old-tls']],
    ['tls', { ...TLS, protocol: 'TLSv1.1' }, ['old-tls']],
    ['tls', { ...TLS, protocol: 'TLSv1.2' }, []],
    ['tls', { ...TLS, protocol: 'TLSv1.3' }, []],
    ['offers', { status: '401', offered: 'NTLM', clockAhead: '301' }, ['clock']],
    ['offers', { status: '401', offered: 'NTLM', clockAhead: '-300' }, []],
    ['tls', { ...TLS, validTo: '2021-03-01T00:00:00.000Z' }, ['certificate-ended']],
    ['offers', { status: '404' }, ['offers-path']],
    ['offers', { status: '404', clockAhead: '-301' }, ['offers-path', 'clock']],
    ['offers', { status: '200' }, ['offers-page']],
    ['offers', { status: '401' }, ['offers-unnamed']],
    ['offers', { status: '413' }, ['offers-gateway']],
    ['offers', { status: '429' }, ['offers-gateway']],
    ['offers', { status: '502' }, ['offers-gateway']],
    ['offers', { status: '503' }, ['offers-stopped']],
    ['offers', { status: '504' }, ['offers-gateway']],
    ['offers', { status: '500' }, ['no-offers']],
    ['web-services', { names: 'a', unknownHost: 'b' }, ['web-services']],
    ['web-services', { names: 'a' }, []],
    ['version', { version: '6.0' }, []],
  ] as const)('of %s with %j is %j', (step, facts, advice) => {
    expect(adviceOf(passed(step, facts), NOW)).toEqual(advice);
  });

  it('of a step that failed is none: its error says what to do', () => {
    expect(adviceOf({ ...passed('tls', { ...TLS, validTo: SOON }), state: 'failed' }, NOW)).toEqual([]);
  });

  it.each(['en', 'ko'] as const)('is told whole in %s, the gravest first', (language) => {
    const report = reportText(language, SUBJECT, [passed('tls', { ...TLS, validTo: SOON, protocol: 'TLSv1' })]);
    const said = adviceTexts(language, passed('tls', { ...TLS, validTo: SOON, protocol: 'TLSv1' }), NOW);
    expect(said).toHaveLength(2);
    expect(report.indexOf(said[0] ?? '?')).toBeGreaterThan(0);
    expect(report.indexOf(said[1] ?? '?')).toBeGreaterThan(report.indexOf(said[0] ?? '?'));
  });
});
