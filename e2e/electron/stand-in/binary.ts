import { open } from 'node:inspector';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import './register.ts';

/**
 * What Electron's binary does with a command line, as far as Playwright's `_electron.launch` uses it: `--inspect=0` opens
 * Node's inspector, `-r FILE` comes before the program, the first other word is the program; Chromium's switches stay.
 */
async function run(words: readonly string[]): Promise<void> {
  process.argv.splice(1, process.argv.length, ...words);
  if (words.includes('--inspect=0')) open(0);
  const preloaded = words.indexOf('-r') + 1;
  const require = createRequire(import.meta.url);
  if (preloaded > 0) require(resolve(words[preloaded] ?? ''));
  const program = words.findIndex((word, index) => !word.startsWith('-') && index !== preloaded);
  await import(pathToFileURL(resolve(words[program] ?? '')).href);
}

void run(process.argv.slice(2));
