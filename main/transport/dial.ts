import type { X509Certificate } from 'node:crypto';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { failure, type Failure } from '../../shared/errors.ts';
import { certificateAlert } from './client-certificate.ts';
import { abortFailure, withDeadline } from './deadline.ts';
import type { SignInMemory } from '../auth/index.ts';
import { destinationOf } from './destination.ts';
import type { Endpoint, ProxyEndpoint } from './endpoint.ts';
import { connectFailure, connectTimeout, handshakeFailure, type Destination } from './failures.ts';
import { proxyConnectFailure, proxyTimeout } from './proxy-failures.ts';
import { judgePeer, type PreparedTrust } from './trust.ts';
import { openTunnel } from './tunnel.ts';

/** A connected, trusted socket over which nothing has been said yet. */
export interface SecureSocket {
  readonly socket: TLSSocket;
  readonly leaf: X509Certificate;
}

/** Silence on a socket after which the system asks whether its other end is there. */
const KEEP_ALIVE_MS = 15_000;

/** How long one of several addresses may stay silent before the next is tried as well (RFC 8305 in spirit). */
const NEXT_ADDRESS_AFTER_MS = 1_500;

/** Which way a transport's connections go: straight to the server, or through a tunnel of a proxy. */
export interface Way {
  readonly to: Destination;
  readonly proxy: ProxyEndpoint | null;
  /** What is known of Kerberos at the proxy: one for all connections that go there. */
  readonly proxyMemory: SignInMemory;
  /** Milliseconds for TCP and TLS, and before them once more for a proxy's tunnel. */
  readonly timeoutMs: number;
}

/**
 * The way to an endpoint; its proxy has the Kerberos of the endpoint where it has none of its own. Whoever goes there by
 * several ways gives them one memory. Throws input.url-not-https.
 */
export function wayTo(
  { url, proxy, kerberos }: Pick<Endpoint, 'url' | 'proxy' | 'kerberos'>,
  timeoutMs: number,
  proxyMemory: SignInMemory = { noKerberos: null },
): Way {
  return { to: destinationOf(url), proxy: proxy ? { kerberos, ...proxy } : null, proxyMemory, timeoutMs };
}

/** A way with the one address that its TCP connections go to, and what the server is judged by. */
export interface Line extends Way {
  /** Of the server, or of the proxy where there is one. */
  readonly address: string;
  readonly trust: PreparedTrust;
}

/**
 * Finds the one address every connection of a transport will use: looks the host up once and takes the first of its
 * addresses, of either family, that accepts a TCP connection, which is closed again. With a proxy that is the proxy's
 * address: it alone looks the server up. Throws network.unknown-host, refused, unreachable, timeout, proxy-unknown-host,
 * proxy-unreachable, proxy-timeout, or the signal's Failure.
 */
export function reachableAddress(way: Way, signal?: AbortSignal): Promise<string> {
  const signals = signal === undefined ? [] : [signal];
  const timedOut = (): Failure => hopTimeout(way);
  return withDeadline({ timeoutMs: way.timeoutMs, signals, timedOut }, (within) => knock(way, within));
}

/** The timeout of whoever is asked first. */
export function hopTimeout({ to, proxy, timeoutMs }: Way): Failure {
  return proxy === null ? connectTimeout(to.host, timeoutMs) : proxyTimeout(proxy, timeoutMs);
}

function knock({ to, proxy }: Way, signal: AbortSignal): Promise<string> {
  const hop = proxy ?? to;
  const failed = (caught: unknown): Failure =>
    proxy === null ? connectFailure(caught, to) : proxyConnectFailure(caught, proxy);
  return new Promise((resolve, reject) => {
    const socket = connectTcp({
      host: hop.host,
      port: hop.port,
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
    });
    const abort = (): void => void socket.destroy(abortFailure(signal));
    signal.addEventListener('abort', abort, { once: true });
    socket.once('connect', () => {
      const address = socket.remoteAddress;
      socket.destroy();
      if (address === undefined) reject(failed(new Error('closed at once')));
      else resolve(address);
    });
    socket.on('error', (caught) => reject(signal.aborted ? abortFailure(signal) : failed(caught)));
    socket.once('close', () => signal.removeEventListener('abort', abort));
  });
}

/**
 * Connects, through the proxy's tunnel where there is one, and finishes TLS with the server's own name in SNI and in the
 * name check: a proxy changes nothing of the trust. Rejects, with the socket gone, when the certificate is not trusted.
 * Throws network.*, tls.*, or the signal's Failure.
 */
export async function dialSecure(line: Line, signal: AbortSignal): Promise<SecureSocket> {
  const { socket, leaf } = await handshake(line, signal);
  const refusal = judgePeer(socket, leaf, line.trust, line.to);
  if (refusal === null) return { socket, leaf };
  socket.destroy();
  throw refusal;
}

/** As dialSecure, without the judgement: for probing what a server shows. The caller must not write to the socket. */
export async function handshake(line: Line, signal: AbortSignal): Promise<SecureSocket> {
  const { address, to, proxy, proxyMemory, timeoutMs } = line;
  const limits = { timeoutMs, signals: [signal] };
  const tunnel =
    proxy === null
      ? null
      : await withDeadline({ ...limits, timedOut: () => proxyTimeout(proxy, timeoutMs) }, (within) =>
          openTunnel(address, { proxy, proxyMemory, to }, within),
        );
  const timedOut = (): Failure => connectTimeout(to.host, timeoutMs);
  return await withDeadline({ ...limits, timedOut }, (within) => secure(line, tunnel, within));
}

/** TLS over a tunnel, or over a TCP connection of its own. */
function secure({ address, to, trust }: Line, tunnel: Socket | null, signal: AbortSignal): Promise<SecureSocket> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      tunnel?.destroy();
      reject(abortFailure(signal));
      return;
    }
    const socket = connectTls({
      // Beside a socket the host is the name that is checked where there is no servername: an address of the URL.
      ...(tunnel === null ? { host: address, port: to.port } : { socket: tunnel, host: to.host }),
      // An IP literal has no place in SNI (RFC 6066 3); Node then checks the certificate for the address itself.
      ...(isIP(to.host) === 0 ? { servername: to.host } : {}),
      secureContext: trust.context,
      ALPNProtocols: ['http/1.1'],
      // judgePeer decides on 'secureConnect': with `true` Node destroys the socket before the certificate can be shown
      // to the person, and a pin could not be compared at all. Nothing is written before that judgement.
      rejectUnauthorized: false,
    });
    // A request may be two writes; waiting for the first one's acknowledgement would cost up to 40 ms.
    socket.setNoDelay(true);
    // Where a network went away during a long poll, the system finds out before its deadline does.
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    let connected = tunnel !== null;
    const abort = (): void => void socket.destroy(abortFailure(signal));
    signal.addEventListener('abort', abort, { once: true });
    socket.once('connect', () => (connected = true));
    socket.on('error', (caught) => {
      signal.removeEventListener('abort', abort);
      const setting = { host: to.host, shown: trust.shows, greeted: socket.getPeerX509Certificate() !== undefined };
      if (signal.aborted) reject(abortFailure(signal));
      else if (!connected) reject(connectFailure(caught, to));
      else reject(certificateAlert(caught, setting) ?? handshakeFailure(caught, to));
    });
    socket.once('secureConnect', () => {
      signal.removeEventListener('abort', abort);
      const leaf = socket.getPeerX509Certificate();
      if (leaf !== undefined) {
        resolve({ socket, leaf });
        return;
      }
      socket.destroy();
      reject(failure('tls.handshake', { host: to.host, reason: 'reason.no-certificate' }));
    });
  });
}
