import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalPage } from '../../shared/contract/journal.ts';
import { edgewiseError } from '../../shared/errors.ts';
import { createJournal, type Journal } from './journal.ts';
import { appendLines, readSegment } from './segments.ts';
import { addPlan, allowed, memoryVault, nowhere, type MemoryVault } from './samples.fixture.ts';

let folder: string;
let vault: MemoryVault;
let now: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-journal-'));
  vault = memoryVault();
  now = Date.UTC(2026, 10, 22, 10);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The journal as a program that was just started has it. */
function started(options: { readonly keychain?: boolean; readonly patienceMs?: number } = {}): Journal {
  const { keychain = true, patienceMs = 1_000 } = options;
  return createJournal({ folder, vault: keychain ? vault : null, clock: () => now, patienceMs });
}

async function add(journal: Journal, domain: string): Promise<void> {
  const entry = journal.begin(addPlan(domain));
  await entry.sending(0, nowhere);
  await entry.result(0, { error: null, after: allowed(domain) });
  entry.end();
}

/** The page as it is once the keychain has answered, or has not. */
async function page(journal: Journal): Promise<JournalPage> {
  await journal.list({ limit: 1 });
  await journal.close();
  return await journal.list({ limit: 500 });
}

const file = (name = '0001.jsonl'): string => join(folder, name);
const lines = (name?: string): string[] => readFileSync(file(name), 'utf8').split('\n').slice(0, -1);
const domains = ({ entries }: JournalPage): readonly (string | undefined)[] =>
  entries.map(({ first }) => first.values['domain']);

describe('an entry', () => {
  it('is on disk before its step is sent, and unknown until its result is', async () => {
    const journal = started();
    const entry = journal.begin(addPlan('fabrikam.com'));
    await entry.sending(0, nowhere);
    expect((await page(journal)).entries).toMatchObject([{ outcome: 'applying' }]);
    expect((await page(started())).entries).toMatchObject([{ outcome: 'unknown', user: 'CONTOSO\\ana' }]);

    await entry.result(0, { error: null, after: allowed('fabrikam.com') });
    entry.end();
    const [row] = (await page(started())).entries;
    expect(row).toMatchObject({ outcome: 'done', steps: 1, deployment: { name: 'Contoso HQ' } });
    expect(await started().entry(row?.id ?? '')).toMatchObject({
      undoable: true,
      resumable: false,
      plan: 'plan-fabrikam.com',
      parts: [
        {
          powershell: "New-CsAllowedDomain -Identity 'fabrikam.com' -Confirm:$false",
          before: nowhere,
          after: allowed('fabrikam.com'),
          state: 'done',
        },
      ],
    });
  });

  it('of several steps that failed in the middle is partly done, and says what was not sent', async () => {
    const journal = started();
    const entry = journal.begin(addPlan('one.example', 'two.example', 'three.example'));
    await entry.sending(0, nowhere);
    await entry.result(0, { error: null, after: allowed('one.example') });
    await entry.result(1, { error: edgewiseError('conflict.already-blocked', { domain: 'two.example' }), after: null });
    entry.end();
    const [row] = (await page(started())).entries;
    expect(row?.outcome).toBe('partly');
    const { parts, resumable } = await started().entry(row?.id ?? '');
    expect(parts.map(({ state }) => state)).toEqual(['done', 'failed', 'not-sent']);
    expect(parts[1]?.error).toMatchObject({ code: 'conflict.already-blocked', values: { domain: 'two.example' } });
    expect(resumable).toBe(true);
  });

  it('whose answer was lost is unknown, until somebody has looked', async () => {
    const journal = started();
    const entry = journal.begin(addPlan('fabrikam.com'));
    await entry.sending(0, nowhere);
    const error = edgewiseError('cmdlet.answer-lost', { cmdlet: 'New-CsAllowedDomain', identity: 'fabrikam.com' });
    await entry.result(0, { error, after: null });
    entry.end();
    const before = await page(started());
    expect(before).toMatchObject({ unknown: 1, entries: [{ outcome: 'unknown' }] });
    const id = before.entries[0]?.id ?? '';
    await started().found(id, [{ step: 0, found: 'done', after: allowed('fabrikam.com') }]);
    expect(await page(started())).toMatchObject({ unknown: 0, entries: [{ outcome: 'done' }] });
    expect((await started().entry(id)).parts[0]?.error).toBeNull();
  });

  it('with an error this version no longer knows is shown all the same', async () => {
    const journal = started({ keychain: false });
    const entry = journal.begin(addPlan('fabrikam.com'));
    await entry.result(0, { error: edgewiseError('plan.expired', {}), after: null });
    entry.end();
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('plan.expired', 'plan.of-old'));
    const again = started({ keychain: false });
    const [row] = (await page(again)).entries;
    expect((await again.entry(row?.id ?? '')).parts[0]?.error).toMatchObject({
      code: 'workstation.unexpected',
      values: { reason: 'plan.of-old' },
    });
  });

  it('that is not there is said to be unknown', async () => {
    await expect(started().entry('nothing')).rejects.toMatchObject({
      error: { code: 'workstation.journal-entry-unknown' },
    });
  });
});

