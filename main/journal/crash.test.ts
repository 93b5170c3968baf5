import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalPage, JournalRow } from '../../shared/contract/journal.ts';
import { createJournal, type Journal } from './journal.ts';

const WRITER = fileURLToPath(new URL('./crash-writer.fixture.ts', import.meta.url));
const KILLS = 200;
/** A writer reads its journal whole before it writes: many short ones are the same kills in a third of the time. */
const JOURNALS = 20;
const LANES = 4;
/** Half of the journals begin a new file every few entries. */
const SHORT_FILES = '8192';
const LONG_FILES = '16777216';

/** What is left to chance is the same again for the same seed, which the name of the test says. */
const SEED = Number(process.env['EDGEWISE_SEED'] ?? Date.now() % 0x1_0000_0000);

/** Numbers from 0 to below 1 (mulberry32), the same ones for the same seed. */
type Chance = () => number;

function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a writer was told is written, by domain. */
type Confirmed = Map<string, 'sent' | 'done'>;

async function writeUntilKilled(args: readonly string[], confirmed: Confirmed, chance: Chance): Promise<void> {
  const writer = spawn(process.execPath, [WRITER, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Two hundred starts of one program: it is compiled once.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  });
  const lines = createInterface({ input: writer.stdout });
  // What is left to chance: after how many confirmed lines, and where in its writing it is hit. Lines, not time: a busy
  // machine would kill it before it has written anything worth losing.
  let awaited = Math.ceil((1 - chance()) * 8);
  const closed = once(lines, 'close');
  const hit = new Promise<void>((resolve) => {
    lines.on('line', (line: string) => {
      const [what, domain = ''] = line.split(' ');
      if (what === 'sent' || what === 'done') confirmed.set(domain, what);
      awaited -= 1;
      if (awaited === 0) resolve();
    });
  });
  await Promise.race([hit, closed]);
  await wait(chance() * 10);
  writer.kill('SIGKILL');
  await closed;
}

function reader(journal: string): Journal {
  return createJournal({ folder: journal, vault: null, clock: Date.now });
}

async function everything(
  journal: Journal,
): Promise<{ readonly rows: readonly JournalRow[]; readonly last: JournalPage }> {
  const rows: JournalRow[] = [];
  let last = await journal.list({ limit: 500 });
  rows.push(...last.entries);
  while (last.next !== null) {
    last = await journal.list({ limit: 500, before: last.next });
    rows.push(...last.entries);
  }
  return { rows, last };
}

async function check(journal: Journal, confirmed: Confirmed): Promise<void> {
  const { rows, last } = await everything(journal);
  const outcomes = new Map(rows.map(({ first, outcome }) => [first.values['domain'], outcome]));
  for (const [domain, what] of confirmed) {
    // Sent and not confirmed as done: the result may have been written all the same, just before the kill.
    expect(what === 'done' ? ['done'] : ['unknown', 'done'], domain).toContain(outcomes.get(domain));
  }
  expect(last.notices.filter(({ kind }) => kind !== 'unsealed' && kind !== 'torn')).toEqual([]);
}

/** One journal, its writers killed one after the other. Gives how many entries were confirmed as done. */
async function one(number: number): Promise<number> {
  const journal = join(folder, `journal-${number}`);
  // Half of them with a keychain: the anchor must never name what is not there.
  const vault = number % 2 === 0 ? '' : join(folder, `vault-${number}`);
  if (vault !== '') mkdirSync(vault);
  const confirmed: Confirmed = new Map();
  const files = number % 4 < 2 ? SHORT_FILES : LONG_FILES;
  // Of its own: the lanes take turns as they please.
  const chance = chanceOf(SEED + number);
  const watching = reader(journal);
  for (let kill = 0; kill < KILLS / JOURNALS; kill += 1) {
    await writeUntilKilled([journal, vault, `k${kill}`, files], confirmed, chance);
    await check(watching, confirmed);
  }
  await check(reader(journal), confirmed);
  const damage = readdirSync(journal)
    .filter((name) => name.endsWith('.jsonl') && !name.startsWith('torn-'))
    .flatMap((name) => readFileSync(join(journal, name), 'utf8').match(/"kind":"damage"/g) ?? []);
  expect(damage).toEqual([]);
  expect(readdirSync(journal).includes('0002.jsonl'), 'a file that is full is not written to').toBe(
    files === SHORT_FILES,
  );
  return [...confirmed.values()].filter((what) => what === 'done').length;
}

describe('a journal whose writer is killed', () => {
  it(
    `at ${KILLS} random points (EDGEWISE_SEED=${SEED}) loses no confirmed entry and stays readable`,
    { timeout: 300_000 },
    async () => {
      const waiting = Array.from({ length: JOURNALS }, (_, number) => number);
      const lanes = Array.from({ length: LANES }, async () => {
        const written: number[] = [];
        for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) written.push(await one(number));
        return written;
      });
      const written = (await Promise.all(lanes)).flat();
      expect(written).toHaveLength(JOURNALS);
      expect(written.reduce((sum, done) => sum + done, 0)).toBeGreaterThan(KILLS / 2);
    },
  );
});

describe.runIf(process.platform !== 'win32')('a disk that is full', () => {
  it('refuses the next step, keeps what was confirmed, and leaves no half line', async () => {
    const journal = join(folder, 'journal');
    // A file of 16 blocks is this disk: the write that passes it is cut off in its middle.
    const writer = spawn(
      'bash',
      ['-c', `ulimit -f 16; exec "$0" "$1" "$2" '' full`, process.execPath, WRITER, journal],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const confirmed: Confirmed = new Map();
    let refused = '';
    const lines = createInterface({ input: writer.stdout });
    lines.on('line', (line: string) => {
      const [what, domain = ''] = line.split(' ');
      if (what === 'sent' || what === 'done') confirmed.set(domain, what);
      else refused = domain;
    });
    const [code] = (await once(writer, 'exit')) as [number | null];
    expect([code, refused]).toEqual([0, expect.stringMatching(/^full-\d+\.example$/)]);
    expect(confirmed.has(refused)).toBe(false);
    expect(readFileSync(join(journal, '0001.jsonl'), 'utf8').endsWith('\n')).toBe(true);
    await check(reader(journal), confirmed);
  });
});
