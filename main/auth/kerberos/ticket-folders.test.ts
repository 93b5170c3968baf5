import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failureOf } from '../../transport/testing/failure-of.ts';
import { ticketFolder } from './ticket-folders.ts';

let within: string;
beforeEach(async () => {
  within = await mkdtemp(join(tmpdir(), 'edgewise-test-'));
});
afterEach(() => rm(within, { recursive: true, force: true }));

test('the ticket of a process that was killed is deleted at the next sign-in, and nobody else’s', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const kept = [`edgewise-ticket-${process.ppid}-aaaaaa`, 'edgewise-ticket-x', `other-${pid}-bbbbbb`];
  for (const name of [...kept, `edgewise-ticket-${pid}-cccccc`]) {
    await mkdir(join(within, name));
    await writeFile(join(within, name, 'cc'), 'ticket');
  }
  const made = await ticketFolder(within);
  expect((await stat(made)).mode & 0o777).toBe(0o700);
  expect((await readdir(within)).map((name) => join(within, name)).sort()).toEqual(
    [...kept.map((name) => join(within, name)), made].sort(),
  );
});

test('where there is no place for it, which place is said', async () => {
  const absent = join(within, 'absent');
  expect((await failureOf(ticketFolder(absent))).error).toMatchObject({
    code: 'workstation.temporary-folder',
    values: { path: absent },
  });
});
