import type { X509Certificate } from 'node:crypto';
import { connect as connectTcp, isIP } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { failure } from '../../shared/errors.ts';
import { abortFailure } from './deadline.ts';
import { connectFailure, handshakeFailure, type Destination } from './failures.ts';
import { judgePeer, type PreparedTrust } from './trust.ts';

/** A connected, trusted socket over which nothing has been said yet. */
export interface SecureSocket {
  readonly socket: TLSSocket;
  readonly leaf: X509Certificate;
}

/** Silence on a socket after which the system asks whether its other end is there. */
const KEEP_ALIVE_MS = 15_000;

/** How long one of several addresses may stay silent before the next is tried as well (RFC 8305 in spirit). */
const NEXT_ADDRESS_AFTER_MS = 1_500;

/**
 * Finds the one address every connection of a transport will use: looks the host up once and takes the first of its
 * addresses, of either family, that accepts a TCP connection, which is closed again. Throws network.unknown-host,
 * refused, unreachable, or the signal's Failure.
 */
export function reachableAddress(to: Destination, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp({
      host: to.host,
      port: to.port,
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
    });
    const abort = (): void => void socket.destroy(abortFailure(signal));
    signal.addEventListener('abort', abort, { once: true });
    socket.once('connect', () => {
      const address = socket.remoteAddress;
      socket.destroy();
      if (address === undefined) reject(connectFailure(new Error('closed at once'), to));
      else resolve(address);
    });
    socket.on('error', (caught) => reject(signal.aborted ? abortFailure(signal) : connectFailure(caught, to)));
    socket.once('close', () => signal.removeEventListener('abort', abort));
  });
}

/**
 * Connects to `address` and finishes TLS with the host's own name in SNI and in the name check. Rejects, with the
 * socket gone, when the certificate is not trusted. Throws network.*, tls.*, or the signal's Failure.
 */
export function dialSecure(
  address: string,
  to: Destination,
  trust: PreparedTrust,
  signal: AbortSignal,
): Promise<SecureSocket> {
  return handshake(address, to, trust, signal).then(({ socket, leaf }) => {
    const refusal = judgePeer(socket, leaf, trust, to);
    if (refusal === null) return { socket, leaf };
    socket.destroy();
    throw refusal;
  });
}

/** As dialSecure, without the judgement: for probing what a server shows. The caller must not write to the socket. */
export function handshake(
  address: string,
  to: Destination,
  trust: PreparedTrust,
  signal: AbortSignal,
): Promise<SecureSocket> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(abortFailure(signal));
      return;
    }
    const socket = connectTls({
      host: address,
      port: to.port,
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
    let connected = false;
    const abort = (): void => void socket.destroy(abortFailure(signal));
    signal.addEventListener('abort', abort, { once: true });
    socket.once('connect', () => (connected = true));
    socket.on('error', (caught) => {
      signal.removeEventListener('abort', abort);
      if (signal.aborted) reject(abortFailure(signal));
      else reject(connected ? handshakeFailure(caught, to) : connectFailure(caught, to));
    });
    socket.once('secureConnect', () => {
      signal.removeEventListener('abort', abort);
      const leaf = socket.getPeerX509Certificate();
      if (leaf !== undefined) {
        resolve({ socket, leaf });
        return;
      }
      socket.destroy();
      reject(failure('tls.handshake', { host: to.host, reason: 'the server showed no certificate' }));
    });
  });
}