describe('the list', () => {
  it('is newest first, in pages, and searches every word in deployment, user and PowerShell', async () => {
    const journal = started();
    for (const name of ['a.example', 'b.example', 'c.fabrikam.com', 'd.example']) await add(journal, name);
    const first = await journal.list({ limit: 3 });
    expect(domains(first)).toEqual(['d.example', 'c.fabrikam.com', 'b.example']);
    expect(first.total).toBe(4);
    const second = await journal.list({ limit: 3, before: first.next ?? 0 });
    expect([domains(second), second.next]).toEqual([['a.example'], null]);
    expect(domains(await journal.list({ limit: 9, search: 'FABRIKAM contoso\\ana' }))).toEqual(['c.fabrikam.com']);
    expect(domains(await journal.list({ limit: 9, search: 'fabrikam nobody' }))).toEqual([]);
    expect(domains(await journal.list({ limit: 9, search: '*FABRIKAM.com' }))).toEqual(['c.fabrikam.com']);
    expect(domains(await journal.list({ limit: 9, search: '*fabrikam' }))).toEqual([]);
    expect(domains(await journal.list({ limit: 9, search: '=C.fabrikam.com' }))).toEqual(['c.fabrikam.com']);
    expect(domains(await journal.list({ limit: 9, search: '=fabrikam.com' }))).toEqual([]);
    expect((await journal.list({ limit: 9, search: ' * = ' })).total).toBe(4);
    expect((await journal.list({ limit: 9, deployment: 'other' })).total).toBe(0);
    expect((await journal.list({ limit: 9, outcome: 'done' })).total).toBe(4);
    expect(first.deployments).toEqual([{ id: 'hq', name: 'Contoso HQ' }]);
  });

  it('keeps to a span of time: its first moment is in it, its last is not', async () => {
    const journal = started();
    for (const [domain, hour] of [
      ['one.example', 0],
      ['two.example', 12],
      ['three.example', 24],
    ] as const) {
      now = Date.UTC(2026, 10, 22, hour);
      await add(journal, domain);
    }
    const day = { from: '2026-11-22T00:00:00.000Z', until: '2026-11-23T00:00:00.000Z', limit: 1 };
    const newest = await journal.list(day);
    expect([domains(newest), newest.total]).toEqual([['two.example'], 2]);
    expect(domains(await journal.list({ ...day, before: newest.next ?? 0 }))).toEqual(['one.example']);
    expect(domains(await journal.list({ from: '2026-11-22T12:00:00+01:00', limit: 9 }))).toEqual([
      'three.example',
      'two.example',
    ]);
  });

  it('finds a domain that was deleted by what it held', async () => {
    const journal = started();
    const entry = journal.begin(addPlan('fabrikam.com'));
    const held = allowed('fabrikam.com').allowed!;
    await entry.sending(0, { allowed: { ...held, comment: '계약 4711'.normalize('NFD') }, blocked: null });
    entry.end();
    for (const search of ['4711', '계약', '계약 new-']) {
      expect(domains(await journal.list({ limit: 9, search })), search).toEqual(['fabrikam.com']);
    }
  });

  it('shows what another process has written meanwhile, and both write one chain', async () => {
    const [mine, theirs] = [started(), started()];
    await Promise.all([
      add(mine, 'a.example'),
      add(theirs, 'b.example'),
      add(mine, 'c.example'),
      add(theirs, 'd.example'),
    ]);
    expect([...domains(await page(mine))].sort()).toEqual(['a.example', 'b.example', 'c.example', 'd.example']);
    expect((await page(started())).notices).toEqual([]);
  });
});

