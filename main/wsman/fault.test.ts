import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { QUOTAS } from './fault-codes.ts';
import { deleteRequest, readEmptyReply, type WsmanAnswer } from './index.ts';
import { CONTEXT, errorOf, faultTo, PLACE, SHELL_ID, type FaultSample } from './samples.fixture.ts';

const REQUEST = deleteRequest(CONTEXT, SHELL_ID);

function thrownBy(answer: WsmanAnswer) {
  return errorOf(() => readEmptyReply(answer, REQUEST, PLACE));
}

const CAUSES: readonly (readonly [what: string, fault: FaultSample, code: string, values: object])[] = [
  ['unexpected selectors', { code: 2150858843, subcode: 'w:InvalidSelectors' }, 'ws-management.shell-gone', {}],
  ['selectors by subcode alone', { subcode: 'q:InvalidSelectors' }, 'ws-management.shell-gone', {}],
  ['a time-out', { code: 2150858793, subcode: 'w:TimedOut' }, 'ws-management.timed-out', {}],
  ['a time-out by subcode alone', { subcode: 'w:TimedOut' }, 'ws-management.timed-out', {}],
  ['an aborted operation', { code: 995 }, 'ws-management.shell-gone', {}],
  [
    'a bad resource URI',
    { code: 2150858811, subcode: 'a:DestinationUnreachable' },
    'ws-management.resource-uri',
    { uri: PLACE.resourceUri },
  ],
  ['the same, signed', { code: -2144108485 }, 'ws-management.resource-uri', { uri: PLACE.resourceUri }],
  [
    'a bad resource URI by subcode alone',
    { subcode: 'a:DestinationUnreachable' },
    'ws-management.resource-uri',
    { uri: PLACE.resourceUri },
  ],
  ['access denied', { code: 5 }, 'ws-management.access-denied', { user: 'CONTOSO\\ana' }],
  ['access denied as HRESULT', { code: 2147942405 }, 'ws-management.access-denied', { user: 'CONTOSO\\ana' }],
  ['access denied by subcode', { subcode: 'w:AccessDenied' }, 'ws-management.access-denied', { user: 'CONTOSO\\ana' }],
  ['a failed logon', { code: 1326 }, 'sign-in.refused', { user: 'CONTOSO\\ana', scheme: 'Negotiate' }],
  ['a quota by subcode', { subcode: 'w:QuotaLimit' }, 'ws-management.quota', { quota: 'QuotaLimit' }],
  [
    'a redirection',
    { code: 2150859161, message: 'Use https://other.contoso.com/OcsPowershell instead.' },
    'ws-management.redirected',
    { location: 'https://other.contoso.com/OcsPowershell' },
  ],
  [
    'another protocol version',
    { code: -2141974624, message: 'The server speaks 3.0 only' },
    'powershell.version',
    { server: '3.0' },
  ],
  [
    'a code nobody named',
    { code: 2150858767, reason: 'Something else.' },
    'ws-management.fault',
    { faultCode: 2150858767, reason: 'Something else.' },
  ],
  [
    'a named code that outranks a known subcode',
    { code: 87, subcode: 'w:AccessDenied', reason: 'Bad parameter.' },
    'ws-management.fault',
    { faultCode: 87, reason: 'Bad parameter.' },
  ],
  [
    'a subcode nobody named',
    { subcode: 'w:SchemaValidationError', reason: 'No.' },
    'ws-management.fault',
    { faultCode: 'SchemaValidationError', reason: 'No.' },
  ],
  ['nothing but a status', { reason: 'No.' }, 'ws-management.fault', { faultCode: 500, reason: 'No.' }],
];

