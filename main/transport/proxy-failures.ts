import { failure, Failure, isCountedRefusal, type ErrorDetails } from '../../shared/errors.ts';
import type { ProxyChoice } from '../../shared/models/network.ts';
import { namedUser, whyNoKerberos } from '../auth/index.ts';
import { errorText, isUnknownHost, seconds, unreadableReason, type Destination } from './failures.ts';

/** `proxy.contoso.com:8080`, as a person writes it; an IPv6 address in brackets. */
export function proxyName({ host, port }: Pick<ProxyChoice, 'host' | 'port'>): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Names an error of looking a proxy up or of connecting to it by TCP (network.proxy-unknown-host, -unreachable). */
export function proxyConnectFailure(caught: unknown, proxy: ProxyChoice): Failure {
  const details = { serverText: errorText(caught) };
  if (isUnknownHost(caught)) return failure('network.proxy-unknown-host', { proxy: proxy.host }, details, caught);
  return failure('network.proxy-unreachable', { proxy: proxy.host, port: proxy.port }, details, caught);
}

/** `network.proxy-timeout`: no tunnel within the time there was for one. */
export function proxyTimeout(proxy: ProxyChoice, timeoutMs: number): Failure {
  return failure('network.proxy-timeout', { proxy: proxyName(proxy), seconds: seconds(timeoutMs) });
}

/** Names what went wrong while a proxy's answer was read (network.proxy-lost, network.proxy-malformed). */
export function proxyReplyFailure(caught: unknown, proxy: ProxyChoice): Failure {
  const reason = unreadableReason(caught);
  const details = { serverText: errorText(caught) };
  if (reason === null) return failure('network.proxy-lost', { proxy: proxyName(proxy) }, details, caught);
  return failure('network.proxy-malformed', { proxy: proxyName(proxy), reason }, details, caught);
}

/** Who signs in to a proxy and how, for the sentences about it. */
export interface ProxySigner {
  readonly proxy: ProxyChoice;
  /** As written in headers. */
  readonly scheme: string;
}

/** `network.proxy-sign-in`: the proxy said no, in these words. */
export function proxySignInRefused({ proxy, scheme }: ProxySigner, details: ErrorDetails, cause?: unknown): Failure {
  return failure(
    'network.proxy-sign-in',
    { proxy: proxyName(proxy), user: namedUser(proxy.user), scheme },
    details,
    cause,
  );
}

/**
 * Says of what a sign-in threw that it was the sign-in to a proxy (network.proxy-sign-in, proxy-account,
 * proxy-sign-in-failed), for its own sentence speaks of the pool. Anything else is given back.
 */
export function proxySignInFailure(caught: unknown, signer: ProxySigner): unknown {
  if (!(caught instanceof Failure)) return caught;
  const { error } = caught;
  const { details } = error;
  if (error.layer !== 'sign-in' && error.code !== 'workstation.temporary-folder') return caught;
  if (error.code === 'sign-in.kerberos-and-ntlm') return proxySignInRefused(signer, details, caught);
  const proxy = proxyName(signer.proxy);
  const reason = error.code === 'sign-in.challenge-malformed' ? error.values.reason : whyNoKerberos(error);
  if (isCountedRefusal(error)) {
    return failure('network.proxy-account', { proxy, user: namedUser(signer.proxy.user), reason }, details, caught);
  }
  return failure('network.proxy-sign-in-failed', { proxy, scheme: signer.scheme, reason }, details, caught);
}

const NO_WAY: ReadonlySet<number> = new Set([502, 503, 504]);

/** Names a refusal to open a tunnel to `to`, with the proxy's own words. */
export function proxyRefusal(status: number, words: string, proxy: ProxyChoice, to: Destination): Failure {
  const details = words === '' ? {} : { serverText: words };
  const name = proxyName(proxy);
  if (status === 403) return failure('network.proxy-forbidden', { proxy: name, host: to.host }, details);
  if (NO_WAY.has(status)) return failure('network.proxy-no-way', { proxy: name, host: to.host, status }, details);
  return failure('network.proxy-status', { proxy: name, status }, details);
}
