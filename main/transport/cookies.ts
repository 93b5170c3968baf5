/** Cookies of one host, shared by the connections of a transport: a load balancer's stickiness (a shell lives on one front end). */
export interface CookieJar {
  /** The Cookie header for a request to `path`, or null when there is nothing to send. */
  header(path: string): string | null;
  /** Takes the Set-Cookie fields of a reply to a request for `requestPath`. */
  store(fields: readonly string[], requestPath: string): void;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

/** More than any load balancer sets; a server that goes on is not followed. */
const MAX_COOKIES = 50;
const MAX_FIELD_LENGTH = 4096;

/**
 * A jar for one host over TLS, for the life of a transport: Path is honoured, an expired cookie is taken out, other
 * lifetimes are longer than ours. Domain does not matter with one host. Source: RFC 6265 5.2 to 5.4.
 */
export function createCookieJar(): CookieJar {
  const cookies = new Map<string, Cookie>();
  return {
    header(path) {
      const sent = [...cookies].filter(([, cookie]) => pathMatches(path, cookie.path));
      return sent.length === 0 ? null : sent.map(([name, cookie]) => `${name}=${cookie.value}`).join('; ');
    },
    store(fields, requestPath) {
      for (const field of fields) {
        const cookie = field.length > MAX_FIELD_LENGTH ? null : readCookie(field, requestPath);
        if (cookie === null) continue;
        if (cookie.expired) cookies.delete(cookie.name);
        else if (cookies.has(cookie.name) || cookies.size < MAX_COOKIES) cookies.set(cookie.name, cookie);
      }
    },
  };
}

function readCookie(field: string, requestPath: string): (Cookie & { name: string; expired: boolean }) | null {
  const [pair = '', ...attributes] = field.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, equals).trim();
  const value = pair.slice(equals + 1).trim();
  // Only what may stand in a Cookie header again: no control characters, so no second header either.
  if (equals < 1 || !/^[\x21-\x7e]+$/.test(name) || !/^[\x20-\x7e]*$/.test(value)) return null;
  let path = requestPath.slice(0, Math.max(1, requestPath.lastIndexOf('/')));
  let expired = false;
  for (const attribute of attributes) {
    const [key = '', setting = ''] = attribute.split('=', 2).map((text) => text.trim());
    if (key.toLowerCase() === 'path' && setting.startsWith('/')) path = setting;
    if (key.toLowerCase() === 'max-age' && Number(setting) <= 0) expired = true;
    if (key.toLowerCase() === 'expires' && Date.parse(setting) <= Date.now()) expired = true;
  }
  return { name, value, path, expired };
}

function pathMatches(requestPath: string, cookiePath: string): boolean {
  if (requestPath === cookiePath) return true;
  return requestPath.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`);
}
