import { connect as connectTcp, type Socket } from 'node:net';
import { failure, Failure, isCountedRefusal } from '../../shared/errors.ts';
import { createSignIn, type SignInExchange, type SignInMemory, type SignInStep } from '../auth/index.ts';
import { abortFailure, throwIfAborted } from './deadline.ts';
import type { ProxyEndpoint } from './endpoint.ts';
import type { Destination } from './failures.ts';
import { askForTunnel, type ConnectReply } from './proxy-connect.ts';
import {
  proxyConnectFailure,
  proxyName,
  proxyRefusal,
  proxySignInFailure,
  proxySignInRefused,
  type ProxySigner,
} from './proxy-failures.ts';
import { offerOf, readOffers, schemesOf } from './www-authenticate.ts';

/** As in sign-in-legs.ts: more means that a proxy asks on and on. */
const MAX_LEGS = 4;

/** Through which proxy, with what is known of Kerberos there, to which server. */
export interface TunnelWay {
  readonly proxy: ProxyEndpoint;
  readonly proxyMemory: SignInMemory;
  readonly to: Destination;
}

/**
 * A socket through which the server is reached: TCP to the proxy at `address`, CONNECT, and the proxy's sign-in, whose legs
 * all go over this one connection. A proxy that closes after its first 407 is connected to once more with the first
 * leg in hand. Throws network.proxy-*, or the signal's Failure; nothing is left open then.
 * Source: RFC 9110 9.3.6 and 11.7, RFC 4559 4.
 */
export async function openTunnel(address: string, way: TunnelWay, signal: AbortSignal): Promise<Socket> {
  const { proxy, to } = way;
  const exchange = exchangeFor(way);
  let socket = await connectToProxy(address, proxy, signal);
  try {
    let authorization: string | null = null;
    let challenge: string | null = null;
    let last = false;
    for (let leg = 0; leg < MAX_LEGS; leg += 1) {
      if (exchange !== null) ({ authorization, last } = await stepOf(exchange, challenge, way, socket, signal));
      throwIfAborted(signal);
      const reply = await askForTunnel(socket, proxy, to, authorization, signal);
      if (reply.status >= 200 && reply.status < 300) {
        await prove(exchange, reply, signal);
        return socket;
      }
      if (reply.status !== 407) throw proxyRefusal(reply.status, reply.words, proxy, to);
      challenge = await challengeIn(reply, { proxy, exchange, first: leg === 0, last }, signal);
      if (reply.reusable) continue;
      // NTLM ties the challenge to the connection: behind one that ends there is nothing to answer.
      if (challenge !== null) throw failure('network.proxy-lost', { proxy: proxyName(proxy) });
      socket.destroy();
      socket = await connectToProxy(address, proxy, signal);
    }
    throw proxySignInRefused(signerOf(proxy, exchange), {});
  } catch (caught) {
    socket.destroy();
    throw proxySignInFailure(caught, signerOf(proxy, exchange));
  } finally {
    exchange?.dispose?.();
  }
}

/** The next step of the sign-in. One that cannot begin may be one that this proxy does not take anyway: that is said first. */
async function stepOf(
  exchange: SignInExchange,
  challenge: string | null,
  way: TunnelWay,
  socket: Socket,
  signal: AbortSignal,
): Promise<SignInStep> {
  try {
    return await exchange.next(challenge, signal);
  } catch (caught) {
    const judged = signal.aborted || !(caught instanceof Failure) || isCountedRefusal(caught.error);
    if (challenge === null && !judged) await demandOffered(socket, way, exchange, signal);
    throw caught;
  }
}

/** Asks without a sign-in what the proxy offers. Throws network.proxy-none-offered or proxy-not-offered, or what asking throws. */
async function demandOffered(
  socket: Socket,
  { proxy, to }: TunnelWay,
  exchange: SignInExchange,
  signal: AbortSignal,
): Promise<void> {
  const reply = await askForTunnel(socket, proxy, to, null, signal);
  if (reply.status !== 407) return;
  if (offerOf(readOffers(reply.proxyAuthenticate), exchange.httpScheme) === null)
    throw unoffered(reply, proxy, exchange);
}