describe('a keychain', () => {
  it('seals every record, and there is nothing to be said', async () => {
    const journal = started();
    await add(journal, 'fabrikam.com');
    const shown = await page(journal);
    expect(shown.notices).toEqual([]);
    expect((await journal.entry(shown.entries[0]?.id ?? '')).seal).toBe('sealed');
    expect(vault.kept.get('anchor')).toMatch(new RegExp(`^${lines().length} [0-9a-f]{64}$`));
  });

  it('that is locked leaves records unsealed and says so; when it is back a record covers them', async () => {
    vault.state = 'locked';
    const journal = started();
    await add(journal, 'fabrikam.com');
    const shown = await page(journal);
    expect(shown.notices).toEqual([{ kind: 'unsealed' }]);
    expect((await journal.entry(shown.entries[0]?.id ?? '')).seal).toBe('unsealed');

    vault.state = 'open';
    now += 60_000;
    const later = await page(journal);
    expect(later.notices).toEqual([]);
    expect((await journal.entry(shown.entries[0]?.id ?? '')).seal).toBe('sealed');
    expect(JSON.parse(lines().at(-1) ?? '')).toMatchObject({ record: { kind: 'sealed', from: 1, to: 4 } });
  });

  it('that hangs holds up neither reading nor writing', async () => {
    vault.state = 'hangs';
    const journal = started({ patienceMs: 5 });
    await add(journal, 'fabrikam.com');
    expect(domains(await journal.list({ limit: 9 }))).toEqual(['fabrikam.com']);
  });

  it('that lost the key begins a new file and says that the old one cannot be checked', async () => {
    await add(started(), 'a.example');
    vault.kept.clear();
    const journal = started();
    await add(journal, 'b.example');
    const shown = await page(journal);
    expect(domains(shown)).toEqual(['b.example', 'a.example']);
    expect(shown.notices).toEqual([{ kind: 'key-lost' }]);
    expect(readdirSync(folder)).toEqual(['0001.jsonl', '0002.jsonl', 'writing']);
    expect((await page(started())).notices).toEqual([{ kind: 'key-lost' }]);
  });

  it('sees that the tail was cut, and says so for ever', async () => {
    const journal = started();
    await add(journal, 'a.example');
    await add(journal, 'b.example');
    await page(journal);
    writeFileSync(file(), `${lines().slice(0, -3).join('\n')}\n`);
    expect(await page(started())).toMatchObject({ total: 1, notices: [{ kind: 'cut', records: 3 }] });
    expect((await page(started())).notices).toEqual([{ kind: 'cut', records: 3 }]);
  });

  it('that remembers an empty journal accuses nobody of what was written since', async () => {
    await page(started());
    expect(vault.kept.get('anchor')).toMatch(/^0 /);
    await add(started({ keychain: false }), 'a.example');
    expect((await page(started())).notices).toEqual([]);
  });

  it('misses a journal that was deleted whole', async () => {
    const journal = started();
    await add(journal, 'a.example');
    await page(journal);
    rmSync(file());
    expect((await page(started())).notices).toEqual([{ kind: 'cut', records: 4 }]);
  });

  it('sees a record that was written anew with everything after it, by somebody without the key', async () => {
    const journal = started();
    await add(journal, 'a.example');
    await page(journal);
    rmSync(file());
    await add(started({ keychain: false }), 'x.example');
    const shown = await page(started());
    expect(shown.notices).toEqual([{ kind: 'altered', records: 1 }]);
  });
});

