import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { failure } from '../../../shared/errors.ts';

/** Standard input and error as the command sees them. */
export interface TerminalStreams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & {
    readonly isTTY?: boolean;
    readonly columns?: number;
    readonly rows?: number;
  };
}

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
 * end is dropped. Throws workstation.cancelled for Ctrl+C and for an abort.
 */
export async function readTypedLine({ streams, question, echo, signal }: LineQuestion): Promise<string | null> {
  const { stdin, stderr } = streams;
  const terminal = stdin.isTTY === true;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = terminal && echo ? stderr : silent;
  const lines = createInterface({ input: stdin, output, terminal, signal, historySize: 0 });
  const interrupted = { byKey: false };
  // Without echo by the terminal itself Ctrl+C comes as a key: no signal comes of it.
  lines.once('SIGINT', () => {
    interrupted.byKey = true;
    lines.close();
  });
  lines.setPrompt(terminal && echo ? question : '');
  lines.prompt();
  // Only now is the terminal's own echo off.
  if (terminal && !echo) stderr.write(question);
  let typed: string | null = null;
  try {
    for await (const line of lines) {
      typed = line;
      break;
    }
  } finally {
    lines.close();
    if (terminal && (!echo || typed === null)) stderr.write('\n');
  }
  if (typed === null && (interrupted.byKey || signal.aborted)) throw failure('workstation.cancelled', {});
  return typed;
}
