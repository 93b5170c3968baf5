import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createJournal } from './journal.ts';

/** Written by the version before the Access Edge had a place in the journal; never to be changed. */
const FROZEN = join(import.meta.dirname, 'frozen', 'before-access-edge.jsonl');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-journal-'));
  copyFileSync(FROZEN, join(folder, '0001.jsonl'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a journal of an older version is read whole: nothing altered, every step with its object, undo as before', async () => {
  const journal = createJournal({ folder, vault: null, clock: () => 0 });
  const { entries, notices } = await journal.list({ limit: 10 });
  expect(notices.filter(({ kind }) => kind !== 'unsealed')).toEqual([]);
  expect(entries.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'done', 'done', 'done']);
  const parts = await Promise.all(entries.map(async ({ id }) => (await journal.entry(id)).parts));
  expect(parts.flat().map(({ result }) => result)).toMatchObject([
    { object: 'domain', list: 'allowed', domain: 'cut.example', present: true },
    { object: 'domain', list: 'allowed', domain: 'busy.example', present: true },
    { object: 'domain', list: 'blocked', domain: 'phishing.example', present: false },
    { object: 'domain', list: 'allowed', domain: 'new.example', values: { comment: null } },
    { object: 'domain', list: 'allowed', domain: 'new.example', values: { comment: 'PO 1' } },
  ]);
  const [first] = entries.slice(-1);
  expect(await journal.entry(first?.id ?? '')).toMatchObject({
    undoable: true,
    seal: 'unsealed',
    parts: [{ before: { allowed: null, blocked: null }, after: { allowed: { comment: 'PO 1' } } }],
  });
  await journal.close();
});
