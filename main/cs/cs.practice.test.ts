import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorFrom, type EdgewiseError } from '../../shared/errors.ts';
import { practiceTarget } from '../practice/child/practice-ready.ts';
import { startPractice, type RunningPractice } from '../practice/index.ts';
import type { CommandArgument } from '../psrp/index.ts';
import { openSession, type RemoteSession } from '../session/index.ts';
import { readDomain, readDomains } from './domains.ts';
import { runCmdlet } from './run-cmdlet.ts';

let practice: RunningPractice;
let session: RemoteSession;

beforeAll(async () => {
  practice = await startPractice();
  const { url, caPem, accounts } = practice;
  session = await openSession(practiceTarget({ kind: 'practice-ready', url, caPem, accounts }, 'administrator'));
});

afterAll(async () => {
  await session.close();
  await practice.close();
});

async function refusalOf(
  cmdlet: string,
  args: Readonly<Record<string, CommandArgument['value']>>,
): Promise<EdgewiseError> {
  const sent = Object.entries(args).map(([name, value]) => ({ name, value }));
  return await runCmdlet(session, cmdlet, sent).then(() => Promise.reject(new Error('expected a refusal')), errorFrom);
}

const twin = (domain: string) => domain.replace(/[a-z]/g, (letter) => letter.toUpperCase());

describe('a refusal that came over the wire', () => {
  it('names the parameter by its exception, not by what the message happens to hold', async () => {
    // The message also holds the word "parameter", which is the longer of the two names sent.
    expect(await refusalOf('Get-CsAllowedDomain', { Bad: 'x', parameter: 'y' })).toMatchObject({
      code: 'cmdlet.parameter-unknown',
      values: { cmdlet: 'Get-CsAllowedDomain', parameter: 'Bad' },
    });
  });

  it.each([
    ['malformed', 'not a domain', 'InvalidArgument'],
    ['of 257 characters', `${'a23456789.'.repeat(25)}abc.com`, 'InvalidArgument'],
    ['with a trailing dot', 'trailing.example.', 'InvalidArgument'],
    ['in its own script', 'bücher.example', 'InvalidArgument'],
    ['on the list, in other letters', twin('fabrikam.com'), 'ResourceExists'],
  ])('of a name %s keeps the category and the words of the server', async (_what, domain, category) => {
    const before = (await readDomains(session)).allowed.length;
    const error = await refusalOf('New-CsAllowedDomain', { Identity: domain });
    expect(error).toMatchObject({ code: 'cmdlet.error', values: { cmdlet: 'New-CsAllowedDomain', category } });
    expect(error.details.serverText).toContain(domain.length > 256 ? '257' : domain);
    expect((await readDomains(session)).allowed.length).toBe(before);
  });
});

it('an international name is written and read in its encoded form', async () => {
  const domain = 'xn--vv4b11d.xn--3e0b707e';
  await runCmdlet(session, 'New-CsAllowedDomain', [{ name: 'Identity', value: domain }]);
  expect(await readDomain(session, domain)).toMatchObject({ allowed: { domain } });
});
