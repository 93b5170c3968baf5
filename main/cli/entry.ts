import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runEdgewise } from './run.ts';
import packageFile from '../../package.json' with { type: 'json' };

/** The reader of a pipe went away: as a process killed by SIGPIPE, 128 + 13. */
const READER_GONE = 141;

const abort = new AbortController();
const output: { lost: NodeJS.ErrnoException | null } = { lost: null };

// `on`, not `once`: a terminal's signal comes to us and again through the launcher, and must not cut the end short.
// SIGHUP is the terminal that is closed. Without an end of our own the shell would stay on the server.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => abort.abort());
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
process.exitCode = output.lost !== null && isGone(output.lost) ? READER_GONE : status;

/** Waits for what has been written. */
async function unwritten(): Promise<string | null> {
  // Called with the error, too, of a stream that has one.
  await new Promise<void>((resolve) => void process.stdout.write('', () => resolve()));
  return output.lost === null || isGone(output.lost) ? null : output.lost.message;
}

/** Whether nobody reads any more: EPIPE of a pipe, EIO of a terminal that was closed. */
function isGone(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'EIO';
}

/** A program built beside this one; its source where this runs from source. */
function program(built: string, source: string): string {
  const beside = fileURLToPath(new URL(built, import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL(source, import.meta.url));
}
