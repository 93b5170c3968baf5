import type { TypedCommand } from './engines.fixture.ts';
import { flag, number, text } from './typed.ts';

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
  // Its list of names has one more, Break.
  'ErrorAction that is none',
]);
