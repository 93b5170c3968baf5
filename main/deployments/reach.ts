import { lookup } from 'node:dns/promises';
import type { TestFacts } from '../../shared/contract/deployments.ts';
import { failure, type Failure } from '../../shared/errors.ts';
import type { SignInMemory } from '../auth/index.ts';
import { certificateFacts, chainSubjects } from '../transport/certificate.ts';
import { withDeadline } from '../transport/deadline.ts';
import { dialSecure, hopTimeout, reachableAddress, wayTo, type Way } from '../transport/dial.ts';
import type { Endpoint } from '../transport/endpoint.ts';
import { connectFailure } from '../transport/failures.ts';
import { proxyConnectFailure, proxyName, proxyTimeout } from '../transport/proxy-failures.ts';
import { prepareTrust } from '../transport/trust.ts';
import { openTunnel } from '../transport/tunnel.ts';

/** The part of an endpoint that is needed before anybody signs in to it; Kerberos is for its proxy. */
export interface Reached extends Pick<
  Endpoint,
  'url' | 'trust' | 'proxy' | 'clientCertificate' | 'oldTls' | 'kerberos'
> {
  /** What is known of Kerberos at the proxy, for all steps of one test. */
  readonly proxyMemory: SignInMemory;
}

/** For each of name, TCP, tunnel and TLS, in milliseconds. */
const STEP_TIMEOUT_MS = 15_000;

/**
 * The addresses of whoever is connected to, as the system resolves the name: the server's, or the proxy's, which looks
 * the server up itself. Throws network.unknown-host, timeout, proxy-unknown-host, proxy-timeout.
 */
export async function addressesOf(reached: Reached, signal: AbortSignal): Promise<TestFacts> {
  const way = wayOf(reached);
  const { to, proxy } = way;
  const timedOut = (): Failure => hopTimeout(way);
  requireWanted(signal);
  return await withDeadline({ timeoutMs: STEP_TIMEOUT_MS, signals: [signal], timedOut }, async () => {
    try {
      const found = await lookup((proxy ?? to).host, { all: true });
      return { address: found.map(({ address }) => address).join(', '), ...proxyFact(way) };
    } catch (caught) {
      throw proxy === null ? connectFailure(caught, to) : proxyConnectFailure(caught, proxy);
    }
  });
}

/**
 * The first address that takes a TCP connection; a proxy has to open a tunnel to the server as well, which is closed
 * again. Throws network.*.
 */
export async function reach(
  reached: Reached,
  signal: AbortSignal,
): Promise<{ readonly facts: TestFacts; readonly value: string }> {
  requireWanted(signal);
  const way = wayOf(reached);
  const { to, proxy, proxyMemory } = way;
  const address = await reachableAddress(way, signal);
  if (proxy === null) return { facts: { address, port: String(to.port) }, value: address };
  const timedOut = (): Failure => proxyTimeout(proxy, STEP_TIMEOUT_MS);
  const tunnel = await withDeadline({ timeoutMs: STEP_TIMEOUT_MS, signals: [signal], timedOut }, (within) =>
    openTunnel(address, { proxy, proxyMemory, to }, within),
  );
  tunnel.destroy();
  const facts = { address, port: String(proxy.port), ...proxyFact(way), tunnel: proxyName(to) };
  return { facts, value: address };
}

/** Finishes a TLS handshake, judges the certificate as a connection would, and closes. Throws network.*, tls.*. */
export async function shake(
  reached: Reached,
  address: string,
  signal: AbortSignal,
): Promise<{ readonly facts: TestFacts; readonly value: null }> {
  requireWanted(signal);
  const trust = prepareTrust(reached.trust, reached);
  const { socket, leaf } = await dialSecure({ ...wayOf(reached), address, trust }, signal);
  const protocol = socket.getProtocol() ?? '';
  socket.destroy();
  const { subject, issuer, sha256, validTo } = certificateFacts(leaf);
  const chain = chainSubjects(leaf).join(' ← ');
  return { facts: { protocol, subject, issuer, sha256, validTo, chain }, value: null };
}

function wayOf(reached: Reached): Way {
  return wayTo(reached, STEP_TIMEOUT_MS, reached.proxyMemory);
}

function proxyFact({ proxy }: Way): TestFacts {
  return proxy === null ? {} : { proxy: proxyName(proxy) };
}

function requireWanted(signal: AbortSignal): void {
  if (signal.aborted) throw failure('workstation.cancelled', {});
}
