import { readFile, rename, writeFile } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { createJournal } from './journal.ts';
import { addPlan, allowed, nowhere } from './samples.fixture.ts';
import type { Vault } from './seal.ts';

/**
 * A program that writes entries as fast as it can until it is killed, and says on standard output what was confirmed to
 * it: `sent NAME` once the intent is written, `done NAME` once the result is; `failed NAME` ends it.
 */
const [folder = '', vaultFolder = '', name = '', segmentBytes = '16777216'] = process.argv.slice(2);

/** A keychain for a test of processes: what one has put in, the next one finds. */
function fileVault(path: string): Vault {
  return {
    read: async (key) => {
      try {
        return await readFile(join(path, key), 'utf8');
      } catch {
        // Nothing was kept under that name yet.
        return null;
      }
    },
    write: async (key, value) => {
      await writeFile(join(path, `${key}.new`), value);
      await rename(join(path, `${key}.new`), join(path, key));
    },
  };
}

// Node writes its compile cache when a program ends, and this one never does.
flushCompileCache();
const vault = vaultFolder === '' ? null : fileVault(vaultFolder);
const journal = createJournal({ folder, vault, clock: Date.now, segmentBytes: Number(segmentBytes) });
for (let count = 0; ; count += 1) {
  const domain = `${name}-${count}.example`;
  const entry = journal.begin(addPlan(domain));
  try {
    await entry.sending(0, nowhere);
  } catch {
    process.stdout.write(`failed ${domain}\n`);
    break;
  }
  process.stdout.write(`sent ${domain}\n`);
  await entry.result(0, { error: null, after: allowed(domain) });
  entry.end();
  // A result is confirmed when it is on disk, and kept in memory, with a notice, when it cannot be.
  const { notices } = await journal.list({ limit: 1 });
  if (!notices.some(({ kind }) => kind === 'not-written')) process.stdout.write(`done ${domain}\n`);
}
