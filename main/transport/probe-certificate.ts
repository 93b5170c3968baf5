import type { Failure } from '../../shared/errors.ts';
import { certificateFacts, type CertificateFacts } from './certificate.ts';
import { withDeadline } from './deadline.ts';
import { handshake, reachableAddress } from './dial.ts';
import { destinationOf } from './destination.ts';
import type { ProxyEndpoint } from './endpoint.ts';
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
 * is asked for the tunnel first. Throws network.* and tls.* (but not for trust), input.url-not-https,
 * sign-in.challenge-malformed of a proxy, or workstation.cancelled.
 */
export async function probeCertificate(
  url: URL,
  options: {
    readonly signal?: AbortSignal;
    readonly timeoutMs?: number;
    readonly proxy?: ProxyEndpoint | null;
    /** Whether TLS 1.0 and 1.1 are spoken with a server that has nothing newer. */
    readonly oldTls?: boolean;
  } = {},
): Promise<ProbedCertificate> {
  const to = destinationOf(url);
  const trust = prepareTrust({ kind: 'system' }, { oldTls: options.oldTls ?? false });
  const way = { to, proxy: options.proxy ?? null, timeoutMs: options.timeoutMs ?? PROBE_TIMEOUT_MS };
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
