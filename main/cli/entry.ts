import { fileURLToPath } from 'node:url';
import { runEdgewise } from './run.ts';
import { version } from '../../package.json';

/** The reader of a pipe went away: as a process killed by SIGPIPE, 128 + 13. */
const READER_GONE = 141;

const abort = new AbortController();
let readerGone = false;

process.once('SIGINT', () => abort.abort());
process.once('SIGTERM', () => abort.abort());
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  readerGone = true;
  abort.abort();
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const status = await runEdgewise(process.argv.slice(2), {
  printer: {
    out: (text) => {
      if (!readerGone) process.stdout.write(text);
    },
    err: (text) => process.stderr.write(text),
  },
  streams: { stdin: process.stdin, stderr: process.stderr },
  environment: process.env,
  version,
  practiceProgram: fileURLToPath(new URL('./practice.js', import.meta.url)),
  signal: abort.signal,
});
process.exitCode = readerGone ? READER_GONE : status;
