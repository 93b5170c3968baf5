import { failure, Failure } from '../../shared/errors.ts';
import type { Endpoint } from './endpoint.ts';

/** As PowerShell's MaximumConnectionRedirectionCount. */
const MAX_HOPS = 5;

/**
 * Opens something at an endpoint, going on where the server sends it, as far as the endpoint allows that; only while
 * opening, and never more than five times. Throws ws-management.redirection-refused for an address the rules forbid
 * (README), ws-management.redirected where one that they do not is not allowed, and what `open` throws.
 */
export async function followRedirections<T>(endpoint: Endpoint, open: (endpoint: Endpoint) => Promise<T>): Promise<T> {
  const seen = new Set([endpoint.url.href]);
  let current = endpoint;
  for (;;) {
    try {
      return await open(current);
    } catch (caught) {
      const location = redirectionIn(caught);
      if (location === null) throw caught;
      const refused = (reason: string): Failure =>
        failure('ws-management.redirection-refused', { location, reason }, {}, caught);
      const url = URL.parse(location, current.url.href);
      const reason = url === null ? 'malformed' : reasonAgainst(url, current);
      if (url === null || reason !== null) throw refused(reason ?? 'malformed');
      if (seen.has(url.href)) throw refused('loop');
      if (seen.size > MAX_HOPS) throw refused('hops');
      // Said last: what would be refused anyway is not to be allowed first.
      if (endpoint.redirection !== true) throw caught;
      seen.add(url.href);
      current = sentOn(current, url);
    }
  }
}

/** The service name that is set is the first server's: a ticket for it is shown to no other. */
function sentOn(from: Endpoint, url: URL): Endpoint {
  return url.host === from.url.host ? { ...from, url } : { ...from, url, signIn: { ...from.signIn, spn: '' } };
}

/**
 * Why nobody goes there, or null. Another name or port is another server, to which no secret goes: its certificate and its
 * service name are its own.
 */
function reasonAgainst(url: URL, from: Endpoint): string | null {
  if (url.protocol !== 'https:') return 'insecure';
  if (url.username !== '' || url.password !== '') return 'account';
  if (url.host === from.url.host) return null;
  if (from.signIn.scheme === 'basic') return 'basic';
  return from.trust.kind === 'pin' ? 'trust' : null;
}

function redirectionIn(caught: unknown): string | null {
  if (!(caught instanceof Failure) || caught.error.code !== 'ws-management.redirected') return null;
  const { location } = caught.error.values;
  return location === '' ? null : location;
}
