import { lookup } from 'node:dns/promises';
import type { TestFacts } from '../../shared/contract/deployments.ts';
import { failure } from '../../shared/errors.ts';
import { certificateFacts, chainSubjects } from '../transport/certificate.ts';
import { withDeadline } from '../transport/deadline.ts';
import { destinationOf } from '../transport/destination.ts';
import { dialSecure, reachableAddress } from '../transport/dial.ts';
import type { Trust } from '../transport/endpoint.ts';
import { connectFailure, connectTimeout, type Destination } from '../transport/failures.ts';
import { prepareTrust } from '../transport/trust.ts';

/** For each of name, TCP and TLS, in milliseconds. */
const STEP_TIMEOUT_MS = 15_000;

/** The addresses of a URL's host, as the system resolves it. Throws network.unknown-host, network.timeout. */
export async function addressesOf(url: URL, signal: AbortSignal): Promise<readonly string[]> {
  const to = destinationOf(url);
  return await within(to, signal, async () => {
    try {
      return (await lookup(to.host, { all: true })).map(({ address }) => address);
    } catch (caught) {
      throw connectFailure(caught, to);
    }
  });
}

/** The first address of the host that takes a TCP connection. Throws network.*. */
export async function reach(url: URL, signal: AbortSignal): Promise<{ facts: TestFacts; value: string }> {
  const to = destinationOf(url);
  const address = await within(to, signal, (limited) => reachableAddress(to, limited));
  return { facts: { address, port: String(to.port) }, value: address };
}

/** Finishes a TLS handshake, judges the certificate as a connection would, and closes. Throws network.*, tls.*. */
export async function shake(
  url: URL,
  address: string,
  trust: Trust,
  signal: AbortSignal,
): Promise<{ facts: TestFacts; value: null }> {
  const to = destinationOf(url);
  const prepared = prepareTrust(trust);
  const { socket, leaf } = await within(to, signal, (limited) => dialSecure(address, to, prepared, limited));
  const protocol = socket.getProtocol() ?? '';
  socket.destroy();
  const { subject, issuer, sha256, validTo } = certificateFacts(leaf);
  const chain = chainSubjects(leaf).join(' ← ');
  return { facts: { protocol, subject, issuer, sha256, validTo, chain }, value: null };
}

async function within<T>(to: Destination, signal: AbortSignal, work: (limited: AbortSignal) => Promise<T>): Promise<T> {
  if (signal.aborted) throw failure('workstation.cancelled', {});
  const timedOut = (): ReturnType<typeof connectTimeout> => connectTimeout(to.host, STEP_TIMEOUT_MS);
  return await withDeadline({ timeoutMs: STEP_TIMEOUT_MS, signals: [signal], timedOut }, work);
}
