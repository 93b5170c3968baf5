import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { property, scalar, type PsValue } from '../../psrp/index.ts';
import { parseCommandWords } from '../command-text/parse.ts';
import { askSecrets } from './secrets.ts';
import { openScreen, type Person } from './screen.ts';

const TYPES: Readonly<Record<string, string>> = {
  Password: 'System.Security.SecureString',
  Credential: 'System.Management.Automation.PSCredential',
  Identity: 'System.String',
};
const session = { secure: (text: string) => Promise.resolve(scalar('SS', `sealed ${text}`)) };
const NEVER = new AbortController().signal;

/** Somebody who types these lines, whatever is asked. */
function typist(...lines: readonly string[]): Person {
  const left = [...lines];
  return {
    hostFor: () => {
      throw new Error('no question of a server');
    },
    asking: () => ({
      language: 'en',
      say: () => undefined,
      ask: () => Promise.resolve(left.shift() ?? ''),
    }),
  };
}

async function asked(words: readonly string[], person: Person | null): Promise<readonly PsValue[]> {
  const known = (_: string, name: string) => ({ name, type: TYPES[name] ?? '' });
  return [...(await askSecrets(parseCommandWords(words), known, session, person, NEVER)).values()];
}

describe('the secrets of a command line', () => {
  it('are typed for what is written without a value', async () => {
    const [password, credential] = await asked(['Set-X', '-Password', '-Credential'], typist('one', 'ana', 'two'));
    expect(password).toEqual(scalar('SS', 'sealed one'));
    expect(property(credential, 'UserName')).toBe('ana');
    expect(property(credential, 'Password')).toEqual(scalar('SS', 'sealed two'));
  });

  it('are a password alone where the user is written', async () => {
    const [credential] = await asked(['Set-X', '-Credential', 'ana'], typist('two'));
    expect(property(credential, 'UserName')).toBe('ana');
    expect(property(credential, 'Password')).toEqual(scalar('SS', 'sealed two'));
  });

  it('are none where no parameter is one, or its value is $null', async () => {
    expect(await asked(['Set-X', '-Identity', 'a', 'positional'], null)).toEqual([]);
    expect(await asked(['Set-X', '-Password', '$null'], null)).toEqual([]);
  });

  it.each([
    [['Set-X', '-Password', 'in clear'], 'cli.reason.secret-written'],
    [['Set-X', '-Password:4711'], 'cli.reason.secret-written'],
    [['Set-X', '-Credential', 'a,b'], 'cli.reason.secret-written'],
  ])('are not taken from it: %j', async (words, reason) => {
    await expect(asked(words, typist('never'))).rejects.toMatchObject({
      error: { code: 'input.secret-argument', values: { reason } },
    });
  });

  it('are refused where nobody is there to type them', async () => {
    await expect(asked(['Set-X', '-Password'], null)).rejects.toMatchObject({
      error: { values: { reason: 'cli.reason.secret-unasked', detail: '-Password' } },
    });
  });
});

describe('somebody to ask', () => {
  const printer = { out: () => undefined, err: () => undefined };
  const stream = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY });
  it.each([
    [true, true, true, true],
    [false, true, true, false],
    [true, false, true, false],
    [true, true, false, false],
  ])('is there with stdin a terminal: %s, stderr: %s, prompts: %s = %s', (stdin, stderr, prompts, there) => {
    const streams = { stdin: stream(stdin), stderr: stream(stderr) };
    const screen = openScreen({ streams, printer, language: 'en', version: '1.0', prompts });
    expect(screen.person !== null).toBe(there);
  });
});
