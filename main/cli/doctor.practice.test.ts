import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_STEPS } from '../../shared/models/connection-test.ts';
import { startPractice, type RunningPractice } from '../practice/index.ts';
import { endOf, invokeOn, startProgram, type Ended } from './program.fixture.ts';

let practice: RunningPractice;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());

async function doctor(password: string, ...more: readonly string[]): Promise<Ended> {
  const [, ...connection] = invokeOn(practice, 'ntlm');
  const child = startProgram(['doctor', ...connection, ...more]);
  child.stdin.end(`${password}\n`);
  return await endOf(child);
}

describe('edgewise doctor', () => {
  it('tells every step of a connection that works, and ends well', async () => {
    const { status, out } = await doctor(practice.accounts.administrator.password);
    expect(status).toBe(0);
    expect(out.match(/^\d+\. .*: passed/gm)).toHaveLength(TEST_STEPS.length);
    expect(out).toContain('Seen: Negotiate, NTLM, Basic');
    expect(out).toContain('127.0.0.1 is none of these names');
    expect(out).not.toContain(practice.accounts.administrator.password);
  });

  it('says where it stops and what to do, in Korean too, and ends with 1', async () => {
    const { status, out } = await doctor('not-the-password', '--lang', 'ko');
    expect(status).toBe(1);
    expect(out).toMatch(/^5\. 로그인: 실패/m);
    expect(out).toContain('할 일: ');
    expect(out.match(/확인하지 않음$/gm)).toHaveLength(TEST_STEPS.length - 5);
    expect(out).not.toContain('not-the-password');
  });

  it('gives one JSON object a step', async () => {
    const { status, out } = await doctor(practice.accounts.administrator.password, '--json');
    const steps = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { step: string; state: string; advice: readonly string[] });
    expect(status).toBe(0);
    expect(steps.at(-1)?.advice, 'an address is none of the names').toEqual(['web-services']);
    expect(steps.slice(0, -1).flatMap(({ advice }) => advice)).toEqual([]);
    expect(steps.map(({ step, state }) => [step, state])).toEqual(TEST_STEPS.map((step) => [step, 'ok']));
  });

  it('prints each step as it ends, and an interrupt takes none of them back', async () => {
    practice.own?.faults.add({ kind: 'slow', milliseconds: 60_000, verb: 'Create' });
    const [, ...connection] = invokeOn(practice, 'ntlm');
    const child = startProgram(['doctor', ...connection]);
    child.stdin.end(`${practice.accounts.administrator.password}\n`);
    const ended = endOf(child);
    let seen = '';
    child.stdout.on('data', (text: string) => {
      const before = seen;
      seen += text;
      // Once: a signal to a process that is ending would end it in another way.
      if (!/^4\. /m.test(before) && /^4\. /m.test(seen)) child.kill('SIGINT');
    });
    const { status, out } = await ended;
    practice.own?.faults.clear();
    expect(status).toBe(130);
    expect(out.match(/^\d+\. .*: passed/gm)?.length).toBeGreaterThanOrEqual(4);
  });

  it('takes no cmdlet', async () => {
    const { status, err } = await doctor('x', 'Get-CsAllowedDomain');
    expect(status).toBe(2);
    expect(err).toContain('Get-CsAllowedDomain');
  });
});
