import { request as httpRequest, type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { failure, Failure } from '../../shared/errors.ts';
import { certificateAlert } from './client-certificate.ts';
import { abortFailure, throwIfAborted } from './deadline.ts';
import { ConnectionLost, errorCode, unreadableReason } from './failures.ts';
import { decodePage, decodeSoap, isXml, type HttpReply } from './reply.ts';

/** One POST on a socket that is connected and idle. */
export interface Outgoing {
  readonly url: URL;
  readonly host: string;
  /** Whether the server has been shown a client certificate, if it asked for one. */
  readonly shows: boolean;
  readonly body: string;
  readonly authorization: string | null;
  readonly cookie: string | null;
  readonly signal: AbortSignal;
  /** Called at each piece of the reply. */
  readonly arrived: () => void;
  /** Bytes of a reply's body that are read at most. */
  readonly replyLimit: number;
}

/** A reply with the fields that sign-in and the cookie jar read. */
export interface RawReply extends HttpReply {
  readonly wwwAuthenticate: readonly string[];
  readonly setCookie: readonly string[];
}

/**
 * Sends one request on `socket` and reads its whole reply; the socket can be used again when this resolves, unless it
 * is destroyed by then. On failure the socket is destroyed. Throws ConnectionLost (requestSent true as soon as a body
 * was handed to the socket: how much of it left cannot be known), http.too-large, ws-management.reply-malformed, or the
 * signal's Failure. No agent: the caller owns the socket, because sign-in belongs to it.
 */
export async function send(socket: TLSSocket, outgoing: Outgoing): Promise<RawReply> {
  const { signal } = outgoing;
  throwIfAborted(signal);
  const request = httpRequest({
    createConnection: () => socket,
    method: 'POST',
    path: `${outgoing.url.pathname}${outgoing.url.search}`,
    headers: headersOf(outgoing),
  });
  const abort = (): void => void request.destroy(abortFailure(signal));
  signal.addEventListener('abort', abort, { once: true });
  const closed = new Promise<void>((resolve) => request.once('close', resolve));
  try {
    const reply = await exchange(request, outgoing);
    // Only at 'close' has Node let go of the socket, so that the next request can have it.
    await closed;
    return reply;
  } catch (caught) {
    socket.destroy();
    if (signal.aborted) throw abortFailure(signal);
    if (caught instanceof Failure) throw caught;
    const alert = certificateAlert(caught, { host: outgoing.host, shown: outgoing.shows, greeted: true });
    if (alert !== null) throw alert;
    const reason = unreadableReason(caught);
    throw new ConnectionLost(outgoing.host, outgoing.body !== '', lostDetails(caught), caught, reason);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function exchange(request: ClientRequest, outgoing: Outgoing): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.once('response', (response) => {
      outgoing.arrived();
      readBody(response, outgoing)
        .then((bytes) => resolve(rawReply(response, bytes)))
        .catch(reject);
    });
    request.end(outgoing.body === '' ? undefined : Buffer.from(outgoing.body, 'utf8'));
  });
}

function headersOf(outgoing: Outgoing): OutgoingHttpHeaders {
  return {
    Host: outgoing.url.host,
    // Without an agent Node would close the connection after the reply, and the sign-in would go with it.
    Connection: 'keep-alive',
    'User-Agent': 'Edgewise',
    'Content-Type': 'application/soap+xml;charset=UTF-8',
    'Content-Length': Buffer.byteLength(outgoing.body, 'utf8'),
    'Accept-Encoding': 'identity',
    ...(outgoing.authorization === null ? {} : { Authorization: outgoing.authorization }),
    ...(outgoing.cookie === null ? {} : { Cookie: outgoing.cookie }),
  };
}

async function readBody(response: IncomingMessage, { replyLimit: limit, arrived }: Outgoing): Promise<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > limit) throw failure('http.too-large', { limit });
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    throw failure('ws-management.reply-malformed', { reason: `the reply is compressed (${encoding}) unasked` });
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Without setEncoding the stream yields Buffers; its type says any.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    arrived();
    length += chunk.length;
    if (length > limit) throw failure('http.too-large', { limit });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function rawReply(response: IncomingMessage, bytes: Uint8Array): RawReply {
  const contentType = response.headers['content-type'] ?? '';
  return {
    status: response.statusCode ?? 0,
    contentType,
    headers: new Map(
      Object.entries(response.headersDistinct).map(([name, values]) => [name, values?.join(', ') ?? '']),
    ),
    body: isXml(contentType) ? decodeSoap(bytes, contentType) : decodePage(bytes, contentType),
    wwwAuthenticate: response.headersDistinct['www-authenticate'] ?? [],
    setCookie: response.headersDistinct['set-cookie'] ?? [],
  };
}

function lostDetails(cause: unknown): { readonly serverText?: string } {
  const code = errorCode(cause);
  return code === '' ? {} : { serverText: code };
}
