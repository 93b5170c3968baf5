import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { attend, othersAttend } from './attendance.ts';
import { createAuthority, issueServerCertificate } from './certificates.ts';
import { takeLock } from './lock.ts';

const NOW = new Date();
const authority = await createAuthority(NOW);
const leaf = await issueServerCertificate(authority, 'ordinary', NOW);

let folder: string;
let server: Server;
let port: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-lock-'));
  writeFileSync(join(folder, 'ca.pem'), authority.certificatePem);
  server = createServer({ cert: leaf.certificatePem, key: leaf.privateKeyPem });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port; // a TCP server's address while it listens
});

afterEach(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

function leave(pid: number, at: number | null): void {
  writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid, port: at, token: 'somebody' }));
}

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.once('exit', resolve));
  return child.pid ?? 0;
}

test('the first takes it, and the second is told the port of the first', async () => {
  const first = await takeLock(folder);
  if (first.kind !== 'taken') throw new Error('held by nobody');
  first.lock.announce(port);
  expect(await takeLock(folder)).toMatchObject({ kind: 'held', port });
  first.lock.release();
  expect((await takeLock(folder)).kind).toBe('taken');
});

test('the second waits while the first has not begun to listen', async () => {
  const first = await takeLock(folder);
  const second = takeLock(folder);
  if (first.kind !== 'taken') throw new Error('held by nobody');
  first.lock.announce(port);
  expect(await second).toMatchObject({ kind: 'held', port });
});

test('a lock whose process is gone is taken over', async () => {
  leave(await deadPid(), port);
  expect((await takeLock(folder)).kind).toBe('taken');
});

test('a lock whose process number belongs to another program now is taken over: nothing of this authority answers', async () => {
  const other = await createAuthority(NOW);
  writeFileSync(join(folder, 'ca.pem'), other.certificatePem);
  leave(process.ppid, port);
  expect((await takeLock(folder)).kind).toBe('taken');
});

test('a lock cut short is taken over', async () => {
  writeFileSync(join(folder, 'lock.json'), '{"pid":');
  expect((await takeLock(folder)).kind).toBe('taken');
});

test('of many who find a stale lock, one alone takes it', async () => {
  leave(await deadPid(), port);
  const outcomes = Array.from({ length: 8 }, () =>
    takeLock(folder).then((outcome) => {
      if (outcome.kind === 'taken') outcome.lock.announce(port);
      return outcome.kind;
    }),
  );
  expect((await Promise.all(outcomes)).sort()).toEqual([...new Array<string>(7).fill('held'), 'taken']);
});

test("releasing leaves another's lock alone", async () => {
  const first = await takeLock(folder);
  if (first.kind !== 'taken') throw new Error('held by nobody');
  leave(process.pid, port);
  first.lock.release();
  expect(existsSync(join(folder, 'lock.json'))).toBe(true);
});

test('who waits on a lock sees that it is let go, and taken by another', async () => {
  const first = await takeLock(folder);
  if (first.kind !== 'taken') throw new Error('held by nobody');
  first.lock.announce(port);
  const second = await takeLock(folder);
  if (second.kind !== 'held') throw new Error('taken twice');
  expect(second.stillHeld()).toBe(true);
  first.lock.release();
  expect(second.stillHeld()).toBe(false);
  leave(process.pid, port);
  expect(second.stillHeld()).toBe(false);
});

test('those who attend are counted while they live', async () => {
  expect(othersAttend(folder)).toBe(false);
  const mine = attend(folder);
  expect(othersAttend(folder)).toBe(false);
  mine.leave();
  writeFileSync(join(folder, 'users', `${process.ppid}-x`), '');
  expect(othersAttend(folder)).toBe(true);
  rmSync(join(folder, 'users', `${process.ppid}-x`));
  writeFileSync(join(folder, 'users', `${await deadPid()}-x`), '');
  expect(othersAttend(folder)).toBe(false);
});
