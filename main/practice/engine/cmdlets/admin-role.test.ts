import { describe, expect, it } from 'vitest';
import { itemsOf, property } from '../../../psrp/clixml/read.ts';
import { createEngine } from '../index.ts';
import { bench, column, idOf } from './bench.fixture.ts';

/** Each block names the source its expectations are from. */
describe('Get-CsAdminRole (PS/Get-CsAdminRole, planning-for-role-based-access-control)', () => {
  it('has the eleven standard roles, one by name from the pipeline, some by filter, one by SID', async () => {
    const { run } = bench();
    const all = await run([['Get-CsAdminRole']]);
    expect(all.output).toHaveLength(11);
    expect(new Set(column(all, 'IsStandardRole'))).toEqual(new Set([true]));
    const piped = await run([['Get-CsAdminRole']], { input: ['cshelpdesk', 'CsEmperor'] });
    expect(column(piped, 'Identity')).toEqual(['CsHelpDesk']);
    expect(piped.errors.map(idOf)).toEqual(['ItemNotFound']);
    expect(column(await run([['Get-CsAdminRole', { Filter: '*User*' }]]), 'Identity')).toEqual(['CsUserAdministrator']);
    const sid = property(piped.output[0], 'SID') ?? null;
    expect(column(await run([['Get-CsAdminRole', { Sid: sid }]]), 'Identity')).toEqual(['CsHelpDesk']);
  });

  it('lists the cmdlets of a role, whoever asks: those that role’s session has', async () => {
    const { run, store } = bench();
    const engine = createEngine({ store, version: '2015' });
    const read = await run([['Get-CsAdminRole', ['CsUserAdministrator']]], { role: 'CsHelpDesk' });
    const session = engine.metadata(['*-Cs*'], 511, 'CsUserAdministrator').map(({ name }) => `Name=${name}`);
    expect(itemsOf(property(read.output[0], 'Cmdlets'))).toEqual(session);
    expect(session).toContain('Name=Grant-CsExternalAccessPolicy');
  });
});

describe('Get-CsAdminRoleAssignment (its help: SamAccountName only)', () => {
  const assignedRoles = (name: string) => (name === 'helpdesk' ? ['CsHelpDesk'] : null);
  const on = bench({}, '2015', assignedRoles);

  it('gives an account’s roles, and nothing for a person without one', async () => {
    expect((await on.run([['Get-CsAdminRoleAssignment', ['helpdesk']]])).output).toEqual(['CsHelpDesk']);
    expect(await on.run([['Get-CsAdminRoleAssignment', ['ana.bowman']]])).toMatchObject({ output: [], errors: [] });
  });

  it.each(['CONTOSO\\helpdesk', 'helpdesk@contoso.com', 'nobody'])('does not know %s', async (name) => {
    const ran = await on.run([['Get-CsAdminRoleAssignment', [name]]]);
    expect(ran.errors.map(idOf)).toEqual(['ItemNotFound']);
  });
});
