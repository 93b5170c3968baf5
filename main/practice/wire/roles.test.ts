import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSession, type RemoteSession } from '../../session/index.ts';
import { practiceTarget, type SignInAccount } from '../child/practice-ready.ts';
import { openRoleBook, startPractice, type PracticeOptions, type RunningPractice } from '../index.ts';

let folder: string;
let practice: RunningPractice;
const sessions: RemoteSession[] = [];

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'edgewise-roles-'))));

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close();
  await practice.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: PracticeOptions = {}): Promise<void> {
  practice = await startPractice({ stateFolder: folder, ...options });
}

async function signedIn(account: SignInAccount): Promise<RemoteSession> {
  const { url, caPem, accounts } = practice;
  const session = await openSession(practiceTarget({ kind: 'practice-ready', url, caPem, accounts }, account));
  sessions.push(session);
  return session;
}

async function cmdletsOf(session: RemoteSession): Promise<readonly string[]> {
  return (await session.commandMetadata(['*-Cs*'])).map(({ name }) => name);
}

/** How a pipeline of one cmdlet ended: its state, or the id of what ended it. */
async function endOf(session: RemoteSession, name: string, identity: string): Promise<string> {
  const { state, reason } = await session.run([{ name, arguments: [{ name: 'Identity', value: identity }] }]);
  return reason?.fullyQualifiedErrorId ?? state;
}

describe('each account (federation-domain 11; the lists are guessed)', () => {
  test.each([
    ['administrator', true, true],
    ['useradmin', true, false],
    ['helpdesk', false, false],
    ['viewer', false, false],
  ] as const)('%s: may assign policies %s, may edit them %s', async (account, assigns, edits) => {
    await start();
    const cmdlets = await cmdletsOf(await signedIn(account));
    expect(cmdlets).toContain('Get-CsExternalAccessPolicy');
    expect(cmdlets.includes('Grant-CsExternalAccessPolicy')).toBe(assigns);
    expect(cmdlets.includes('Set-CsExternalAccessPolicy')).toBe(edits);
    expect(cmdlets.filter((name) => !/^(Get|Test|Grant)-/.test(name)).length > 0).toBe(edits);
  });
});

describe('a role that changes', () => {
  test('is felt by an open session: its cmdlets are gone, and so is the next session', async () => {
    await start();
    const session = await signedIn('administrator');
    expect(await endOf(session, 'New-CsAllowedDomain', 'one.example')).toBe('completed');
    practice.own?.roles.give('administrator', 'CsHelpDesk');
    expect(await endOf(session, 'New-CsAllowedDomain', 'two.example')).toBe('CommandNotFoundException');
    expect(await endOf(session, 'Get-CsAllowedDomain', 'one.example')).toBe('completed');
    expect(await cmdletsOf(session)).not.toContain('New-CsAllowedDomain');
    practice.own?.roles.give('administrator', null);
    expect(await cmdletsOf(session)).toEqual([]);
    await expect(signedIn('administrator')).rejects.toMatchObject({ error: { code: 'ws-management.access-denied' } });
  });

  test('may be changed by another process, and is kept', async () => {
    await start();
    const session = await signedIn('viewer');
    openRoleBook(folder, () => undefined).give('viewer', 'CsAdministrator');
    expect(await endOf(session, 'New-CsAllowedDomain', 'one.example')).toBe('completed');
    await practice.close();
    await start();
    expect([practice.roleOf('viewer'), practice.roleOf('helpdesk')]).toEqual(['CsAdministrator', 'CsHelpDesk']);
  });

  test('in the middle of several writes, by a scripted fault: the first is done, the second refused', async () => {
    await start({
      faults: [
        { kind: 'role', role: 'CsViewOnlyAdministrator', verb: 'Command', cmdlet: 'New-CsAllowedDomain', skip: 1 },
      ],
    });
    const session = await signedIn('administrator');
    const ends: string[] = [];
    for (const name of ['a', 'b', 'c']) ends.push(await endOf(session, 'New-CsAllowedDomain', `${name}.example`));
    expect(ends).toEqual(['completed', 'CommandNotFoundException', 'CommandNotFoundException']);
    expect(practice.roleOf('administrator')).toBe('CsViewOnlyAdministrator');
  });

  test('that is written wrongly is said once, and the roles stay', async () => {
    const said: string[] = [];
    await start({ log: (line) => said.push(line) });
    writeFileSync(join(folder, 'roles.json'), '{"viewer":"CsEmperor"}');
    expect([practice.roleOf('viewer'), practice.roleOf('viewer')]).toEqual([
      'CsViewOnlyAdministrator',
      'CsViewOnlyAdministrator',
    ]);
    expect(said).toEqual([expect.stringContaining('roles.json could not be read')]);
  });
});
