import { describe, expect, it } from 'vitest';
import { answerAppRequest, isOwnUrl } from './app-scheme.ts';

const FILES = {
  page: '<meta name="csp-nonce" content="__CSP_NONCE__"><meta name="color-scheme" content="__COLOR_SCHEME__">',
  files: new Map([['/assets/a.js', { contentType: 'text/javascript; charset=utf-8', body: Buffer.from('1') }]]),
};

function get(url: string, method = 'GET'): Response {
  return answerAppRequest(FILES, { language: 'ko', theme: 'dark' }, new Request(url, { method }));
}

describe('the page', () => {
  it('comes with a policy that connects to nothing, and a nonce of its own each time', async () => {
    const [one, two] = [get('app://edgewise/'), get('app://edgewise/?x#y')];
    const policy = one.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    const nonce = /content="([^"]+)"/.exec(await one.text())?.[1] ?? '';
    expect(policy).toContain(`'nonce-${nonce}'`);
    const other = await two.text();
    expect(other).not.toContain(nonce);
    expect(other, 'in the theme that is kept').toContain('content="dark"');
  });

  it('has its files, by their exact path', async () => {
    expect(await get('app://edgewise/assets/a.js').text()).toBe('1');
    expect(get('app://edgewise/assets/a.js').headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('anything else', () => {
  it.each([
    'app://edgewise/etc/passwd',
    'app://edgewise/assets/../../package.json',
    'app://edgewise/assets/%2e%2e/%2e%2e/package.json',
    'app://edgewise/assets/..%2f..%2fpackage.json',
    'app://edgewise/__proto__',
    'app://edgewise.example/',
    'other://edgewise/',
  ])('is not there: %s', (url) => {
    expect(get(url).status).toBe(404);
  });

  it('cannot be written to', () => {
    expect(get('app://edgewise/', 'POST').status).toBe(405);
  });
});

describe('an origin', () => {
  it.each([
    ['app://edgewise/', true],
    ['app://edgewise/assets/a.js#/x', true],
    ['app://edgewise:1/', false],
    ['app://edgewise.example/', false],
    ['app://edgewise@example/', false],
    ['app:edgewise', false],
    ['https://edgewise/', false],
    ['null', false],
    ['', false],
  ])('%s is ours: %s', (url, ours) => {
    expect(isOwnUrl(url)).toBe(ours);
  });
});
