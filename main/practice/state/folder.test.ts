import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findAccount } from './accounts.ts';
import { defaultStateFolder } from './files.ts';
import { keepPort, openPracticeFolder, readPracticeFolder } from './folder.ts';

const NOW = new Date();
let base: string;
let path: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'edgewise-folder-'));
  path = join(base, 'practice');
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

test('is for its owner alone, and so is every file in it', async () => {
  await openPracticeFolder(path, NOW);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(path)) expect([name, statSync(join(path, name)).mode & 0o777]).toEqual([name, 0o600]);
});

test('keeps accounts, authority, certificate and port from one start to the next', async () => {
  const first = await openPracticeFolder(path, NOW);
  keepPort(first, 40_443);
  const second = await openPracticeFolder(path, NOW);
  expect(second).toEqual({ ...first, port: 40_443 });
  expect(readPracticeFolder(path)).toEqual(second);
});

test('two folders have nothing in common', async () => {
  const first = await openPracticeFolder(path, NOW);
  const second = await openPracticeFolder(join(base, 'other'), NOW);
  expect(second.accounts.administrator.password).not.toBe(first.accounts.administrator.password);
  expect(second.authority.certificatePem).not.toBe(first.authority.certificatePem);
});

test('a server certificate about to expire is issued anew by the same authority', async () => {
  const first = await openPracticeFolder(path, NOW);
  const later = await openPracticeFolder(path, new Date(NOW.getTime() + 790 * 86_400_000));
  expect(later.server.certificatePem).not.toBe(first.server.certificatePem);
  expect(later.authority).toEqual(first.authority);
});

test.each(['not JSON', '{"version":2}', ''])(
  'a file that cannot be read (%j) is set aside, whole, and said',
  async (text) => {
    await openPracticeFolder(path, NOW);
    writeFileSync(join(path, 'practice.json'), text);
    const { notices, accounts } = await openPracticeFolder(path, NOW);
    expect(notices).toHaveLength(1);
    const aside = readdirSync(path).find((name) => name.startsWith('practice.json.unreadable-')) ?? '';
    expect(readFileSync(join(path, aside), 'utf8')).toBe(text);
    expect(accounts.administrator.password).toHaveLength(20);
  },
);

test('a folder nobody made has no practice deployment', () => {
  expect(readPracticeFolder(path)).toBeNull();
});

test.each([
  ['administrator', 'CONTOSO', 'administrator'],
  ['ADMINISTRATOR', 'contoso', 'administrator'],
  ['viewer', '', 'viewer'],
  ['stranger', 'contoso.com', 'stranger'],
  ['administrator', 'FABRIKAM', null],
  ['nobody', 'CONTOSO', null],
])('the user %s of the domain %s is %s', async (user, domain, account) => {
  const { accounts } = await openPracticeFolder(path, NOW);
  expect(findAccount(accounts, user, domain)).toBe(account);
});

test.each<readonly [NodeJS.Platform, NodeJS.ProcessEnv, string]>([
  ['linux', { XDG_STATE_HOME: '/state' }, '/state/edgewise/practice'],
  ['win32', { LOCALAPPDATA: '/local' }, '/local/edgewise/practice'],
])('on %s the default is where that system keeps state', (platform, environment, expected) => {
  expect(defaultStateFolder(platform, environment)).toBe(expected);
});
