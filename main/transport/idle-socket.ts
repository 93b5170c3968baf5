import type { TLSSocket } from 'node:tls';

/** Whether a request may be written to a socket: nobody has ended it, as far as this machine has heard. */
export function isUsable(socket: TLSSocket): boolean {
  return !socket.destroyed && socket.writable && socket.readable;
}

/**
 * Watches a socket while no request is under way. It is read on, so that its end is noticed; and anything the server
 * says unasked ends it, for those bytes would be taken for the next request's reply.
 */
export function guardIdle(socket: TLSSocket): void {
  if (!socket.destroyed) socket.on('data', destroyThis);
}

/** Ends the watch, before a request is written. */
export function releaseIdle(socket: TLSSocket): void {
  socket.off('data', destroyThis);
}

function destroyThis(this: TLSSocket): void {
  this.destroy();
}