describe('files that are not as they were written', () => {
  it('an altered record is shown, counted, and marks its entry', async () => {
    const journal = started();
    await add(journal, 'a.example');
    await add(journal, 'b.example');
    await page(journal);
    writeFileSync(file(), readFileSync(file(), 'utf8').replace("'a.example'", "'z.example'"));
    const again = started();
    const shown = await page(again);
    expect(shown.notices).toEqual([{ kind: 'altered', records: 1 }]);
    const [b, a] = shown.entries;
    expect((await again.entry(a?.id ?? '')).seal).toBe('altered');
    expect((await again.entry(b?.id ?? '')).seal).toBe('sealed');
  });

  it('lines that were taken out are counted as missing, and nothing else is the worse', async () => {
    const journal = started();
    for (const name of ['a.example', 'b.example', 'c.example']) await add(journal, name);
    await page(journal);
    writeFileSync(file(), `${lines().toSpliced(4, 3).join('\n')}\n`);
    const again = started();
    const shown = await page(again);
    expect(domains(shown)).toEqual(['c.example', 'a.example']);
    expect(shown.notices).toEqual([{ kind: 'missing', records: 3 }]);
  });

  it('a file that was taken out is missed', async () => {
    await add(started(), 'a.example');
    vault.kept.clear();
    await add(started(), 'b.example');
    rmSync(file());
    const shown = await page(started());
    expect(domains(shown)).toEqual(['b.example']);
    expect(shown.notices).toContainEqual({ kind: 'missing', records: 4 });
    await add(started(), 'c.example');
    expect(domains(await page(started()))).toEqual(['c.example', 'b.example']);
  });

  it('a line of garbage hides nothing else, and writing goes on', async () => {
    await add(started({ keychain: false }), 'a.example');
    appendFileSync(file(), 'no line of ours\n');
    const journal = started({ keychain: false });
    await add(journal, 'b.example');
    expect(await page(journal)).toMatchObject({
      total: 2,
      notices: [{ kind: 'unsealed' }, { kind: 'altered', records: 1 }],
    });
  });

  it('cut at any byte keeps every whole record; the torn one is set aside, recorded and said', async () => {
    await add(started({ keychain: false }), 'a.example');
    const whole = readFileSync(file());
    const ends = [...whole.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1);
    for (let cut = 0; cut <= whole.length; cut += 31) {
      rmSync(folder, { recursive: true });
      started({ keychain: false });
      folder = mkdtempSync(join(tmpdir(), 'edgewise-journal-'));
      writeFileSync(file(), whole.subarray(0, cut));
      const kept = ends.filter((end) => end <= cut).length;
      const journal = started({ keychain: false });
      expect((await journal.list({ limit: 9 })).total, `cut at ${cut}`).toBe(kept >= 2 ? 1 : 0);
      await add(journal, 'b.example');
      const shown = await journal.list({ limit: 9 });
      const torn = cut > 0 && !ends.includes(cut);
      expect(shown.notices.map(({ kind }) => kind)).toEqual(torn ? ['unsealed', 'torn'] : ['unsealed']);
      const aside = readdirSync(folder).filter((name) => name.startsWith('torn-'));
      expect(aside.map((name) => readFileSync(join(folder, name)).length)).toEqual(
        torn ? [cut - (ends[kept - 1] ?? 0)] : [],
      );
      expect((await started({ keychain: false }).list({ limit: 9 })).total).toBe(kept >= 2 ? 2 : 1);
    }
  });
});

describe('a journal of years', () => {
  /** A journal whose files are full after a change or two. */
  const short = (keychain = true): Journal =>
    createJournal({ folder, vault: keychain ? vault : null, clock: () => now, segmentBytes: 3_000 });
  const names = Array.from({ length: 7 }, (_, index) => `${index}.example`);
  const files = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

  it('is in files of a size, one chain over all of them, and two processes write to the same one', async () => {
    const [one, two] = [short(), short()];
    for (const [index, name] of names.entries()) await add(index % 2 === 0 ? one : two, name);
    await one.close();
    await two.close();
    expect(files().length).toBeGreaterThan(3);
    const read = await page(started());
    expect([domains(read), read.notices]).toEqual([names.toReversed(), []]);
    expect(files().every((name) => lines(name)[0]?.includes('"kind":"segment"'))).toBe(true);
  });

  it('misses its newest file, its oldest, and one between', async () => {
    const journal = short();
    for (const name of names) await add(journal, name);
    await journal.close();
    const kept = new Map(files().map((name) => [name, readFileSync(file(name))]));
    for (const name of [files().at(-1), files()[0], files()[1]]) {
      rmSync(file(name));
      // Its own copy of the keychain: what is found missing is written down, and is known from then on.
      const copy = memoryVault();
      for (const [key, value] of vault.kept) copy.kept.set(key, value);
      const { notices } = await page(createJournal({ folder, vault: copy, clock: () => now }));
      expect(
        notices.map(({ kind }) => kind),
        name,
      ).toEqual([name === [...kept.keys()].at(-1) ? 'cut' : 'missing']);
      for (const each of files()) rmSync(file(each));
      for (const [each, bytes] of kept) writeFileSync(file(each), bytes);
    }
  });

  it('is not written to by a process that slept while the others began the next file', async () => {
    let asleep = false;
    const clock = (): number => {
      // In the middle of its own write: the last thing it asks for before it writes is the time.
      if (asleep) writeFileSync(file('0002.jsonl'), '');
      return now;
    };
    const slept = createJournal({ folder, vault: null, clock });
    await add(slept, 'one.example');
    const before = lines();
    asleep = true;
    await expect(slept.begin(addPlan('two.example')).sending(0, nowhere)).rejects.toMatchObject({
      error: { code: 'workstation.journal-unwritable' },
    });
    asleep = false;
    expect(lines()).toEqual(before);
    await add(slept, 'three.example');
    expect([lines(), lines('0002.jsonl').length]).toEqual([before, 3]);
  });
});

