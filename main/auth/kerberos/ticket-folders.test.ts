import { spawnSync } from 'node:child_process';
import { chmod, chown, lstat, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
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

test('what is another user’s, a link or more than a ticket stays, whatever it is called', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const precious = join(within, 'precious');
  await mkdir(precious);
  await writeFile(join(precious, 'cc'), 'mine');
  await symlink(precious, join(within, `edgewise-ticket-${pid}-linked`));
  await mkdir(join(within, `edgewise-ticket-${pid}-filled`));
  await writeFile(join(within, `edgewise-ticket-${pid}-filled`, 'letter'), 'mine');
  const theirs = join(within, `edgewise-ticket-${pid}-theirs`);
  await mkdir(theirs);
  await writeFile(join(theirs, 'cc'), 'theirs');
  // Only root may give a folder away; for others there is nothing to be seen here.
  if (process.getuid?.() === 0) await chown(theirs, 65_534, 65_534);
  await ticketFolder(within);
  expect(await readdir(precious)).toEqual(['cc']);
  expect(await readdir(join(within, `edgewise-ticket-${pid}-filled`))).toEqual(['letter']);
  if (process.getuid?.() === 0) expect((await lstat(theirs)).isDirectory()).toBe(true);
});

test('a folder that cannot be listed takes a ticket all the same', async () => {
  // Root lists everything: for others there is something to be seen here.
  await chmod(within, 0o300);
  expect(await ticketFolder(within)).toContain(within);
  await chmod(within, 0o700);
});

test('where there is no place for it, which place is said', async () => {
  const absent = join(within, 'absent');
  expect((await failureOf(ticketFolder(absent))).error).toMatchObject({
    code: 'workstation.temporary-folder',
    values: { path: absent },
  });
});
