import { fork, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PsValue } from '../psrp/clixml/values.ts';
import { openSession } from '../session/index.ts';
import { probeCertificate } from '../transport/index.ts';
import { createRequest } from '../wsman/index.ts';
import { practiceTarget, type PracticeReady } from './child/practice-ready.ts';
import { startPractice, type RunningPractice } from './index.ts';
import type { PracticeMessage } from './messages.ts';
import { connectTo } from './wire/testing/wire-client.ts';

const ENTRY = fileURLToPath(new URL('entry.ts', import.meta.url));

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-entry-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
    await exitOf(child);
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the program as a host does: forked, with a channel. */
function forked(...args: readonly string[]): ChildProcess {
  const child = fork(ENTRY, ['--state', folder, ...args], { silent: true });
  children.push(child);
  return child;
}

/** Starts the program as a person does: alone. */
function alone(...args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [ENTRY, '--state', folder, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  return child;
}

async function exitOf(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode;
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
}

async function firstMessage(child: ChildProcess): Promise<PracticeMessage> {
  return new Promise((resolve, reject) => {
    // What our own entry sends is of this type; a test that gets anything else fails on it.
    child.once('message', (message) => resolve(message as PracticeMessage));
    child.once('exit', (code) => reject(new Error(`ended with ${code} before a message`)));
  });
}

async function ready(child: ChildProcess): Promise<Extract<PracticeMessage, { readonly kind: 'practice-ready' }>> {
  const message = await firstMessage(child);
  if (message.kind !== 'practice-ready') throw new Error(message.reason);
  return message;
}

async function printed(child: ChildProcess, until: RegExp): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (until.test(text)) resolve(text);
    });
    child.once('exit', () => reject(new Error(`ended after printing ${text}`)));
  });
}

/** Runs a cmdlet over the wire as the administrator; gives what it wrote. Fails on any error. */
async function cmdlet(practice: PracticeReady, name: string, identity: string): Promise<readonly PsValue[]> {
  const session = await openSession(practiceTarget(practice, 'administrator'));
  try {
    const outcome = await session.run([{ name, arguments: [{ name: 'Identity', value: identity }] }]);
    expect(outcome).toMatchObject({ state: 'completed', errors: [] });
    return outcome.output;
  } finally {
    await session.close();
  }
}

async function answers(url: string): Promise<boolean> {
  return probeCertificate(new URL(url)).then(
    () => true,
    () => false,
  );
}

