import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startPractice, type RunningPractice } from '../practice/index.ts';
import { endOf, ENTRY, invokeOn, startProgram } from './program.fixture.ts';
import { startConsole, WITHOUT_ELECTRON } from './running-console.fixture.ts';
import { USUAL_WAY } from '../../shared/models/network.ts';

let practice: RunningPractice;
let folder: string;

beforeAll(async () => {
  practice = await startPractice({ domains: 20_000 });
  folder = mkdtempSync(join(tmpdir(), 'edgewise-left-'));
});
afterEach(() => practice.own?.faults.clear());
afterAll(async () => {
  await practice.close();
  rmSync(folder, { recursive: true });
});

const password = () => practice.accounts.administrator.password;
const left = () => {
  const { shells, commands } = practice.stats();
  return [shells, commands];
};

/** The program in the middle of a long answer. */
async function reading(): Promise<ReturnType<typeof startProgram>> {
  const child = startProgram([...invokeOn(practice), '--json', 'Get-CsAllowedDomain']);
  child.stdin.end(`${password()}\n`);
  await once(child.stdout, 'data');
  return child;
}

describe('the command line leaves no shell on the server', () => {
  it('when it has come to its end', async () => {
    const child = startProgram([...invokeOn(practice), '--json', 'Get-CsSite']);
    child.stdin.end(`${password()}\n`);
    expect((await endOf(child)).status).toBe(0);
    expect(left()).toEqual([0, 0]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('when %s ends it in the middle of an answer', async (signal) => {
    const child = await reading();
    const ended = endOf(child);
    child.kill(signal);
    expect((await ended).status).toBe(130);
    expect(left()).toEqual([0, 0]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('when %s ends it while the pool is opening', async (signal) => {
    practice.own?.faults.add({ kind: 'slow', verb: 'Receive', milliseconds: 3_000 });
    const child = startProgram([...invokeOn(practice), 'Get-CsSite']);
    child.stdin.end(`${password()}\n`);
    await expect.poll(() => practice.stats().shells, { timeout: 10_000 }).toBe(1);
    const ended = endOf(child);
    child.kill(signal);
    expect((await ended).status).toBe(130);
    expect(left()).toEqual([0, 0]);
  });

  it.skipIf(process.platform !== 'linux')('when its terminal is closed at a question', async () => {
    const words = [...invokeOn(practice), '--yes', 'Remove-CsAllowedDomain', 'fabrikam.com', '-Confirm'];
    const terminal = openTerminal(words);
    await expect.poll(() => practice.stats().commands, { timeout: 15_000 }).toBe(1);
    terminal.kill('SIGKILL');
    await expect.poll(left, { timeout: 10_000 }).toEqual([0, 0]);
  });
});

describe('the console leaves no shell on the server', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('when %s ends it', async (signal) => {
    const settings = join(folder, signal, 'settings');
    mkdirSync(join(folder, signal));
    const console = await startConsole(settings);
    const { user } = practice.accounts.administrator;
    const { id: deployment } = await console.get('deployments.save', {
      deployment: null,
      draft: {
        ...{ name: 'HQ', group: '', colour: 'blue', url: practice.url, user, scheme: 'ntlm' },
        ...{ trust: { kind: 'ca', pem: practice.caPem }, ...USUAL_WAY, channelBinding: true, resourceUri: '' },
        ...{ production: false, readOnly: false },
      },
    });
    await console.get('credentials.set', { deployment, password: password(), remember: false });
    await console.get('deployments.open', { deployment });
    expect(practice.stats().shells).toBe(1);
    await console.end(signal);
    expect(left()).toEqual([0, 0]);
  });
});

/** The program at a terminal of its own, which types the password and nothing else. */
function openTerminal(args: readonly string[]): ChildProcess {
  const words = [process.execPath, '--import', WITHOUT_ELECTRON, ENTRY, ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('/usr/bin/script', ['-qec', words, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: '', LANG: 'C', SHELL: '/bin/sh', XDG_CONFIG_HOME: join(folder, 'config') },
  });
  child.stdout.once('data', () => child.stdin.write(`${password()}\r`));
  return child;
}
