import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { failure, Failure } from '../../shared/errors.ts';
import type { ProxyChoice } from '../../shared/models/network.ts';
import { abortFailure, throwIfAborted } from './deadline.ts';
import type { Destination } from './failures.ts';
import { wordsOf } from './page-words.ts';
import { proxyName, proxyReplyFailure } from './proxy-failures.ts';
import { readProxyBody } from './proxy-body.ts';

/** A proxy's answer to one CONNECT. */
export interface ConnectReply {
  readonly status: number;
  readonly proxyAuthenticate: readonly string[];
  /** Its page in plain words, at most a few lines; empty for a tunnel. */
  readonly words: string;
  /** Whether another CONNECT may be written to this socket. */
  readonly reusable: boolean;
}

/**
 * Asks for a tunnel to `to` once, on a socket that is connected to the proxy. With a status of 2xx the socket is the
 * tunnel. Throws network.proxy-lost, network.proxy-malformed, or the signal's Failure; then the socket is destroyed.
 * Source: RFC 9110 9.3.6.
 */
export async function askForTunnel(
  socket: Socket,
  proxy: ProxyChoice,
  to: Destination,
  authorization: string | null,
  signal: AbortSignal,
): Promise<ConnectReply> {
  throwIfAborted(signal);
  const path = proxyName(to);
  const abort = (): void => void socket.destroy(abortFailure(signal));
  signal.addEventListener('abort', abort, { once: true });
  try {
    const { response, head } = await answerTo(socket, path, authorization);
    const status = response.statusCode ?? 0;
    const proxyAuthenticate = response.headersDistinct['proxy-authenticate'] ?? [];
    if (status >= 200 && status < 300) {
      // A server speaks TLS only when it is spoken to: whatever came already is the proxy's own page.
      if (head.length === 0) return { status, proxyAuthenticate, words: '', reusable: false };
      const reason = 'reason.connect-page';
      throw failure('network.proxy-malformed', { proxy: proxyName(proxy), reason }, { serverText: wordsOf(head) });
    }
    const { body, whole } = await readProxyBody(socket, response, head);
    const closes = /\bclose\b/i.test(`${response.headers.connection ?? ''} ${header(response, 'proxy-connection')}`);
    const reusable = whole && !closes && response.httpVersion !== '1.0';
    return { status, proxyAuthenticate, words: wordsOf(body), reusable };
  } catch (caught) {
    socket.destroy();
    if (signal.aborted) throw abortFailure(signal);
    throw caught instanceof Failure ? caught : proxyReplyFailure(caught, proxy);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

interface Answer {
  readonly response: IncomingMessage;
  /** What came behind the head in the same piece. */
  readonly head: Buffer;
}

function answerTo(socket: Socket, path: string, authorization: string | null): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      createConnection: () => socket,
      method: 'CONNECT',
      path,
      headers: {
        Host: path,
        'User-Agent': 'Edgewise',
        // Without an agent Node would ask for the end of the connection, and the sign-in goes over several requests of it.
        Connection: 'keep-alive',
        // Older proxies keep the connection for the legs of a sign-in only when they are told so in their own field.
        'Proxy-Connection': 'keep-alive',
        ...(authorization === null ? {} : { 'Proxy-Authorization': authorization }),
      },
    });
    request.on('error', reject);
    // Node gives a CONNECT's answer this way whatever its status.
    request.once('connect', (response, _socket, head) => resolve({ response, head }));
    request.end();
  });
}

function header(response: IncomingMessage, name: string): string {
  return response.headersDistinct[name]?.join() ?? '';
}
