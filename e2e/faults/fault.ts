import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What can happen to a message on its way. Every fault but the first two ends its connection, sooner or later. */
export const FAULTS = [
  /** It comes late. */
  'latency',
  /** It comes seven bytes at a time. */
  'slices',
  /** It never comes, nor anything after it; the connection stays open. */
  'blackhole',
  /** Instead of it both sides get an RST. */
  'reset',
  /** Half of it comes, then FIN. */
  'cut',
  /** Half of it comes, then nothing; the connection stays open. */
  'stall',
  /** Other bytes come in its place. */
  'garbage',
  /** Its length and head are right, bytes in the middle of it are not. */
  'noise',
  /** It comes twice. */
  'duplicate',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Where a struck message is on its way to, and the other side of its connection. */
export interface Way {
  readonly to: Socket;
  readonly from: Socket;
  /** From now on nothing goes through in either direction. */
  readonly silence: () => void;
  /** Ends both sides without a word, which the kernel says as RST. */
  readonly reset: () => void;
}

const LATE_MS = 40;
const SLICE = 7;
/** What of a message comes in slices: its head, and where its body begins. All of it would measure the machine. */
const SLICED_BYTES = 700;

/** Carries one message under a fault; resolves when all that will ever be written of it has been. */
export async function strike(fault: Fault, message: Buffer, way: Way): Promise<void> {
  const { to, from } = way;
  const half = message.subarray(0, Math.ceil(message.length / 2));
  switch (fault) {
    case 'latency':
      await wait(LATE_MS);
      to.write(message);
      return;
    case 'slices':
      await writeSliced(to, message);
      return;
    case 'blackhole':
      way.silence();
      return;
    case 'reset':
      way.reset();
      return;
    case 'cut':
      way.silence();
      to.end(half);
      from.end();
      return;
    case 'stall':
      way.silence();
      to.write(half);
      return;
    case 'garbage':
      way.silence();
      to.end(Buffer.from(GARBAGE));
      from.end();
      return;
    case 'noise':
      to.write(withNoise(message));
      return;
    case 'duplicate':
      to.write(message);
      to.write(message);
      return;
  }
}

/** No HTTP, no TLS record, no text; always the same. */
const GARBAGE = Uint8Array.from({ length: 600 }, (_, at) => (at * 89 + 0x81) & 0xff);

async function writeSliced(to: Socket, message: Buffer): Promise<void> {
  for (let at = 0; at < SLICED_BYTES && at < message.length; at += SLICE) {
    to.write(message.subarray(at, Math.min(at + SLICE, SLICED_BYTES)));
    await new Promise(setImmediate);
  }
  if (message.length > SLICED_BYTES) to.write(message.subarray(SLICED_BYTES));
}

/** 0xff is in no UTF-8, so that no reader may take it for text; a message without a body has it in its last field. */
function withNoise(message: Buffer): Buffer {
  const noisy = Buffer.from(message);
  const body = message.indexOf('\r\n\r\n') + 4;
  const middle = body < message.length ? Math.floor((body + message.length) / 2) : body - 30;
  return noisy.fill(0xff, middle, Math.min(middle + 16, message.length - 4));
}
