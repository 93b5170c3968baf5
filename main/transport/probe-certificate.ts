import type { Failure } from '../../shared/errors.ts';
import { certificateFacts, type CertificateFacts } from './certificate.ts';
import { withDeadline } from './deadline.ts';
import { handshake, reachableAddress, wayTo } from './dial.ts';
import type { Endpoint } from './endpoint.ts';
import { connectTimeout } from './failures.ts';
import { judgePeer, prepareTrust } from './trust.ts';

/** What a server shows before anything is said to it. */
export interface ProbedCertificate extends CertificateFacts {
  /** Whether the OS store or the bundled roots vouch for it, for this name and today. */
  readonly trusted: boolean;
}

const PROBE_TIMEOUT_MS = 15_000;

/**
 * Fetches the leaf certificate of a server without sending it a byte of HTTP, for a person to compare and pin; a proxy
 * is asked for the tunnel first. Throws network.* and tls.* (but not for trust), input.url-not-https, or
 * workstation.cancelled.
 */
export async function probeCertificate(
  url: URL,
  options: Pick<Endpoint, 'proxy' | 'oldTls' | 'kerberos'> & {
    readonly signal?: AbortSignal;
    readonly timeoutMs?: number;
  } = {},
): Promise<ProbedCertificate> {
  const way = wayTo({ url, ...options }, options.timeoutMs ?? PROBE_TIMEOUT_MS);
  const { to } = way;
  const trust = prepareTrust({ kind: 'system' }, { oldTls: options.oldTls ?? false });
  const signals = options.signal === undefined ? [] : [options.signal];
  const timedOut = (): Failure => connectTimeout(to.host, way.timeoutMs);
  // One time for all of it, unless a proxy takes its own.
  const timeoutMs = way.proxy === null ? way.timeoutMs : way.timeoutMs * 3;
  return await withDeadline({ timeoutMs, signals, timedOut }, async (signal) => {
    const address = await reachableAddress(way, signal);
    const { socket, leaf } = await handshake({ ...way, address, trust }, signal);
    const trusted = judgePeer(socket, leaf, trust, to) === null;
    socket.destroy();
    return { ...certificateFacts(leaf), trusted };
  });
}