describe('a fault', () => {
  it.each(CAUSES)('for %s has its named cause', (_what, fault, code, values) => {
    const error = thrownBy(faultTo(REQUEST, fault));
    expect(error.code).toBe(code);
    expect(error.values).toEqual(values);
  });

  it.each([...QUOTAS])('for quota %i names it: %s', (code, quota) => {
    const error = thrownBy(faultTo(REQUEST, { code, subcode: 'w:QuotaLimit' }));
    expect(error.code).toBe('ws-management.quota');
    expect(error.values).toEqual({ quota });
    expect(error.retry).toBe(true);
  });

  it('knows every quota of D7, and no two by one name', () => {
    const D7 = [173, 174, 175, 176, 179, 236, 237, 238, 239, 240, 241, 242].map((last) => 2150859000 + last);
    expect(D7.filter((code) => !QUOTAS.has(code))).toEqual([]);
    expect(new Set(QUOTAS.values()).size).toBe(QUOTAS.size);
  });

  it("keeps a provider's words: the refusal of RBAC is there", () => {
    const error = thrownBy(
      faultTo(REQUEST, {
        code: 5,
        subcode: 'w:AccessDenied',
        reason: 'Access is denied.',
        message:
          'Access is denied. <f:ProviderFault provider="microsoft.powershell" path="pwrshplugin.dll">' +
          '<f:WSManFault Code="2148734208" Machine="fe1"><f:Message>ana is in no management role.</f:Message></f:WSManFault>' +
          '</f:ProviderFault>',
      }),
    );
    expect(error.code).toBe('ws-management.access-denied');
    expect(error.details.serverText).toBe('Access is denied.\nana is in no management role.');
  });

  it.each([
    ['a word', 'w'],
    ['digits', '1'],
    ['a scheme', 'https://'],
  ])('of many times %s is read at once, and of its text as much is kept as somebody may read', (_what, piece) => {
    const message = piece.repeat(300_000 / piece.length);
    const since = performance.now();
    for (const code of [5, -2141974624, 2150859161, 42]) {
      const { values, details } = thrownBy(faultTo(REQUEST, { code, reason: message, message, subcode: message }));
      expect(JSON.stringify([values, details]).length).toBeLessThan(25_000);
      expect(details.serverText).toHaveLength(8_001);
    }
    expect(performance.now() - since).toBeLessThan(2_000);
  });

  it('that relates to nothing is believed; one that relates to another request is not', () => {
    const fault = faultTo(REQUEST, { code: 5 });
    const unrelated = { ...fault, body: fault.body.replace(/<a:RelatesTo>.*?<\/a:RelatesTo>/, '') };
    const foreign = { ...fault, body: fault.body.replace(REQUEST.messageId, 'uuid:OTHER') };
    expect(thrownBy(unrelated).code).toBe('ws-management.access-denied');
    expect(thrownBy(foreign).code).toBe('ws-management.reply-malformed');
  });
});

const PAGE = '<!DOCTYPE html><html><body>Sign in to the proxy</body></html>';

describe('an answer that is no SOAP', () => {
  it.each([
    [
      200,
      'text/html; charset=utf-8',
      'http.not-soap',
      { host: 'pool.contoso.com', contentType: 'text/html; charset=utf-8' },
    ],
    [200, '', 'http.not-soap', { host: 'pool.contoso.com', contentType: '' }],
    [403, 'text/html', 'http.forbidden', { url: 'https://pool.contoso.com/OcsPowershell' }],
    [404, 'text/html', 'http.not-found', { url: 'https://pool.contoso.com/OcsPowershell' }],
    [503, 'text/html', 'http.unavailable', { host: 'pool.contoso.com' }],
    [502, 'text/html', 'http.gateway', { status: 502 }],
    [504, 'text/html', 'http.gateway', { status: 504 }],
    [500, 'text/html', 'http.status', { status: 500 }],
  ])('under status %i, %s, is %s', (status, contentType, code, values) => {
    const error = thrownBy({ status, contentType, body: PAGE });
    expect(error.code).toBe(code);
    expect(error.values).toEqual(values);
    expect(error.details.serverText).toContain('Sign in to the proxy');
  });

  it('is a page even when it calls itself XML', () => {
    const body = '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>';
    expect(thrownBy({ status: 200, contentType: 'application/xml', body }).code).toBe('http.not-soap');
  });

  it('is unavailable, not malformed, when it is empty', () => {
    expect(thrownBy({ status: 503, contentType: 'application/soap+xml', body: '' }).code).toBe('http.unavailable');
  });

  it.each([
    [200, 'application/soap+xml'],
    [204, ''],
  ])('is no page, but nothing, when it is empty under %i', (status, contentType) => {
    const error = thrownBy({ status, contentType, body: '' });
    expect([error.code, error.values]).toEqual(['http.empty', { host: 'pool.contoso.com', status }]);
  });

  it('says where a redirection points', () => {
    const location = 'https://other.contoso.com/OcsPowershell';
    const error = thrownBy({ status: 302, contentType: '', body: '', location });
    expect(error.code).toBe('ws-management.redirected');
    expect(error.values).toEqual({ location });
  });

  it('is told from a fault, which is SOAP under an error status', () => {
    expect(thrownBy(faultTo(REQUEST, { code: 5 }, 403)).code).toBe('ws-management.access-denied');
  });
});
