import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createJournal } from '../journal/journal.ts';
import { startPractice, type RunningPractice } from '../practice/index.ts';
import { endOf, invokeOn, startOnFullDisk, startProgram, type Ended } from './program.fixture.ts';

vi.setConfig({ testTimeout: 60_000 });

let practice: RunningPractice;
let folder: string;
beforeAll(async () => {
  practice = await startPractice({ domains: 2_000 });
  folder = mkdtempSync(join(tmpdir(), 'edgewise-unwritable-'));
});
afterAll(async () => {
  await practice.close();
  rmSync(folder, { recursive: true });
});

async function onFullDisk(...args: readonly string[]): Promise<Ended> {
  const child = startOnFullDisk(args);
  child.stdin.end(`${practice.accounts.administrator.password}\n`);
  return await endOf(child);
}

function saysSo({ status, err }: Ended): void {
  expect(status).toBe(74);
  expect(err).toMatch(/^Standard output cannot be written, and the command was stopped: ENOSPC.*\n.*\n.*\n$/);
}

describe.skipIf(process.platform !== 'linux')('standard output that cannot be written', () => {
  it('stops a long answer, and leaves no shell behind', async () => {
    saysSo(await onFullDisk(...invokeOn(practice), '--json', 'Get-CsAllowedDomain'));
    expect(practice.stats()).toMatchObject({ shells: 0, commands: 0 });
  });

  it('leaves the journal of a write with its end', async () => {
    const write = ['--yes', '--settings', folder, 'New-CsAllowedDomain', 'full.example'];
    saysSo(await onFullDisk(...invokeOn(practice), ...write));
    const journal = createJournal({ folder: join(folder, 'journal'), vault: null, clock: Date.now });
    const { entries } = await journal.list({ search: 'full.example', limit: 9 });
    await journal.close();
    expect(entries).toHaveLength(1);
    expect(entries[0]?.outcome).not.toBe('unknown');
  });

  it('is told by doctor and help, too', async () => {
    const [, ...connection] = invokeOn(practice, 'ntlm');
    saysSo(await onFullDisk('doctor', ...connection));
    saysSo(await onFullDisk('help'));
  });
});

describe.skipIf(process.platform !== 'linux')('settings where no folder can be made', () => {
  it('end a write before anything is sent', async () => {
    const write = ['--yes', '--settings', '/proc/nope', 'New-CsAllowedDomain', 'proc.example'];
    const child = startProgram([...invokeOn(practice), ...write]);
    child.stdin.end(`${practice.accounts.administrator.password}\n`);
    const { status, err } = await endOf(child);
    expect([status, err]).toEqual([3, expect.stringContaining('/proc/nope')]);
    expect(practice.stats()).toMatchObject({ shells: 0, commands: 0 });
  });
});
