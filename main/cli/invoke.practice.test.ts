import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPractice } from '../practice/index.ts';
import type { RunningPractice } from '../practice/index.ts';
import { endOf, invokeOn, startProgram, type Ended } from './program.fixture.ts';

let practice: RunningPractice;

beforeAll(async () => {
  practice = await startPractice({ domains: 3000 });
});

afterAll(async () => {
  await practice.close();
});

/** Runs the real program in a process of its own, with the password on its standard input. */
async function edgewise(args: readonly string[], password = ''): Promise<Ended> {
  const child = startProgram(args);
  child.stdin.end(password === '' ? '' : `${password}\n`);
  return await endOf(child);
}

function connection(auth?: string, account?: 'administrator' | 'viewer' | 'stranger'): readonly string[] {
  return invokeOn(practice, auth, account);
}

async function invoke(...words: readonly string[]): Promise<Ended> {
  return await edgewise([...connection(), ...words], practice.accounts.administrator.password);
}

it('says how it is used, wherever it is asked', async () => {
  const usage = await edgewise(['--help']);
  expect(usage).toMatchObject({ status: 0, err: '' });
  expect(await edgewise(['invoke', '--help'])).toEqual(usage);
  expect((await invoke('Get-CsSite', '--', '--help')).out).not.toBe(usage.out);
});

