import { randomBytes } from 'node:crypto';
import type { KeptLook } from '../../shared/models/preferences.ts';
import { pageFor } from '../browser/page.ts';
import { pageHeaders, plainHeaders } from '../browser/security-headers.ts';
import type { StaticFiles } from '../browser/static-files.ts';

/** The page's own scheme: with `file:` it could read the disk, and module scripts would not load. */
export const APP_SCHEME = {
  scheme: 'app',
  // Standard gives it an origin and relative URLs, secure the platform's safe features; CORS and fetch stay off.
  privileges: { standard: true, secure: true },
} as const;

/** The page's origin. */
export const APP_ORIGIN = 'app://edgewise';

/** The one page there is. */
export const APP_PAGE = `${APP_ORIGIN}/`;

/**
 * Whether a URL is of our origin. It is parsed, never compared by its beginning (`app://edgewise.example` begins alike);
 * `URL.origin` is no help, for a scheme that Node does not know has the origin "null".
 */
export function isOwnUrl(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  const { protocol, host, username, password } = parsed;
  return protocol === 'app:' && host === 'edgewise' && username === '' && password === '';
}

/**
 * Answers one request of the page: from the fixed list that was read at the start, so that no path reaches the disk.
 * The page may connect to nothing at all: everything goes through the preload.
 */
export function answerAppRequest(files: StaticFiles, look: KeptLook, request: Request): Response {
  const url = URL.parse(request.url);
  if (url === null || !isOwnUrl(request.url)) return refuse(404);
  if (request.method !== 'GET') return refuse(405);
  if (url.pathname === '/') {
    const nonce = randomBytes(16).toString('base64');
    return new Response(pageFor(files, nonce, look), { headers: pageHeaders(nonce, "'none'") });
  }
  const file = files.files.get(url.pathname);
  if (file === undefined) return refuse(404);
  return new Response(new Uint8Array(file.body), { headers: plainHeaders(file.contentType) });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: plainHeaders('text/plain; charset=utf-8') });
}
