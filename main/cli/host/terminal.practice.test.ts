import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPractice, type RunningPractice } from '../../practice/index.ts';
import { atTerminal, endOf, invokeOn, startProgram, talking, type Ended } from '../program.fixture.ts';

const CONTROL_C = '\u0003';
const CONTROL_D = '\u0004';
const SIGN_IN = /CONTOSO\\administrator: $/;
const CHOICES = /\[Y\] Yes .*default is .Y.*: /s;

let practice: RunningPractice;

beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());

const password = () => practice.accounts.administrator.password;

/** Runs at a terminal, signs in, and answers what comes after. */
function talk(words: readonly string[], ...steps: readonly (readonly [RegExp, string])[]): Promise<Ended> {
  return atTerminal([...invokeOn(practice), ...words], talking([SIGN_IN, `${password()}\r`], ...steps));
}

/** Runs with the password on a pipe. */
async function piped(...words: readonly string[]): Promise<Ended> {
  const child = startProgram([...invokeOn(practice), ...words]);
  child.stdin.end(`${password()}\n`);
  return await endOf(child);
}

async function isThere(domain: string): Promise<boolean> {
  return (await piped('--json', 'Get-CsAllowedDomain', domain)).status === 0;
}

async function added(domain: string): Promise<readonly string[]> {
  expect((await piped('--yes', 'New-CsAllowedDomain', domain)).status).toBe(0);
  return ['--yes', 'Remove-CsAllowedDomain', domain, '-Confirm'];
}

describe.skipIf(process.platform !== 'linux')('at a terminal', () => {
  it('a confirmation is asked, explained, asked again, and refused', async () => {
    const remove = await added('kept.example');
    const run = await talk(remove, [CHOICES, '?\r'], [CHOICES, 'perhaps\r'], [CHOICES, 'n\r']);
    expect(run.out).toContain('Are you sure you want to perform this action?');
    expect(run.out).toContain('Y - Continue with only the next step of the operation.');
    expect(run.out).toContain('[?] Help (default is “Y”):');
    expect(run.status).toBe(0);
    expect(await isThere('kept.example')).toBe(true);
  });

  it('what is pasted behind the end of a line answers no further question', async () => {
    const remove = await added('pasted.example');
    const run = await talk(remove, [CHOICES, '?\ry\r'], [CHOICES, 'n\r']);
    expect(run.status).toBe(0);
    expect(await isThere('pasted.example')).toBe(true);
  });

  it('Enter is the default of a confirmation', async () => {
    const remove = await added('gone.example');
    expect((await talk(remove, [CHOICES, '\r'])).status).toBe(0);
    expect(await isThere('gone.example')).toBe(false);
  });

  it('Ctrl+C at a question stops the pipeline and leaves no shell behind', async () => {
    const remove = await added('interrupted.example');
    const run = await talk(remove, [CHOICES, CONTROL_C]);
    expect(run.status).toBe(130);
    expect(practice.stats()).toMatchObject({ shells: 0, commands: 0 });
    expect(await isThere('interrupted.example')).toBe(true);
  });

  it('the end of the input at a question fails the command', async () => {
    const remove = await added('ended.example');
    const run = await talk(remove, [CHOICES, CONTROL_D]);
    expect(run.out).toContain('HostFunctionNotImplemented');
    expect(run.status).toBe(1);
    expect(await isThere('ended.example')).toBe(true);
  });

  it('nobody is asked with --no-prompts, nor where the input is a pipe', async () => {
    const remove = await added('unasked.example');
    for (const run of [await talk([...remove, '--no-prompts']), await piped(...remove)]) {
      expect(run.out + run.err).toContain('HostFunctionNotImplemented');
      expect(run.status).toBe(1);
    }
    expect(await isThere('unasked.example')).toBe(true);
  });

  it('what a cmdlet would do is shown by its host', async () => {
    const run = await talk(['--yes', 'Remove-CsAllowedDomain', 'fabrikam.com', '-WhatIf']);
    expect(run.out).toContain('What if: Performing the operation "Remove-CsAllowedDomain" on target "fabrikam.com".');
    expect(run.status).toBe(0);
  });
});

describe.skipIf(process.platform !== 'linux')('a secret', () => {
  const TEST = ['--json', 'Test-CsXmppIM', '-TargetFqdn', 'pool01.contoso.com', '-Receiver', 'ana@gmail.example'];
  const SECRET = 'not to be seen';

  it('is asked for with its user, not shown, and taken', async () => {
    const words = [...TEST, '-UserSipAddress', 'sip:ana.bowman@contoso.com', '-UserCredential'];
    const run = await talk(words, [/User: /, 'CONTOSO\\ana\r'], [/Password for CONTOSO\\ana: /, `${SECRET}\r`]);
    expect(run.out).not.toContain(SECRET);
    expect(run.out).toContain('pool01.contoso.com');
  });

  it('is asked for alone where the user is written', async () => {
    const words = [...TEST, '-UserSipAddress', 'sip:ana.bowman@contoso.com', '-UserCredential', 'CONTOSO\\ana'];
    const run = await talk(words, [/Password for CONTOSO\\ana: /, `${SECRET}\r`]);
    expect(run.out).not.toContain(SECRET);
    expect(run.out).toContain('pool01.contoso.com');
  });

  it.each<[readonly string[], RegExp]>([
    [
      ['proxy', '--proxy', 'proxy.contoso.com:8080', '--proxy-auth', 'basic', '--proxy-user', 'ana'],
      /Password of ana for the proxy proxy\.contoso\.com:8080: $/,
    ],
    [['client-certificate', '--client-certificate', '/etc/ana.pfx'], /Passphrase of \/etc\/ana\.pfx: $/],
  ])('of the network that is to be kept is asked for and not shown (%j)', async (words, question) => {
    const run = await atTerminal(['password', 'set', '--secret', ...words], talking([question, `${SECRET}\r`]));
    expect(run.out).toMatch(new RegExp(question.source.replace('$', '')));
    expect(run.out).not.toContain(SECRET);
  });

  it('that nobody can type is refused before anything is sent', async () => {
    const run = await piped(
      ...TEST,
      '-UserSipAddress',
      'sip:ana.bowman@contoso.com',
      '-UserCredential',
      'CONTOSO\\ana',
    );
    expect(run.err).toContain('-UserCredential');
    expect(run.status).toBe(2);
  });
});
