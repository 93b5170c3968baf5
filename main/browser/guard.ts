import type { IncomingHttpHeaders } from 'node:http';

/** What the guard looks at. */
export interface GuardedRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

/** Why a request is not answered, as an HTTP status; null = it may pass. */
export type Refusal = 400 | 403 | 405 | 415 | 421 | null;

/**
 * Looks at a request for a static file. Only the exact host is answered: under any other name the page would belong to
 * that name's owner (DNS rebinding). A person may arrive from anywhere (a terminal, a mail), so a navigation is let in;
 * another site's fetch, script or frame is not.
 */
export function guardStatic({ method, headers }: GuardedRequest, port: number): Refusal {
  if (headers.host !== hostOf(port)) return 421;
  if (method !== 'GET' && method !== 'HEAD') return 405;
  const site = headers['sec-fetch-site'];
  const navigation = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return site === undefined || site === 'none' || site === 'same-origin' || navigation ? null : 403;
}

/**
 * Looks at a request for the API, before anything of it is read. Every browser Edgewise runs in sends Sec-Fetch-Site on
 * loopback (Chromium 76, Firefox 90, Safari 16.4), so its absence is a refusal: what does not send it is no browser, or
 * one that cannot tell us who asks.
 */
export function guardApi({ method, headers }: GuardedRequest, expected: 'GET' | 'POST', port: number): Refusal {
  if (headers.host !== hostOf(port)) return 421;
  if (method !== expected) return 405;
  if (headers['sec-fetch-site'] !== 'same-origin') return 403;
  // A browser leaves Origin out of a same-origin GET, never out of a POST.
  const { origin } = headers;
  if (origin === undefined ? expected === 'POST' : origin !== originOf(port)) return 403;
  if (expected === 'POST' && headers['content-type']?.split(';')[0]?.trim() !== 'application/json') return 415;
  return null;
}

/** The one name the host answers to: never `localhost`, which may be another address. */
function hostOf(port: number): string {
  return `127.0.0.1:${port}`;
}

/** The origin of our page. */
export function originOf(port: number): string {
  return `http://${hostOf(port)}`;
}
