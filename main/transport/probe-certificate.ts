import { certificateFacts, type CertificateFacts } from './certificate.ts';
import { withDeadline } from './deadline.ts';
import { handshake, reachableAddress } from './dial.ts';
import { destinationOf } from './destination.ts';
import { connectTimeout } from './failures.ts';
import { judgePeer, prepareTrust } from './trust.ts';

/** What a server shows before anything is said to it. */
export interface ProbedCertificate extends CertificateFacts {
  /** Whether the OS store or the bundled roots vouch for it, for this name and today. */
  readonly trusted: boolean;
}

const PROBE_TIMEOUT_MS = 15_000;

/**
 * Fetches the leaf certificate of a server without sending it a byte of HTTP, for a person to compare and pin. Throws
 * network.* and tls.* (but not for trust), input.url-not-https, or workstation.cancelled.
 */
export function probeCertificate(
  url: URL,
  options: { readonly signal?: AbortSignal; readonly timeoutMs?: number } = {},
): Promise<ProbedCertificate> {
  const to = destinationOf(url);
  const trust = prepareTrust({ kind: 'system' });
  const timeoutMs = options.timeoutMs ?? PROBE_TIMEOUT_MS;
  const signals = options.signal === undefined ? [] : [options.signal];
  const limits = { timeoutMs, signals, timedOut: () => connectTimeout(to.host, timeoutMs) };
  return withDeadline(limits, async (signal) => {
    const address = await reachableAddress(to, signal);
    const { socket, leaf } = await handshake(address, to, trust, signal);
    const trusted = judgePeer(socket, leaf, trust, to) === null;
    socket.destroy();
    return { ...certificateFacts(leaf), trusted };
  });
}
