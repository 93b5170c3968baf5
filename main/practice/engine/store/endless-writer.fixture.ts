import { writeSync } from 'node:fs';
import { openStore } from './practice-store.ts';

/**
 * A program for tests that kill it: adds blocked domains to the state file of its argument for ever, and prints the
 * number of each one that was confirmed.
 */
const [file = ''] = process.argv.slice(2);
const store = openStore({ file, seed: 'contoso', domains: 2_000 });
for (let number = store.current().blocked.length; ; number += 1) {
  await store.change('blocked', (now) => ({
    ...now,
    blocked: [...now.blocked, { domain: `w${number}.example`, comment: null }],
  }));
  // Synchronous: what is printed was confirmed before the process could be killed, and outlives it in the pipe.
  writeSync(1, `${number}\n`);
}
