import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { errorFrom } from '../../shared/errors.ts';
import { createFrameReader, encodeFrame } from './frames.ts';
import { askFrame, type ConsoleAsk, type HolderNote, type ReplyFrame } from './protocol.ts';

/** Answers one ask; what it gives ends the answer. `signal` aborts when who asked has gone. Throws a Failure. */
export type Answerer = (
  ask: ConsoleAsk,
  say: (frame: ReplyFrame) => void,
  signal: AbortSignal,
) => Promise<ReplyFrame> | ReplyFrame;

/** The socket of who holds the lock. */
export interface ConsoleSocket {
  /** Takes no more asks, waits for those that run, and is gone from the disk. */
  close(): Promise<void>;
}

/** How long who connects may take for his one frame, in milliseconds. */
const ASK_MS = 5_000;
const CONNECTIONS = 32;
/** Who lets this many bytes pile up reads no more. */
const PILE_LIMIT = 8_388_608;
/** Longest text of one frame, in UTF-16 units: never more than its limit in bytes, however it is escaped. */
const TEXT_PART = 100_000;

/**
 * Listens where the note says. Node cannot ask who the other side is (SO_PEERCRED): the folder of mode 0700 and the
 * socket of 0600 keep other users out on Linux and macOS, and the note's key, which stands in the lock file alone, on
 * Windows too. Rejects with the system's error.
 */
export async function serveConsole(
  note: HolderNote,
  answer: Answerer,
  platform = process.platform,
): Promise<ConsoleSocket> {
  const running = new Set<Promise<void>>();
  const server = createServer((socket) => {
    const served = serve(socket, note.key, answer).finally(() => running.delete(served));
    running.add(served);
  });
  server.maxConnections = CONNECTIONS;
  server.listen(note.address);
  await once(server, 'listening');
  if (platform !== 'win32') chmodSync(note.address, 0o600);
  return {
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      await Promise.all(running);
      await closed;
    },
  };
}

async function serve(socket: Socket, key: string, answer: Answerer): Promise<void> {
  const gone = new AbortController();
  socket.on('error', () => socket.destroy());
  socket.once('close', () => gone.abort());
  const say = (frame: ReplyFrame): void => {
    for (const part of partsOf(frame)) {
      if (socket.destroyed) return;
      if (socket.writableLength > PILE_LIMIT) socket.destroy();
      else socket.write(encodeFrame(part));
    }
  };
  const ask = await askOf(socket, key);
  if (ask !== null) say(await answered(ask, answer, say, gone.signal));
  socket.end();
  // Who was answered and does not go is not waited for.
  socket.setTimeout(ASK_MS, () => socket.destroy());
  await closeOf(socket);
}

async function answered(
  ask: ConsoleAsk,
  answer: Answerer,
  say: (frame: ReplyFrame) => void,
  signal: AbortSignal,
): Promise<ReplyFrame> {
  try {
    return await answer(ask, say, signal);
  } catch (caught) {
    return { kind: 'failed', error: errorFrom(caught) };
  }
}

/** The ask of a connection, or null for one that is none of ours: it is told nothing. */
async function askOf(socket: Socket, key: string): Promise<ConsoleAsk | null> {
  const asked = Promise.withResolvers<ConsoleAsk | null>();
  const reader = createFrameReader();
  const deadline = setTimeout(() => asked.resolve(null), ASK_MS);
  socket.on('data', (bytes: Buffer) => {
    try {
      const [first] = reader.push(bytes);
      if (first === undefined) return;
      const frame = askFrame.safeParse(first);
      asked.resolve(frame.success && sameText(frame.data.key, key) ? frame.data.ask : null);
    } catch (caught) {
      // The three that frames.ts throws for what is no frame.
      if (!(caught instanceof RangeError || caught instanceof TypeError || caught instanceof SyntaxError)) throw caught;
      asked.resolve(null);
    }
    socket.removeAllListeners('data');
    socket.resume();
  });
  socket.once('close', () => asked.resolve(null));
  const ask = await asked.promise;
  clearTimeout(deadline);
  return ask;
}

async function closeOf(socket: Socket): Promise<void> {
  if (socket.closed) return;
  const closed = Promise.withResolvers<undefined>();
  socket.once('close', () => closed.resolve(undefined));
  await closed.promise;
}

function partsOf(frame: ReplyFrame): readonly ReplyFrame[] {
  if (frame.kind !== 'out' && frame.kind !== 'err') return [frame];
  const parts: ReplyFrame[] = [];
  for (let at = 0; at < frame.text.length; at += TEXT_PART) {
    parts.push({ kind: frame.kind, text: frame.text.slice(at, at + TEXT_PART) });
  }
  return parts;
}

function sameText(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