describe('forked', () => {
  test('says where it is and who may sign in, and ends when its channel closes', async () => {
    const child = forked();
    const { url, caPem, accounts } = await ready(child);
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/OcsPowershell$/);
    expect(caPem).toContain('BEGIN CERTIFICATE');
    expect(Object.keys(accounts)).toEqual(['administrator', 'viewer', 'useradmin', 'helpdesk', 'stranger']);
    expect(await answers(url)).toBe(true);
    child.disconnect();
    expect(await exitOf(child)).toBe(0);
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
  });

  test('ends when its channel closes before it is up', async () => {
    const child = forked();
    await new Promise((resolve) => child.once('spawn', resolve));
    child.disconnect();
    expect(await exitOf(child)).toBe(0);
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
  });

  test('keeps its port from one start to the next', async () => {
    const first = forked();
    const { url } = await ready(first);
    first.disconnect();
    await exitOf(first);
    expect((await ready(forked())).url).toBe(url);
  });

  test('a second one gives the URL of the first, and the first stays while the second attends', async () => {
    const first = forked();
    const second = forked();
    const [one, other] = await Promise.all([ready(first), ready(second)]);
    expect(other).toEqual(one);
    first.disconnect();
    second.disconnect();
    expect([await exitOf(first), await exitOf(second)]).toEqual([0, 0]);
    expect(await answers(one.url)).toBe(false);
  });

  test('who attends ends when the one it attends is gone', async () => {
    const first = forked();
    await ready(first);
    const second = forked();
    await ready(second);
    first.kill('SIGKILL');
    expect(await exitOf(second)).toBe(70);
  });

  test('a crash leaves a lock that the next start takes over, on the same port and with all that was written', async () => {
    const first = forked();
    const before = await ready(first);
    await cmdlet(before, 'New-CsAllowedDomain', 'written.example');
    writeFileSync(join(folder, '.0123456789ab.part'), 'half of a file');
    first.kill('SIGKILL');
    await exitOf(first);
    expect(existsSync(join(folder, 'lock.json'))).toBe(true);
    const after = await ready(forked());
    expect(after).toEqual(before);
    expect(await cmdlet(after, 'Get-CsAllowedDomain', 'written.example')).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('says why it cannot start', async () => {
    writeFileSync(join(folder, 'file'), '');
    const child = fork(ENTRY, ['--state', join(folder, 'file', 'inside')], { silent: true });
    children.push(child);
    expect(await firstMessage(child)).toMatchObject({ kind: 'practice-failed', reason: /ENOTDIR/ });
    expect(await exitOf(child)).toBe(1);
  });

  test('a flag it does not know is its reason too', async () => {
    const child = forked('--nonsense');
    expect(await firstMessage(child)).toMatchObject({ kind: 'practice-failed', reason: /--nonsense/ });
    expect(await exitOf(child)).toBe(2);
  });
});

describe('run alone', () => {
  test('prints URL, CA file and accounts, and ends cleanly at SIGTERM', async () => {
    const child = alone();
    const text = await printed(child, /No role .*/);
    expect(text).toMatch(/https:\/\/127\.0\.0\.1:\d+\/OcsPowershell/);
    expect(text).toContain(join(folder, 'ca.pem'));
    expect(text).toMatch(/CONTOSO\\administrator {2}\S{20} {2}\(CsAdministrator\)/);
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
  });

  test('a signal that comes twice, as through the launcher, does not cut the end short', async () => {
    const child = alone();
    await printed(child, /No role .*/);
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await exitOf(child)).toBe(0);
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
  });

  test('prints one JSON line with --json', async () => {
    const text = await printed(alone('--json'), /\n$/);
    expect(text.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(text)).toMatchObject({ caFile: join(folder, 'ca.pem'), accounts: { viewer: {} } });
  });

  test('a scripted death is an exit of its own', async () => {
    const file = join(folder, 'faults.json');
    writeFileSync(file, '[{"kind":"die","moment":"after","verb":"Create"}]');
    const child = alone('--json', '--faults', file);
    // Our own line, just printed.
    const { url, caFile, accounts } = JSON.parse(await printed(child, /\n$/)) as Pick<
      RunningPractice,
      'url' | 'caFile' | 'accounts'
    >;
    const client = await connectTo({ url, accounts, caPem: readFileSync(caFile, 'utf8') });
    const creation = createRequest(client.context, { shellId: '', opening: new Uint8Array(0) });
    expect((await client.post(creation)).status).toBe(500);
    expect(await exitOf(child)).toBe(70);
    client.close();
  });
});

test('in process, a second start on the same folder attends the first, and says what it cannot change', async () => {
  const said: string[] = [];
  const first = await startPractice({ stateFolder: folder });
  const second = await startPractice({
    stateFolder: folder,
    strict: true,
    domains: 50,
    log: (line) => said.push(line),
  });
  expect(said).toEqual([expect.stringMatching(/already runs.*domains, strict/)]);
  expect(second.url).toBe(first.url);
  expect(second.own).toBeNull();
  await first.close();
  expect(await second.ended).toBe('died');
});

test('the port of the last start is left alone where it is taken: another is chosen and kept', async () => {
  const other = await startPractice();
  const { port } = new URL(other.url);
  const said: string[] = [];
  await startPractice({ stateFolder: folder }).then((first) => first.close());
  const file = join(folder, 'practice.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"port": \d+/, `"port": ${port}`));
  const practice = await startPractice({ stateFolder: folder, log: (line) => said.push(line) });
  expect(new URL(practice.url).port).not.toBe(port);
  expect(said).toEqual([`Port ${port} is taken: it listens on ${new URL(practice.url).port} from now on.`]);
  expect(readFileSync(join(folder, 'practice.json'), 'utf8')).toContain(`"port": ${new URL(practice.url).port}`);
  await practice.close();
  await other.close();
});

test('a port that is asked for and taken is the end of the start', async () => {
  const other = await startPractice();
  const { port } = new URL(other.url);
  await expect(startPractice({ stateFolder: folder, port: Number(port) })).rejects.toThrow(`port ${port} is taken`);
  expect(existsSync(join(folder, 'lock.json'))).toBe(false);
  await other.close();
});

test('a temporary state folder is gone with its deployment', async () => {
  const practice = await startPractice();
  expect(existsSync(practice.caFile)).toBe(true);
  await practice.close();
  expect(existsSync(practice.caFile)).toBe(false);
});
