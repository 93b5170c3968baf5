import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withBriefLock } from './brief-lock.ts';
import { tryLock, type Holder, type Lock } from './lock.ts';
import { ownIdentity } from './process-identity.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function taken(): Lock {
  const attempt = tryLock(folder, 'mine');
  if (attempt.kind !== 'taken') throw new Error('it is held');
  return attempt.lock;
}

function leave(holder: Omit<Holder, 'token' | 'note'>): void {
  writeFileSync(join(folder, 'lock.1'), JSON.stringify({ ...holder, token: 'theirs', note: 'theirs' }));
}

describe('a lock', () => {
  it('is held until it is let go, and says by whom', () => {
    const lock = taken();
    expect(tryLock(folder, '')).toMatchObject({ kind: 'held', holder: { pid: process.pid, note: 'mine' } });
    lock.release();
    taken().release();
  });

  it('of a process that was killed is taken over', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'ignore' });
    const pid = child.pid ?? 0;
    leave({ pid, started: null, since: Date.now() });
    expect(tryLock(folder, '').kind).toBe('held');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(tryLock(folder, '').kind).toBe('taken');
  });

  it.runIf(process.platform === 'linux')('of a process whose id another one has now is taken over', () => {
    leave({ ...ownIdentity(), started: 'another-boot:4711' });
    expect(tryLock(folder, '').kind).toBe('taken');
  });

  it('from before the machine was started is taken over, whatever runs under its id', () => {
    leave({ pid: process.pid, started: null, since: 0 });
    expect(tryLock(folder, '').kind).toBe('taken');
  });

  it('of a process of another user counts', () => {
    // Process 1 is root's, and lives: a signal to it is refused, or allowed to root.
    leave({ pid: 1, started: null, since: Date.now() });
    expect(tryLock(folder, '')).toMatchObject({ kind: 'held', holder: { pid: 1 } });
  });

  it.each(['', '{"pid":', '{"pid":"x"}', '[]'])('that is no lock of ours (%j) is free', (text) => {
    writeFileSync(join(folder, 'lock.7'), text);
    expect(tryLock(folder, '').kind).toBe('taken');
    expect(readdirSync(folder).sort()).toEqual(['lock.7', 'lock.8']);
  });

  it('leaves few files behind, readable by this user alone', () => {
    for (let times = 0; times < 20; times += 1) taken().release();
    writeFileSync(join(folder, 'lock-half.999999999.a'), '');
    taken();
    expect(readdirSync(folder).sort()).toEqual(['lock.19', 'lock.20', 'lock.21']);
  });
});

/** Takes the lock as often as it is told, and checks each time that nobody else is in there. */
const RACER = `
import { rmSync, writeFileSync } from 'node:fs';
import { withBriefLock } from ${JSON.stringify(new URL('./brief-lock.ts', import.meta.url).href)};
const [folder, times] = process.argv.slice(2);
for (let time = 0; time < Number(times); time += 1) {
  await withBriefLock(folder, async () => {
    writeFileSync(folder + '/inside', String(process.pid), { flag: 'wx' });
    await new Promise((resolve) => setImmediate(resolve));
    rmSync(folder + '/inside');
    writeFileSync(folder + '/count', '.', { flag: 'a' });
  });
}
`;

describe('a race', () => {
  it('of four processes, one of them killed in the middle, never lets two in', async () => {
    const program = join(folder, 'racer.mjs');
    writeFileSync(program, RACER);
    const race = (times: number) => spawn(process.execPath, [program, folder, String(times)], { stdio: 'inherit' });
    const victim = race(1_000_000);
    const racers = [race(100), race(100), race(100)];
    const ends = racers.map(async (racer) => (await once(racer, 'exit'))[0] as unknown);
    await ends[0];
    victim.kill('SIGKILL');
    await once(victim, 'exit');
    // It may have been killed inside: what it left there is not the others' fault.
    rmSync(join(folder, 'inside'), { force: true });
    await Promise.all(ends);
    await withBriefLock(folder, () => Promise.resolve());
    expect(readFileSync(join(folder, 'count'), 'utf8').length).toBeGreaterThanOrEqual(100);
  });
});
