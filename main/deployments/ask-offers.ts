import type { TestFacts } from '../../shared/contract/deployments.ts';
import { followRedirections, openTransport, readOffers, type Endpoint } from '../transport/index.ts';
import { connectionUrl } from '../wsman/index.ts';

const ASK_MS = 15_000;

/**
 * What a server says to a request that does not sign in: which sign-ins it offers, its own name, and how far its clock is
 * from this workstation's, by its Date field (RFC 9110 6.6.1, whole seconds). Asked by the endpoint's whole way, and where
 * the server sends on, as far as a session would follow. Throws network.*, tls.*, http.too-large,
 * ws-management.reply-malformed, ws-management.redirected, ws-management.redirection-refused, workstation.cancelled.
 */
export async function askOffers(
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<{ facts: TestFacts; value: readonly string[] }> {
  const start = { ...endpoint, url: connectionUrl(endpoint.url) };
  return await followRedirections(start, async (there) => {
    const { facts, value } = await askThere(there, signal);
    const location = there.url.href;
    return { facts: { ...facts, ...(location !== start.url.href && { location }) }, value };
  });
}

async function askThere(
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<{ facts: TestFacts; value: readonly string[] }> {
  const transport = await openTransport(endpoint, { signal });
  try {
    const before = Date.now();
    const { status, headers, wwwAuthenticate } = await transport.connect().ask({ timeoutMs: ASK_MS, signal });
    const here = (before + Date.now()) / 2;
    const schemes = [...new Set(readOffers(wwwAuthenticate).map(({ scheme }) => scheme))];
    const there = Date.parse(headers.get('date') ?? '');
    const server = headers.get('server') ?? '';
    const facts: TestFacts = {
      status: String(status),
      ...(schemes.length > 0 && { offered: schemes.join(', ') }),
      ...(server !== '' && { server }),
      // The field has whole seconds, cut off: half of one is its middle.
      ...(Number.isFinite(there) && { clockAhead: String(Math.round((there + 500 - here) / 1_000)) }),
    };
    return { facts, value: schemes };
  } finally {
    transport.close();
  }
}
