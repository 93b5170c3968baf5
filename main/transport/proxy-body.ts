import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** The body of a refused CONNECT, and whether it was read to its end, so that the socket can be used again. */
export interface ProxyBody {
  readonly body: Buffer;
  readonly whole: boolean;
}

/** More than any proxy's page of errors; what goes on beyond is left, and the socket with it. */
const BODY_LIMIT = 256 * 1024;

/**
 * Reads what follows the head of a proxy's refusal: Node hands a CONNECT's socket over with the body unread, but the
 * next leg of a sign-in has to begin behind it. Ends early, with `whole` false, when the socket ends, the limit is
 * reached, or no length is given. Source: RFC 9112 6.3 and 7.1.
 */
export async function readProxyBody(socket: Socket, response: IncomingMessage, head: Buffer): Promise<ProxyBody> {
  const chunked = /\bchunked\s*$/i.test(response.headers['transfer-encoding'] ?? '');
  const length = response.headers['content-length'];
  if (!chunked && length === undefined) return { body: head, whole: false };
  const end = chunked ? chunkedEnd : (bytes: Buffer): Part => lengthEnd(bytes, Number(length));
  let received = head;
  let part = end(received);
  while (part === 'more' && received.length <= BODY_LIMIT) {
    const more = await nextPiece(socket);
    if (more === null) break;
    received = Buffer.concat([received, more]);
    part = end(received);
  }
  return part === 'more' || part === 'unreadable'
    ? { body: received.subarray(0, BODY_LIMIT), whole: false }
    : { body: part.body, whole: part.rest === 0 };
}

/** A body that is whole with the number of bytes behind it, or what keeps it from being so. */
type Part = { readonly body: Buffer; readonly rest: number } | 'more' | 'unreadable';

function lengthEnd(bytes: Buffer, length: number): Part {
  if (bytes.length < length) return 'more';
  return { body: bytes.subarray(0, length), rest: bytes.length - length };
}

function chunkedEnd(bytes: Buffer): Part {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd === -1) return 'more';
    const size = /^([0-9a-f]{1,8})\s*(;.*)?$/i.exec(bytes.toString('latin1', at, lineEnd))?.[1];
    if (size === undefined) return 'unreadable';
    const from = lineEnd + 2;
    const length = Number.parseInt(size, 16);
    if (length === 0) return trailerEnd(bytes, from, Buffer.concat(chunks));
    if (bytes.length < from + length + 2) return 'more';
    chunks.push(bytes.subarray(from, from + length));
    at = from + length + 2;
  }
}

/** Trailer fields are passed over up to the empty line. */
function trailerEnd(bytes: Buffer, from: number, body: Buffer): Part {
  if (bytes.indexOf('\r\n', from) === from) return { body, rest: bytes.length - from - 2 };
  const end = bytes.indexOf('\r\n\r\n', from);
  return end === -1 ? 'more' : { body, rest: bytes.length - end - 4 };
}

/** The next bytes of a socket that is then paused again; null at its end. Rejects with the socket's error. */
function nextPiece(socket: Socket): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    function settle(): void {
      socket.pause();
      socket.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onError);
    }
    function onData(piece: Buffer): void {
      settle();
      resolve(piece);
    }
    function onEnd(): void {
      settle();
      resolve(null);
    }
    function onError(error: Error): void {
      settle();
      reject(error);
    }
    if (socket.destroyed || socket.readableEnded) {
      resolve(null);
      return;
    }
    socket.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onError);
    socket.resume();
  });
}
