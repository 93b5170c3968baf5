import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorFrom } from '../../../shared/errors.ts';
import { property, type PsValue } from '../../psrp/index.ts';
import { openSession, type RemoteSession } from '../../session/index.ts';
import { practiceTarget } from '../child/practice-ready.ts';
import { startPractice, type RunningPractice } from '../index.ts';

const USERS = 50_000;

let practice: RunningPractice;
let session: RemoteSession;

beforeAll(async () => {
  practice = await startPractice({ users: USERS });
  const { url, caPem, accounts } = practice;
  session = await openSession(practiceTarget({ kind: 'practice-ready', url, caPem, accounts }, 'administrator'));
});

afterAll(async () => {
  await session.close();
  await practice.close();
});

/** What a search over the wire finds; the filter is a text, for the session has no language to write a script block in. */
async function found(filter: string, most: number): Promise<readonly PsValue[]> {
  const given = [
    { name: 'Filter', value: filter },
    { name: 'ResultSize', value: most },
  ];
  const { state, output, errors } = await session.run([{ name: 'Get-CsUser', arguments: given }]);
  expect({ state, errors }).toEqual({ state: 'completed', errors: [] });
  return output;
}

/** Get-CsUser help: -Filter compares Lync attributes, with the operators of Where-Object. */
describe('a search of users over the wire', () => {
  test.each<readonly [filter: string, name: string, values: readonly PsValue[]]>([
    ["ExternalAccessPolicy -eq 'FedPic'", 'ExternalAccessPolicy', ['FedPic']],
    ['externalaccesspolicy -eq "fedpic"', 'ExternalAccessPolicy', ['FedPic']],
    ['ExternalAccessPolicy -eq $null', 'ExternalAccessPolicy', [null]],
    ["RegistrarPool -eq 'sba01.contoso.com'", 'RegistrarPool', ['sba01.contoso.com']],
    ['RegistrarPool -eq $null', 'RegistrarPool', [null]],
    ['Enabled -eq $true', 'Enabled', [true]],
    ["SipAddress -eq 'sip:ana.bowman@contoso.com'", 'SipAddress', ['sip:ana.bowman@contoso.com']],
    ["DisplayName -like '민준 김' -or DisplayName -like '민준 이'", 'DisplayName', ['민준 김', '민준 이']],
    [
      "DisplayName -like '*Bowman' -and ExternalAccessPolicy -eq 'Trading floor'",
      'ExternalAccessPolicy',
      ['Trading floor'],
    ],
  ])('%s', async (filter, name, values) => {
    const output = await found(filter, 40);
    expect(new Set(output.map((user) => property(user, name)))).toEqual(new Set(values));
  });

  test('takes an apostrophe: of a name as it is, of the quotes twice', async () => {
    expect(await found("DisplayName -eq 'O’Neil 김'", 10)).toHaveLength(1);
    expect(await found("DisplayName -like '*O''Neil*'", 10)).toHaveLength(0);
  });

  test('shows a policy by its name, without tag:, and the policy in force with it', async () => {
    const [user] = await found("ExternalAccessPolicy -eq 'FedPic'", 1);
    const identity = property(user ?? null, 'SipAddress') ?? null;
    const { output } = await session.run([
      { name: 'Get-CsEffectivePolicy', arguments: [{ name: 'Identity', value: identity }] },
    ]);
    expect(property(output[0] ?? null, 'ExternalAccessPolicy')).toBe('Tag:FedPic');
  });

  test('for all of 50,000 is cancelled in the middle, and the session goes on', async () => {
    const stop = new AbortController();
    let seen = 0;
    const all = session.run([{ name: 'Get-CsUser', arguments: [] }], {
      signal: stop.signal,
      onEvent: ({ kind }) => {
        if (kind !== 'output') return;
        seen += 1;
        if (seen === 500) stop.abort();
      },
    });
    await expect(all.catch((error: unknown) => errorFrom(error).code)).resolves.toBe('powershell.stopped');
    expect(seen).toBeGreaterThanOrEqual(500);
    expect(seen).toBeLessThan(USERS / 2);
    expect(await found("DisplayName -like 'Ana Bowman*'", 1)).toHaveLength(1);
  });
});
