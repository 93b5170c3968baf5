import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { HOSTILE_DOCUMENTS } from './hostile-documents.ts';
import type { HostileOutcome } from './read-hostile.ts';

/** Megabytes of heap for all that is read; the ten of the document are in it. */
const HEAP_MB = 200;
const CHILD = fileURLToPath(new URL('hostile-child.fixture.ts', import.meta.url));

it(`ten megabytes of hostile XML are read or refused within ${HEAP_MB} MB`, async () => {
  const run = await promisify(execFile)(process.execPath, [`--max-old-space-size=${HEAP_MB}`, CHILD]);
  // What the child writes is what readHostileDocuments gives.
  const outcomes = JSON.parse(run.stdout) as readonly HostileOutcome[];
  expect(outcomes).toHaveLength(2 * Object.keys(HOSTILE_DOCUMENTS).length);
  const codes = new Set(outcomes.map(({ outcome }) => outcome));
  expect([...codes].sort()).toEqual(['powershell.hostile-xml', 'powershell.message-malformed', 'read']);
  const refused = outcomes.filter(({ outcome }) => outcome === 'powershell.hostile-xml');
  expect(refused.filter(({ reader }) => reader === 'tree')).toHaveLength(Object.keys(HOSTILE_DOCUMENTS).length);
  expect(refused.filter(({ reader }) => reader === 'clixml').map(({ document }) => document)).toEqual([
    'attributes on one element',
    'one CDATA section',
    'namespaces on one element',
    'an entity declared',
  ]);
}, 120_000);
