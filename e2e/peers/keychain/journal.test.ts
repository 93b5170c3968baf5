import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalPage } from '../../../shared/contract/journal.ts';
import { missingProgram, peerIsHere } from '../missing.ts';

const RUN = fileURLToPath(new URL('./journal-run.fixture.ts', import.meta.url));
const HERE = peerIsHere(
  'gnome-keyring',
  missingProgram('/usr/bin/dbus-run-session', 'dbus') ??
    missingProgram('/usr/bin/gnome-keyring-daemon', 'gnome-keyring'),
);

/** A session bus of its own with an unlocked keyring; the entries stay in `home` between sessions. */
const UNLOCKED = 'printf "pw\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';

let home: string;
let folder: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'edgewise-keyring-'));
  folder = join(home, 'journal');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

interface Run extends Pick<JournalPage, 'notices'> {
  /** Domain and seal of each entry, newest first. */
  readonly entries: readonly (readonly [string, string])[];
}

/** A program of its own on the journal: adds entries of these domains, then tells what the journal shows. */
async function run(keychain: 'unlocked' | 'none', ...domains: readonly string[]): Promise<Run> {
  const program = [process.execPath, RUN, folder, ...domains];
  const env = { PATH: process.env['PATH'] ?? '', HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home, LANG: 'C' };
  const inside = ['dbus-run-session', '--', 'sh', '-c', UNLOCKED, 'sh', ...program];
  const [command = '', ...args] = keychain === 'unlocked' ? inside : program;
  const bus = keychain === 'unlocked' ? {} : { DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
  const child = spawn(command, args, { env: { ...env, ...bus }, stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  await once(child, 'close');
  // One line of JSON is what the program says.
  return JSON.parse(out) as Run;
}

const file = (name = '0001.jsonl'): string => join(folder, name);
const lines = (): string[] => readFileSync(file(), 'utf8').split('\n').slice(0, -1);

describe.skipIf(!HERE)('a journal with its key in the keychain (gnome-keyring through keytar)', () => {
  it('is sealed with one key over two runs, and sees in the next that its tail was cut', async () => {
    expect(await run('unlocked', 'a.example')).toEqual({ entries: [['a.example', 'sealed']], notices: [] });
    const both = await run('unlocked', 'b.example');
    expect(both).toEqual({
      entries: [
        ['b.example', 'sealed'],
        ['a.example', 'sealed'],
      ],
      notices: [],
    });
    const seals = new Set(lines().map((line) => /"seal":("[0-9a-f]{16}"|null)/.exec(line)?.[1]));
    expect([seals.size, seals.has('null')]).toEqual([1, false]);

    writeFileSync(file(), `${lines().slice(0, -3).join('\n')}\n`);
    expect(await run('unlocked')).toEqual({
      entries: [['a.example', 'sealed']],
      notices: [{ kind: 'cut', records: 3 }],
    });
  });

  it('whose record was written anew with every digest after it, by somebody without the key, says so', async () => {
    await run('unlocked', 'a.example');
    rmSync(file());
    await run('none', 'x.example');
    expect((await run('unlocked')).notices).toEqual([{ kind: 'altered', records: 1 }]);
  });

  it('whose key was lost begins a new file and says so', async () => {
    await run('unlocked', 'a.example');
    rmSync(join(home, 'keyrings'), { recursive: true });
    const { entries, notices } = await run('unlocked', 'b.example');
    expect(entries.map(([domain]) => domain)).toEqual(['b.example', 'a.example']);
    expect(notices).toEqual([{ kind: 'key-lost' }]);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['0001.jsonl', '0002.jsonl']));
  });

  it('that was written to without a keychain is unsealed, says so, and is sealed when it is back', async () => {
    expect(await run('none', 'a.example')).toEqual({
      entries: [['a.example', 'unsealed']],
      notices: [{ kind: 'unsealed' }],
    });
    expect(await run('unlocked')).toEqual({ entries: [['a.example', 'sealed']], notices: [] });
  });
});
