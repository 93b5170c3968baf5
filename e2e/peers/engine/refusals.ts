import type { TypedCommand } from './engines.fixture.ts';
import { flag, number, text, type Typed } from './typed.ts';

const NEW = 'New-CsAllowedDomain';
const REMOVE = 'Remove-CsAllowedDomain';
/** A domain that is on the practice deployment's list, for a confirmation is asked for what is there. */
export const LISTED = 'listed.example';
const identity = { name: 'Identity', value: text(LISTED) };

/** What the engine, its session having no language, refuses before any cmdlet of the server runs: its own record is the measure of ours. */
export const REFUSALS: Readonly<Record<string, TypedCommand>> = {
  'a command that is not there': { name: 'Get-CsNothing' },
  'a parameter that is not there': { name: 'Get-CsAllowedDomain', arguments: [{ name: 'Nothing', value: number(1) }] },
  'a mandatory parameter left out': { name: REMOVE },
  'mandatory parameters left out of every set': { name: NEW },
  'a word that is no Boolean': {
    name: NEW,
    arguments: [identity, { name: 'MarkForMonitoring', value: text('maybe') }],
  },
  'a word that is not in the enum': {
    name: NEW,
    arguments: [identity, { name: 'VerificationLevel', value: text('Sometimes') }],
  },
  'two parameter sets at once': {
    name: NEW,
    arguments: [identity, { name: 'Domain', value: text('nowhere.example') }],
  },
  'one position too many': {
    name: 'Get-CsAllowedDomain',
    arguments: [{ value: text('a.example') }, { value: text('b.example') }],
  },
  'a parameter given twice': { name: 'Get-CsAllowedDomain', arguments: [identity, identity] },
  'an abbreviation of several parameters': { name: NEW, arguments: [{ name: 'I', value: flag(true) }] },
  'a script': { name: 'Get-CsAllowedDomain | Out-Null', script: true },
  'a variable to put output in': {
    name: 'Get-CsAllowedDomain',
    arguments: [identity, { name: 'OutVariable', value: text('x') }],
  },
  'a confirmation nobody can give': { name: REMOVE, arguments: [identity, { name: 'Confirm', value: flag(true) }] },
};

const GRANT = 'Grant-CsExternalAccessPolicy';
const XMPP = 'Test-CsXmppIM';
/** As ShouldProcess names her: the server's target is the distinguished name, the engine's what was given. */
const user = { name: 'Identity', value: text('CN=Ana Bowman,OU=Redmond,DC=contoso,DC=com') };
const receiver = { name: 'Receiver', value: text('ann@gmail.com') };

/** The same of the cmdlets of users, roles and tests. */
export const USER_REFUSALS: Readonly<Record<string, TypedCommand>> = {
  'a policy for nobody': { name: GRANT, arguments: [{ name: 'PolicyName', value: text('FedPic') }] },
  'a user and a policy too many': { name: GRANT, arguments: ['a', 'b', 'c'].map((each) => ({ value: text(each) })) },
  'a confirmation of a grant': { name: GRANT, arguments: [user, { name: 'Confirm', value: flag(true) }] },
  'an empty name': { name: 'Get-CsAdminRoleAssignment', arguments: [{ name: 'Identity', value: text('') }] },
  'one of two mandatory parameters': {
    name: 'Test-CsFederatedPartner',
    arguments: [{ name: 't', value: text('edge01.contoso.com') }],
  },
  'nobody to write to': { name: XMPP, arguments: [{ value: text('pool01.contoso.com') }] },
  'no pool to write from': { name: XMPP, arguments: [receiver] },
  'a port that is none': {
    name: XMPP,
    arguments: [receiver, { value: text('pool01.contoso.com') }, { name: 'rp', value: text('many') }],
  },
  'whose roles': { name: 'Get-CsAdminRoleAssignment' },
};

/** Objects a cmdlet is given by the pipeline, which it refuses, each by itself. */
export const PIPED: Readonly<Record<string, readonly [command: TypedCommand, input: readonly Typed[]]>> = {
  'a user where the user was given already': [{ name: GRANT, arguments: [user] }, [text('ben.bowman@contoso.com')]],
  'an empty text where an account is wanted': [{ name: 'Get-CsAdminRoleAssignment' }, [text(''), text('')]],
  'anything where nothing is taken': [
    {
      name: 'Test-CsFederatedPartner',
      arguments: [{ value: text('edge01.contoso.com') }, { value: text('fabrikam.com') }],
    },
    [text('fabrikam.com'), number(3)],
  ],
};

const absent = { name: 'Identity', value: text('absent.example') };

/** A parameter every cmdlet has, on a cmdlet that writes an error, or one that asks before it acts. */
export const COMMON_PARAMETERS: Readonly<Record<string, TypedCommand>> = {
  'ErrorAction Continue': reading({ name: 'ErrorAction', value: text('Continue') }),
  'ErrorAction Stop': reading({ name: 'ErrorAction', value: text('Stop') }),
  'ErrorAction SilentlyContinue': reading({ name: 'ErrorAction', value: text('SilentlyContinue') }),
  'ErrorAction by number': reading({ name: 'ErrorAction', value: number(0) }),
  'ErrorAction by alias': reading({ name: 'ea', value: text('stop') }),
  'ErrorAction Inquire': reading({ name: 'ErrorAction', value: text('Inquire') }),
  'ErrorAction that is none': reading({ name: 'ErrorAction', value: text('Sometimes') }),
  'WarningAction and OutBuffer': reading(
    { name: 'WarningAction', value: text('Stop') },
    { name: 'OutBuffer', value: number(3) },
  ),
  'WhatIf under a null host': removing({ name: 'WhatIf', value: flag(true) }),
  'WhatIf by alias': removing({ name: 'wi', value: flag(true) }),
  'WhatIf of a grant': { name: GRANT, arguments: [user, { name: 'WhatIf', value: flag(true) }] },
  'Verbose and no confirmation': removing(
    { name: 'Verbose', value: flag(true) },
    { name: 'WhatIf', value: flag(true) },
  ),
};

function reading(...more: NonNullable<TypedCommand['arguments']>): TypedCommand {
  return { name: 'Get-CsAllowedDomain', arguments: [absent, ...more] };
}

function removing(...more: NonNullable<TypedCommand['arguments']>): TypedCommand {
  return { name: REMOVE, arguments: [identity, ...more] };
}

/** Refusals that PowerShell 7 words anew; a server of 2013 to SE has Windows PowerShell 3 to 5.1, and their words. */
export const WORDED_ANEW: ReadonlySet<string> = new Set([
  'a command that is not there',
  'two parameter sets at once',
  'a variable to put output in',
  'a port that is none',
  // Its list of names has one more, Break.
  'ErrorAction that is none',
]);
