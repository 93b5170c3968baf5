import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { INTERRUPTED, runEdgewise, unwaitedText } from './run.ts';
import packageFile from '../../package.json' with { type: 'json' };

/** The reader of a pipe went away: as a process killed by SIGPIPE, 128 + 13. */
const READER_GONE = 141;

/** Within so many milliseconds a second signal is the first again: a terminal's comes to us, and through the launcher. */
const SAME_SIGNAL_MS = 1_000;

const abort = new AbortController();
const output: { lost: NodeJS.ErrnoException | null } = { lost: null };

// SIGHUP is the terminal that is closed. Without an end of our own the shell would stay on the server.
let interruptedAt: number | null = null;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
// A full disk is no other than a reader who has gone: what runs is stopped, and ends as it has to.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  output.lost ??= error;
  abort.abort();
});
// There is no third place to say so.
process.stderr.on('error', () => undefined);

const status = await runEdgewise(process.argv.slice(2), {
  printer: {
    out: (text) => {
      if (output.lost === null) process.stdout.write(text);
    },
    err: (text) => process.stderr.write(text),
  },
  streams: { stdin: process.stdin, stderr: process.stderr },
  environment: process.env,
  version: packageFile.version,
  practiceProgram: program('practice.js', '../practice/entry.ts'),
  authenticatorProgram: program('authenticator.js', '../auth/kerberos/entry.ts'),
  signal: abort.signal,
  unwritten,
});
process.exitCode = statusOfGone() ?? status;

/** Waits for what has been written; says why it could not be. */
async function unwritten(): Promise<string | null> {
  if (process.stdout.writableLength > 0) {
    // Called with the error, too, of a stream that has one.
    await new Promise<void>((resolve) => void process.stdout.write('', () => resolve()));
  }
  // A file is written at once, and its error told in the next turn.
  await new Promise((resolve) => setImmediate(resolve));
  return output.lost === null || statusOfGone() !== null ? null : output.lost.message;
}

/** The exit status where nobody reads any more: EPIPE of a pipe, EIO of a terminal that was closed. Else null. */
function statusOfGone(): number | null {
  if (output.lost?.code === 'EPIPE') return READER_GONE;
  return output.lost?.code === 'EIO' && process.stdout.isTTY ? INTERRUPTED : null;
}

/** A program built beside this one; its source where this runs from source. */
function program(built: string, source: string): string {
  const beside = fileURLToPath(new URL(built, import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL(source, import.meta.url));
}

/** Stops what runs; whoever interrupts again does not wait for the server to hear of it. */
function interrupt(): void {
  const now = performance.now();
  if (interruptedAt !== null && now - interruptedAt > SAME_SIGNAL_MS) {
    process.stderr.write(`${unwaitedText(process.argv.slice(2), process.env)}\n`, () => process.exit(INTERRUPTED));
  }
  interruptedAt ??= now;
  abort.abort();
}