function objects(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

describe('a pipeline that completes', () => {
  it.each(['negotiate', 'ntlm', 'basic'])('signs in with %s and prints one JSON object a line', async (auth) => {
    const args = [...connection(auth), '--json', 'Get-CsAllowedDomain', '-Identity', 'fabrikam.com'];
    const run = await edgewise(args, practice.accounts.administrator.password);
    expect(run.err).toBe('');
    expect(objects(run.out)).toMatchObject([{ Domain: 'fabrikam.com', VerificationLevel: 'UseSourceVerification' }]);
    expect(run.status).toBe(0);
  });

  it('writes with --yes, and the next process reads what was written', async () => {
    const comment = `it's "quoted", PO 4711; \u{1f600} 한국어`;
    const write = await invoke('--yes', 'New-CsAllowedDomain', 'cli.example', '-Comment', comment);
    expect(write.err).toBe('');
    expect(write.status).toBe(0);
    const read = await invoke('--json', 'Get-CsAllowedDomain', 'cli.example');
    expect(objects(read.out)).toMatchObject([{ Identity: 'cli.example', Comment: comment }]);
  });

  it('reads the whole command line from one word, with a pipeline', async () => {
    const run = await invoke('--json', "Get-CsAllowedDomain -Filter 'fabrikam*' | Select-Object Domain");
    expect(objects(run.out)).toEqual([{ Domain: 'fabrikam.com' }]);
    expect(run.status).toBe(0);
  });

  it('asks the server which parameter is a switch before it binds a value to it', async () => {
    const run = await invoke('--json', 'Get-CsAllowedDomain', '-LocalStore', 'fabrikam.com');
    expect(run.err).toBe('');
    expect(objects(run.out)).toMatchObject([{ Domain: 'fabrikam.com' }]);
  });

  it('puts a bare value under "value"', async () => {
    const run = await invoke('--json', 'Get-CsServerVersion');
    expect(objects(run.out)).toEqual([{ value: expect.stringMatching(/Server 2015 \(6\.0\./) as string }]);
  });

  it('prints lists without --json, and warnings, never results, on standard error', async () => {
    const run = await invoke('Get-CsAllowedDomain', 'fabrikam.com', '-Verbose');
    expect(run.out).toMatch(/^Domain +: fabrikam\.com$/m);
    expect(run.status).toBe(0);
  });
});

describe('a pipeline that does not', () => {
  it('has status 1 and the record on standard error when the object is absent', async () => {
    const run = await invoke('--json', 'Get-CsAllowedDomain', 'absent.example');
    expect(run.status).toBe(1);
    expect(run.out).toBe('');
    expect(run.err).toMatch(/CategoryInfo +: ObjectNotFound/);
  });

  it('has status 1 for an unknown parameter', async () => {
    const run = await invoke('Get-CsAllowedDomain', '-Nonsense', 'x');
    expect(run.status).toBe(1);
    expect(run.err).toContain('NamedParameterNotFound');
  });

  it('has status 1 when the role lacks the cmdlet', async () => {
    const args = [...connection('negotiate', 'viewer'), '--yes', 'Remove-CsAllowedDomain', 'fabrikam.com'];
    const run = await edgewise(args, practice.accounts.viewer.password);
    expect(run.status).toBe(1);
    expect(run.err).toContain('CommandNotFoundException');
  });
});

describe('no session', () => {
  it('names a wrong password, and never prints it', async () => {
    const run = await edgewise([...connection(), 'Get-CsSite'], 'not-the-password');
    expect(run.status).toBe(3);
    expect(run.err).toContain('Layer: Sign-in');
    expect(run.err).not.toContain('not-the-password');
  });

  it('names an untrusted certificate with its fingerprint', async () => {
    const args = ['invoke', '--url', practice.url, '--auth', 'basic', '--user', 'x', 'Get-CsSite'];
    const run = await edgewise(args, 'x');
    expect(run.status).toBe(3);
    expect(run.err).toMatch(/[0-9a-f]{64}|([0-9A-F]{2}:){31}/);
  });

  it('names a certificate that is not the pinned one', async () => {
    const pin = 'ab'.repeat(32);
    const args = ['invoke', '--url', practice.url, '--auth', 'basic', '--user', 'x', '--pin', pin, 'Get-CsSite'];
    const run = await edgewise(args, 'x');
    expect(run.status).toBe(3);
    expect(run.err).toContain(pin);
  });

  it('names an account without a role', async () => {
    const run = await edgewise(
      [...connection('negotiate', 'stranger'), 'Get-CsSite'],
      practice.accounts.stranger.password,
    );
    expect(run.status).toBe(3);
    expect(run.err).toContain('Layer: WS-Management');
  });

  it('names a resource URI the server does not have', async () => {
    const run = await invoke('--resource-uri', 'http://schemas.microsoft.com/powershell/No.Such', 'Get-CsSite');
    expect(run.status).toBe(3);
    expect(run.err).toContain('No.Such');
  });

  it('names a closed port and an unknown host', async () => {
    const closed = await edgewise(
      ['invoke', '--url', 'https://127.0.0.1:9/x', '--auth', 'basic', '--user', 'x', 'Get-X'],
      'x',
    );
    expect([closed.status, closed.err]).toEqual([3, expect.stringContaining('127.0.0.1')]);
    const host = 'no-such-host.invalid';
    const unknown = await edgewise(
      ['invoke', '--url', `https://${host}/x`, '--auth', 'basic', '--user', 'x', 'Get-X'],
      'x',
    );
    expect([unknown.status, unknown.err]).toEqual([3, expect.stringContaining(host)]);
  });
});

describe('a wrong command line has status 2 and sends nothing', () => {
  it.each([
    [
      'http is refused',
      ['--url', 'http://127.0.0.1/x', '--auth', 'basic', '--user', 'x', 'Get-X'],
      'http://127.0.0.1/x',
    ],
    ['a URL that is none', ['--url', 'pool', '--auth', 'basic', '--user', 'x', 'Get-X'], 'pool'],
    ['a password in the URL', ['--url', 'https://a:b@pool/x', '--auth', 'basic', '--user', 'x', 'Get-X'], 'pool'],
    ['an unknown sign-in', ['--url', 'https://pool/x', '--auth', 'digest', '--user', 'x', 'Get-X'], 'negotiate'],
    ['no user', ['--url', 'https://pool/x', '--auth', 'basic', 'Get-X'], '--user'],
    ['an unknown option', ['--nonsense', 'Get-X'], '--nonsense'],
    ['no cmdlet', ['--url', 'https://pool/x', '--auth', 'basic', '--user', 'x'], 'cmdlet'],
    ['an unbalanced quote', ['--url', 'https://pool/x', '--auth', 'basic', '--user', 'x', "Get-X 'a"], "'a"],
    ['no password', ['--url', 'https://127.0.0.1:9/x', '--auth', 'basic', '--user', 'nobody', 'Get-X'], 'nobody'],
    [
      'a missing CA file',
      ['--url', 'https://pool/x', '--auth', 'basic', '--user', 'x', '--ca', '/no/ca', 'Get-X'],
      '/no/ca',
    ],
    ['a malformed pin', ['--url', 'https://pool/x', '--auth', 'basic', '--user', 'x', '--pin', 'abc', 'Get-X'], 'abc'],
    ['a write without --yes', ['--url', 'https://pool/x', '--auth', 'basic', '--user', 'x', 'Set-X'], '--yes'],
    ['a script', ['--url', 'https://pool/x', '--auth', 'basic', '--user', 'x', 'Get-X; Set-Y'], ';'],
  ])('%s', async (_name, args, named) => {
    const run = await edgewise(['invoke', ...args]);
    expect(run.status).toBe(2);
    expect(run.err).toContain(named);
    expect(run.out).toBe('');
  });

  it('speaks Korean when asked, also about the command line itself', async () => {
    const run = await edgewise(['invoke', '--lang', 'ko', '--nonsense', 'Get-X']);
    expect(run.err).toContain('--nonsense 옵션은 없습니다');
  });

  it('does not take a file without certificates for a CA file', async () => {
    const file = join(practice.caFile, '..', 'not-a-ca.pem');
    writeFileSync(file, 'hello');
    const args = ['--url', practice.url, '--auth', 'basic', '--user', 'x', '--ca', file, 'Get-X'];
    const run = await edgewise(['invoke', ...args], 'x');
    expect([run.status, run.err]).toEqual([2, expect.stringContaining('not-a-ca.pem')]);
  });
});

describe('the other end of a stream goes away', () => {
  it('stops the pipeline when the reader of standard output leaves, and leaves no shell behind', async () => {
    const child = startProgram([...connection(), '--json', 'Get-CsAllowedDomain']);
    child.stdin.end(`${practice.accounts.administrator.password}\n`);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [status] = (await once(child, 'exit')) as [number];
    expect(err).not.toContain('EPIPE');
    expect(status).toBe(141);
    expect(practice.stats().shells).toBe(0);
  });
});
