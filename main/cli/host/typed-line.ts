import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { failure } from '../../../shared/errors.ts';

/** Standard input and error as the command sees them. */
export interface TerminalStreams {
  readonly stdin: NodeJS.ReadableStream & {
    readonly isTTY?: boolean;
    /** Of a pipe: whether it keeps the program from ending. */
    readonly ref?: () => unknown;
    readonly unref?: () => unknown;
  };
  readonly stderr: NodeJS.WritableStream & {
    readonly isTTY?: boolean;
    readonly columns?: number;
    readonly rows?: number;
  };
}

/** No secret is as long: somebody has joined a file to standard input that is none of ours. In bytes. */
const LONGEST_LINE = 65_536;

/** Columns and rows of a terminal; the usual ones where it does not know its own, as one without a window does. */
export function windowOf({ columns = 0, rows = 0 }: TerminalStreams['stderr']): {
  readonly columns: number;
  readonly rows: number;
} {
  return { columns: columns > 0 ? columns : 80, rows: rows > 0 ? rows : 25 };
}

/** How a line is asked for. */
export interface LineQuestion {
  readonly streams: TerminalStreams;
  /**
   * What stands before the cursor, shown at a terminal only: one line, and before a secret others above it. Nothing invites
   * to type a secret while the terminal still shows what is typed.
   */
  readonly question: string;
  /** Whether what is typed is shown. */
  readonly echo: boolean;
  /** Gives the question up. */
  readonly signal: AbortSignal;
}

/**
 * Reads one line of standard input, at a terminal after the question. Null at the end of the input. What follows the line's
 * end stays for whoever reads next. Throws workstation.cancelled for Ctrl+C, an abort and a terminal that is closed, and
 * input.line-too-long.
 */
export async function readTypedLine({ streams, question, echo, signal }: LineQuestion): Promise<string | null> {
  const { stdin, stderr } = streams;
  const terminal = stdin.isTTY === true;
  if (!terminal) return await readPipedLine(stdin, signal);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = echo ? stderr : silent;
  const lines = createInterface({ input: stdin, output, terminal, signal, historySize: 0 });
  const interrupted = { byKey: false };
  // Without echo by the terminal itself Ctrl+C comes as a key: no signal comes of it.
  lines.once('SIGINT', () => {
    interrupted.byKey = true;
    lines.close();
  });
  lines.setPrompt(echo ? question : '');
  lines.prompt();
  // Only now is the terminal's own echo off.
  if (!echo) stderr.write(question);
  let typed: string | null = null;
  try {
    for await (const line of lines) {
      typed = line;
      break;
    }
  } catch (caught) {
    if (!isTerminalGone(caught)) throw caught;
    interrupted.byKey = true;
  } finally {
    lines.close();
    if (!echo || typed === null) stderr.write('\n');
  }
  if (typed === null && (interrupted.byKey || signal.aborted)) throw failure('workstation.cancelled', {});
  return typed;
}

/** EIO: the terminal was closed at the question; its SIGHUP may come before or after. */
function isTerminalGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EIO';
}

/** Not by readline, which reads on ahead: the second line may be another password's. */
function readPipedLine(stdin: TerminalStreams['stdin'], signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    function settle(): void {
      stdin.pause();
      // A paused pipe reads on until its buffer is full: whoever holds its other end open would keep this program alive.
      stdin.unref?.();
      stdin.off('data', onData).off('end', onEnd).off('error', onError);
      signal.removeEventListener('abort', onAbort);
    }
    function onData(piece: Buffer | string): void {
      received = Buffer.concat([received, Buffer.from(piece)]);
      const end = received.indexOf('\n');
      if ((end === -1 ? received.length : end) > LONGEST_LINE) {
        settle();
        reject(failure('input.line-too-long', { limit: LONGEST_LINE }));
        return;
      }
      if (end === -1) return;
      settle();
      const rest = received.subarray(end + 1);
      if (rest.length > 0) stdin.unshift(rest);
      resolve(textOf(received.subarray(0, end)));
    }
    function onEnd(): void {
      settle();
      resolve(received.length === 0 ? null : textOf(received));
    }
    function onError(error: Error): void {
      settle();
      reject(error);
    }
    function onAbort(): void {
      settle();
      reject(failure('workstation.cancelled', {}));
    }
    if (signal.aborted) {
      onAbort();
      return;
    }
    // Ended before: no event will come.
    if (!stdin.readable) {
      resolve(null);
      return;
    }
    signal.addEventListener('abort', onAbort, { once: true });
    stdin.ref?.();
    stdin.on('data', onData).on('end', onEnd).on('error', onError);
    stdin.resume();
  });
}

/** Without what Windows puts around a text: U+FEFF before it, a carriage return after it. */
function textOf(line: Buffer): string {
  return line
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r$/, '');
}
