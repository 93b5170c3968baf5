// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeParts } from '../../shared/contract/parts.ts';
import { Failure } from '../../shared/errors.ts';
import type { Bridge } from './bridge.ts';
import { openHttpBridge } from './http-bridge.ts';

const ADMITTED = { secret: 's3cret', resume: 'again' };

type Answer = (url: string, init: RequestInit) => Promise<Response>;

function serve(answer: Answer): void {
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    url === '/api/session' ? Promise.resolve(Response.json(ADMITTED)) : answer(url, init),
  );
}

async function opened(answer: Answer): Promise<Bridge> {
  serve(answer);
  return await openHttpBridge('token');
}

function codeOf(caught: unknown): string {
  return caught instanceof Failure ? caught.error.code : String(caught);
}

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

describe('the bridge over HTTP', () => {
  it('sends the token once and the window’s secret with every request', async () => {
    const seen: unknown[] = [];
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      seen.push([url, init.body, init.headers]);
      return Promise.resolve(Response.json(url === '/api/session' ? ADMITTED : { ok: true, value: [] }));
    });
    const bridge = await openHttpBridge('one-time');
    expect(await bridge.request('deployments.list', {})).toEqual({ ok: true, value: [] });
    expect(seen).toEqual([
      ['/api/session', '{"token":"one-time"}', { 'content-type': 'application/json' }],
      ['/api/request/deployments.list', '{}', { 'content-type': 'application/json', 'x-edgewise-window': 's3cret' }],
    ]);
  });

  it('shows on a reload the key that it was given, and keeps nothing else', async () => {
    await opened(() => Promise.resolve(Response.json({})));
    expect(Object.entries(sessionStorage)).toEqual([['edgewise/resume', 'again']]);
    const shown: unknown[] = [];
    vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
      shown.push(init.body);
      return Promise.resolve(Response.json(ADMITTED));
    });
    await openHttpBridge(null);
    expect(shown).toEqual(['{"resume":"again"}']);
  });

  it('says that a link was used, and that there is no console', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 403 })));
    expect(await openHttpBridge('old').catch(codeOf)).toBe('workstation.link-used');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await openHttpBridge(null).catch(codeOf)).toBe('workstation.console-gone');
  });

  it('answers with a failed result whatever goes wrong on the way', async () => {
    const gone = await opened(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await gone.request('deployments.list', {})).toMatchObject({ error: { code: 'workstation.console-gone' } });
    const forbidden = await opened(() => Promise.resolve(new Response(null, { status: 403 })));
    expect(await forbidden.request('deployments.list', {})).toMatchObject({ error: { code: 'workstation.link-used' } });
    const cut = await opened(() => Promise.resolve(new Response('{"ok":tr')));
    expect(await cut.request('deployments.list', {})).toMatchObject({ error: { code: 'workstation.console-gone' } });
    const short = await opened(() =>
      Promise.resolve(new Response('{"rows":{"domains":600},"answer":{"ok":true,"value":{"domains":[]}}}')),
    );
    expect(await short.request('domains.list', { deployment: 'practice' })).toMatchObject({
      error: { code: 'workstation.console-gone' },
    });
    const odd = await opened(() => Promise.resolve(new Response(null, { status: 500 })));
    expect(await odd.request('deployments.list', {})).toMatchObject({ error: { code: 'workstation.unexpected' } });
  });

  it('puts a long answer together from its parts, however the network cuts it', async () => {
    const domains = Array.from({ length: 1_234 }, (_, at) => ({ domain: `${at}.example`, comment: '연수원' }));
    const bytes = new TextEncoder().encode([...writeParts({ ok: true, value: { domains } })].join(''));
    const bridge = await opened(() => {
      const body = new ReadableStream<Uint8Array>({
        start: (stream) => {
          for (let at = 0; at < bytes.length; at += 997) stream.enqueue(bytes.slice(at, at + 997));
          stream.close();
        },
      });
      return Promise.resolve(new Response(body));
    });
    expect(await bridge.request('domains.list', { deployment: 'practice' })).toEqual({ ok: true, value: { domains } });
  });

  it('hands the abort on and calls it what it is', async () => {
    const abort = new AbortController();
    const bridge = await opened(
      (_url, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        }),
    );
    const pending = bridge.request('domains.list', { deployment: 'practice' }, { signal: abort.signal });
    abort.abort();
    expect(await pending).toMatchObject({ error: { code: 'workstation.cancelled' } });
  });
});
