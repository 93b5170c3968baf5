import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startPractice } from '../practice/index.ts';
import type { RunningPractice } from '../practice/index.ts';
import { newSecret } from './password.ts';
import { atTerminal, endOf, ENTRY, invokeOn, startProgram, talking, WITHOUT_ELECTRON } from './program.fixture.ts';

const DOMAINS = 20_000;
const CONTROL_C = '\u0003';

let practice: RunningPractice;

beforeAll(async () => {
  practice = await startPractice({ domains: DOMAINS });
});
afterEach(() => practice.own?.faults.clear());
afterAll(() => practice.close());

const password = () => practice.accounts.administrator.password;

describe('an interrupt', () => {
  it('in the middle of a long answer stops the pipeline on the server and leaves no shell behind', async () => {
    const child = startProgram([...invokeOn(practice), '--json', 'Get-CsAllowedDomain']);
    const ended = endOf(child);
    child.stdin.end(`${password()}\n`);
    await once(child.stdout, 'data');
    practice.own?.faults.add({ kind: 'slow', verb: 'Signal', milliseconds: 0, cmdlet: 'Get-CsAllowedDomain' });
    child.kill('SIGINT');
    const { status, out } = await ended;
    expect(status).toBe(130);
    expect(out.split('\n').length).toBeLessThan(DOMAINS);
    // The server was told by a Signal, not left to find out.
    expect(practice.own?.faults.pending).toBe(0);
    expect(practice.stats()).toMatchObject({ shells: 0, commands: 0 });
  });

  it('a second time, a second later, ends at once where the server does not answer, and says what that leaves', async () => {
    const child = startProgram([...invokeOn(practice), '--json', 'Get-CsAllowedDomain']);
    const ended = endOf(child);
    child.stdin.end(`${password()}\n`);
    await once(child.stdout, 'data');
    // Nor does it send the rest: a pipeline that completes meanwhile ends as if nobody had interrupted.
    for (const verb of ['Receive', 'Signal'] as const) {
      practice.own?.faults.add({ kind: 'slow', verb, milliseconds: 20_000, cmdlet: 'Get-CsAllowedDomain', times: 9 });
    }
    child.kill('SIGINT');
    const again = setInterval(() => child.kill('SIGINT'), 400);
    // No third one: it would come where the program has no handlers any more.
    child.stderr.once('data', () => clearInterval(again));
    const { status, err } = await ended;
    clearInterval(again);
    expect(status).toBe(130);
    expect(err).toContain('may have arrived');
  });

  it.skipIf(process.platform === 'win32')('by a terminal while practice starts ends it too', async () => {
    const state = mkdtempSync(join(tmpdir(), 'edgewise-interrupt-'));
    const child = startProgram(['invoke', '--practice', 'Get-CsSite'], { XDG_STATE_HOME: state });
    const ended = endOf(child);
    // Made by the practice process, which has everything else still before it.
    await expect.poll(() => existsSync(join(state, 'edgewise', 'practice')), { timeout: 20_000 }).toBe(true);
    process.kill(-(child.pid ?? 0), 'SIGINT');
    const { status, err } = await ended;
    expect([status, err]).toEqual([130, expect.not.stringContaining('practice')]);
    rmSync(state, { recursive: true });
  });

  it('is not needed to end what has ended, though whoever wrote the password keeps the pipe open', async () => {
    const child = startProgram([...invokeOn(practice), 'Get-CsSite']);
    child.stdin.write(`${password()}\n`);
    const { status } = await endOf(child);
    expect([status, child.stdin.writableEnded]).toEqual([0, false]);
  });

  it('while the password is awaited on a pipe gives the question up', async () => {
    const abort = new AbortController();
    const trust = { kind: 'system' } as const;
    const binding = { url: new URL(practice.url), scheme: 'basic', user: 'ana', trust } as const;
    const streams = { stdin: new PassThrough(), stderr: new PassThrough() };
    const asking = { streams, question: '?', signal: abort.signal };
    const awaited = newSecret(binding, asking);
    abort.abort();
    await expect(awaited).rejects.toMatchObject({ error: { code: 'workstation.cancelled' } });
    await expect(newSecret(binding, asking)).rejects.toMatchObject({
      error: { code: 'workstation.cancelled' },
    });
  });
});

describe.skipIf(process.platform !== 'linux')('the password at a terminal', () => {
  it('is asked for by name, not shown, and used', async () => {
    const run = await atTerminal(
      [...invokeOn(practice), '--json', 'Get-CsAllowedDomain', 'fabrikam.com'],
      talking([/CONTOSO\\\w+.*: ?$/, `${password()}\r`]),
    );
    expect(run.out).toContain(practice.accounts.administrator.user);
    expect(run.out).toContain('"Domain":"fabrikam.com"');
    expect(run.out).not.toContain(password());
    expect(run.status).toBe(0);
  });

  it('that is only Enter is a missing one', async () => {
    const run = await atTerminal([...invokeOn(practice), 'Get-CsSite'], talking([/CONTOSO.*: ?$/, '\r']));
    expect(run.status).toBe(2);
  });

  it('may be refused with Ctrl+C, which is an interrupt', async () => {
    const run = await atTerminal([...invokeOn(practice), 'Get-CsSite'], talking([/CONTOSO.*: ?$/, CONTROL_C]));
    expect(run.status).toBe(130);
  });

  it('is given up where the terminal is closed: an interrupt', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'edgewise-hangup-'));
    const file = join(folder, 'status');
    const program = [process.execPath, '--import', WITHOUT_ELECTRON, ENTRY, ...invokeOn(practice), 'Get-CsSite'];
    // A shell that outlives its terminal, to say how the program has ended.
    const words = `trap "" HUP; ${program.map((word) => `'${word}'`).join(' ')}; echo $? > '${file}'`;
    const terminal = spawn('/usr/bin/script', ['-qec', words, '/dev/null'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { PATH: '', LANG: 'C', SHELL: '/bin/sh', XDG_CONFIG_HOME: folder },
    });
    await once(terminal.stdout, 'data');
    terminal.kill('SIGKILL');
    const status = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
    await expect.poll(status, { timeout: 15_000 }).toBe('130\n');
    rmSync(folder, { recursive: true });
  });
});
