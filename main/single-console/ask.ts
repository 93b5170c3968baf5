import { connect } from 'node:net';
import { failure, Failure } from '../../shared/errors.ts';
import { createFrameReader, encodeFrame } from './frames.ts';
import { replyFrame, type ConsoleAsk, type HolderNote, type ReplyFrame } from './protocol.ts';

/** What came of asking: the frame that ended the answer, or nobody who listens there. */
export type Asked = { readonly kind: 'answered'; readonly frame: ReplyFrame } | { readonly kind: 'nobody' };

/** A console that does not begin to answer by then hangs, in milliseconds; a write may take as long as it likes. */
const WINDOW_MS = 10_000;

/**
 * Asks the console that listens where the note says; `onFrame` hears what it says meanwhile. An abort closes the
 * connection, and the console aborts the work. Throws workstation.cancelled, workstation.console-lost when the
 * connection ends before the answer does, and the Failure the console answered with.
 */
export async function askConsole(
  note: HolderNote,
  ask: ConsoleAsk,
  { signal, onFrame }: { readonly signal: AbortSignal; readonly onFrame?: (frame: ReplyFrame) => void },
): Promise<Asked> {
  if (signal.aborted) throw failure('workstation.cancelled', {});
  const asked = Promise.withResolvers<Asked>();
  const socket = connect(note.address);
  const reader = createFrameReader();
  const lost = (): void => asked.reject(failure('workstation.console-lost', {}));
  const cancel = (): void => asked.reject(failure('workstation.cancelled', {}));
  signal.addEventListener('abort', cancel, { once: true });
  if (ask.kind === 'window') socket.setTimeout(WINDOW_MS, lost);
  socket.once('connect', () => socket.write(encodeFrame({ key: note.key, ask })));
  socket.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') asked.resolve({ kind: 'nobody' });
    else lost();
  });
  socket.on('data', (bytes: Buffer) => {
    try {
      for (const value of reader.push(bytes)) {
        const frame = replyFrame.parse(value);
        if (frame.kind === 'failed') asked.reject(new Failure(frame.error));
        else if (frame.kind === 'out' || frame.kind === 'err') onFrame?.(frame);
        else asked.resolve({ kind: 'answered', frame });
      }
    } catch (caught) {
      // Not a console of this version: the lock says it is one of ours.
      asked.reject(failure('workstation.console-lost', {}, {}, caught));
    }
  });
  socket.once('close', lost);
  try {
    return await asked.promise;
  } finally {
    signal.removeEventListener('abort', cancel);
    socket.destroy();
  }
}