describe('a file that is longer than what is read at once', () => {
  const long = 'x'.repeat(300);
  it('is read to its end in parts, a line longer than a part too, and what is torn is its rest', async () => {
    const texts = ['short', long, 'short again', long];
    writeFileSync(file(), `${texts.join('\n')}\ntorn`);
    const parts = [];
    let from = 0;
    for (;;) {
      const part = await readSegment(folder, '0001.jsonl', from, 64);
      if (part === null) throw new Error('it is not shorter');
      parts.push(part);
      from = part.end;
      if (!part.more) break;
    }
    expect(parts.flatMap(({ lines: each }) => each)).toEqual(texts);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.at(-1)?.rest.toString()).toBe('torn');
  });
});

describe('time and other processes', () => {
  it('a clock that is set back neither reorders entries nor holds up a write', async () => {
    const journal = started();
    await add(journal, 'a.example');
    now -= 86_400_000;
    // Left by a process that is still there, from before the clock was set back.
    const left = { pid: process.pid, started: null, since: Date.now() + 3_600_000, token: 'left', note: '' };
    writeFileSync(join(folder, 'writing', 'lock.99'), JSON.stringify(left));
    await add(journal, 'b.example');
    const shown = await page(started());
    expect(domains(shown)).toEqual(['b.example', 'a.example']);
    expect(shown.notices).toEqual([]);
  });

  it('a process that slept until its lock was taken over writes over nothing', async () => {
    const journal = started({ keychain: false });
    await add(journal, 'a.example');
    const { length } = readFileSync(file());
    await add(started({ keychain: false }), 'b.example');
    const text = readFileSync(file(), 'utf8');
    await expect(appendLines(folder, '0001.jsonl', length, ['mine'])).rejects.toThrow('another process has written');
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  it('two torn ends of one moment are both kept', async () => {
    for (const [name, rest] of [
      ['a.example', '{"first'],
      ['b.example', '{"second'],
    ] as const) {
      await add(started({ keychain: false }), name);
      appendFileSync(file(), rest);
    }
    await add(started({ keychain: false }), 'c.example');
    const aside = readdirSync(folder).filter((name) => name.startsWith('torn-'));
    expect(aside.map((name) => readFileSync(join(folder, name), 'utf8')).sort()).toEqual(['{"first', '{"second']);
  });
});

describe('a folder that takes nothing', () => {
  it('lets no step be sent, keeps a result in memory, and writes it later', async () => {
    const journal = started({ keychain: false });
    const entry = journal.begin(addPlan('a.example'));
    await entry.sending(0, nowhere);
    // A folder in the lock's place stops every writer, root too.
    mkdirSync(join(folder, 'writing', 'lock.99'));
    await entry.result(0, { error: null, after: allowed('a.example') });
    entry.end();
    const other = journal.begin(addPlan('b.example'));
    await expect(other.sending(0, nowhere)).rejects.toMatchObject({
      error: { code: 'workstation.journal-unwritable', values: { path: folder } },
    });
    other.end();
    const shown = await journal.list({ limit: 9 });
    expect(shown.notices.map(({ kind }) => kind)).toEqual(['unsealed', 'not-written']);
    rmSync(join(folder, 'writing', 'lock.99'), { recursive: true });
    await add(journal, 'c.example');
    const later = await journal.list({ limit: 9 });
    expect(later.entries.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(later.notices).toEqual([{ kind: 'unsealed' }]);
  });
});