/** What a 407 says that does not offer what was chosen. */
function unoffered(reply: ConnectReply, { host, port }: ProxyEndpoint, exchange: SignInExchange | null): Failure {
  const proxy = proxyName({ host, port });
  const offers = readOffers(reply.proxyAuthenticate);
  if (offers.length === 0) return failure('network.proxy-none-offered', { proxy }, wordsIn(reply));
  const offered = schemesOf(offers);
  if (exchange === null) return failure('network.proxy-asks', { proxy, offered }, wordsIn(reply));
  return failure('network.proxy-not-offered', { proxy, offered, wanted: exchange.httpScheme }, wordsIn(reply));
}

interface Asked {
  readonly proxy: ProxyEndpoint;
  readonly exchange: SignInExchange | null;
  readonly first: boolean;
  readonly last: boolean;
}

/** The proxy's token for the next leg; null = the exchange begins another way. Throws when it is over. */
async function challengeIn(reply: ConnectReply, asked: Asked, signal: AbortSignal): Promise<string | null> {
  const { proxy, exchange, first, last } = asked;
  const ours = exchange === null ? null : offerOf(readOffers(reply.proxyAuthenticate), exchange.httpScheme);
  if (exchange === null || (ours === null && first)) throw unoffered(reply, proxy, exchange);
  const token = ours?.token ?? null;
  const over = last || token === null;
  if (over && !(await exchange.refused?.(token, signal))) {
    throw proxySignInRefused(signerOf(proxy, exchange), wordsIn(reply));
  }
  return over ? null : token;
}

/**
 * A proof that comes must hold, but none has to come: apache writes the reply to CONNECT without it (mod_proxy_connect). It is
 * TLS behind the tunnel that proves the server, and a proxy is told nothing that another one may not hear.
 */
async function prove(exchange: SignInExchange | null, reply: ConnectReply, signal: AbortSignal): Promise<void> {
  if (exchange?.verify === undefined) return;
  const proof = offerOf(readOffers(reply.proxyAuthenticate), exchange.httpScheme)?.token ?? null;
  if (proof === null) return;
  await exchange.verify(proof, signal);
  throwIfAborted(signal);
}

/** There is no TLS towards a proxy, so there is no channel to bind to. */
function exchangeFor({ proxy, proxyMemory }: TunnelWay): SignInExchange | null {
  const { host, signIn, user, password, kerberos } = proxy;
  if (signIn === 'none') return null;
  const choice = { scheme: signIn, user, password, channelBinding: false };
  return createSignIn(choice, { host, certificateDer: new Uint8Array() }, kerberos ?? null, proxyMemory);
}

function connectToProxy(address: string, proxy: ProxyEndpoint, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(abortFailure(signal));
      return;
    }
    const socket = connectTcp({ host: address, port: proxy.port, noDelay: true });
    const abort = (): void => void socket.destroy(abortFailure(signal));
    signal.addEventListener('abort', abort, { once: true });
    socket.once('connect', () => {
      signal.removeEventListener('abort', abort);
      resolve(socket);
    });
    // It stays: an error between two uses of the socket has nobody else to go to.
    socket.on('error', (caught) => {
      signal.removeEventListener('abort', abort);
      reject(signal.aborted ? abortFailure(signal) : proxyConnectFailure(caught, proxy));
    });
  });
}

function signerOf(proxy: ProxyEndpoint, exchange: SignInExchange | null): ProxySigner {
  return { proxy, scheme: exchange?.httpScheme ?? '-' };
}

function wordsIn({ words }: ConnectReply): { readonly serverText?: string } {
  return words === '' ? {} : { serverText: words };
}
