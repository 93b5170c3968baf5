import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startPractice } from '../practice/index.ts';
import type { RunningPractice } from '../practice/index.ts';
import { newPassword } from './password.ts';
import { endOf, ENTRY, invokeOn, startProgram, type Ended } from './program.fixture.ts';

const DOMAINS = 20_000;
const CONTROL_C = '\u0003';

let practice: RunningPractice;

beforeAll(async () => {
  practice = await startPractice({ domains: DOMAINS });
});
afterEach(() => practice.own?.faults.clear());
afterAll(() => practice.close());

const password = () => practice.accounts.administrator.password;

/**
 * The program at a terminal of its own (script, of util-linux): what it writes to standard output and error is what a
 * person sees. `type` is told all that is on the screen and types when it likes.
 */
async function atTerminal(
  args: readonly string[],
  type: (screen: string, keys: (text: string) => void) => void,
): Promise<Ended> {
  const words = [process.execPath, ENTRY, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const child = spawn('/usr/bin/script', ['-qec', words, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: '', LANG: 'C', SHELL: '/bin/sh' },
  });
  let screen = '';
  child.stdout.on('data', (bytes: Buffer) => {
    screen += bytes.toString();
    type(screen, (text) => child.stdin.write(text));
  });
  return await endOf(child);
}

/** Types once what a question on the screen asks for. */
function answering(question: RegExp, keys: string) {
  let answered = false;
  return (screen: string, type: (text: string) => void): void => {
    if (answered || !question.test(screen)) return;
    answered = true;
    type(keys);
  };
}

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

  it('while the password is awaited on a pipe gives the question up', async () => {
    const abort = new AbortController();
    const trust = { kind: 'system' } as const;
    const binding = { url: new URL(practice.url), scheme: 'basic', user: 'ana', trust } as const;
    const streams = { stdin: new PassThrough(), stderr: new PassThrough() };
    const asking = { streams, question: '?', signal: abort.signal };
    const awaited = newPassword(binding, asking);
    abort.abort();
    await expect(awaited).rejects.toMatchObject({ error: { code: 'workstation.cancelled' } });
    await expect(newPassword(binding, asking)).rejects.toMatchObject({
      error: { code: 'workstation.cancelled' },
    });
  });
});

describe.skipIf(process.platform !== 'linux')('the password at a terminal', () => {
  it('is asked for by name, not shown, and used', async () => {
    const run = await atTerminal(
      [...invokeOn(practice), '--json', 'Get-CsAllowedDomain', 'fabrikam.com'],
      answering(/CONTOSO\\\w+.*: ?$/, `${password()}\r`),
    );
    expect(run.out).toContain(practice.accounts.administrator.user);
    expect(run.out).toContain('"Domain":"fabrikam.com"');
    expect(run.out).not.toContain(password());
    expect(run.status).toBe(0);
  });

  it('that is only Enter is a missing one', async () => {
    const run = await atTerminal([...invokeOn(practice), 'Get-CsSite'], answering(/CONTOSO.*: ?$/, '\r'));
    expect(run.status).toBe(2);
  });

  it('may be refused with Ctrl+C, which is an interrupt', async () => {
    const run = await atTerminal([...invokeOn(practice), 'Get-CsSite'], answering(/CONTOSO.*: ?$/, CONTROL_C));
    expect(run.status).toBe(130);
  });
});
