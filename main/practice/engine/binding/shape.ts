import type { CmdletParameter } from '../../../../shared/cmdlets/index.ts';
import type { PsValue } from '../../../psrp/clixml/values.ts';

/** What the binder must know of a command. */
export interface CommandShape {
  readonly name: string;
  /** What stands after the comma in a FullyQualifiedErrorId: the class of a cmdlet, the name of a function. */
  readonly implementingType: string;
  readonly parameterSets: readonly string[];
  readonly defaultParameterSet: string;
  /** Its own and the common parameters, as this server version has them. */
  readonly parameters: readonly CmdletParameter[];
}

/** A converted argument: an enum is its canonical name, an array of texts an array. */
export type BoundValue = PsValue | readonly string[];

/** The arguments of one command (or of one input object) by the parameters' full names. */
export type BoundParameters = ReadonlyMap<string, BoundValue>;

/** Names of the parameters PowerShell itself adds; where a prefix is ambiguous, a command's own parameter wins. */
export const ENGINE_PARAMETERS: ReadonlySet<string> = new Set([
  'Verbose',
  'Debug',
  'ErrorAction',
  'WarningAction',
  'InformationAction',
  'ErrorVariable',
  'WarningVariable',
  'InformationVariable',
  'OutVariable',
  'OutBuffer',
  'PipelineVariable',
  'WhatIf',
  'Confirm',
]);

/** Whether a parameter is in a set. */
export function isInSet(parameter: CmdletParameter, set: string): boolean {
  return parameter.sets.length === 0 || parameter.sets.includes(set);
}

/** Whether a parameter must be given in a set. */
export function isMandatoryIn(parameter: CmdletParameter, set: string): boolean {
  if (parameter.mandatory === 'always') return isInSet(parameter, set);
  return parameter.mandatory !== 'never' && parameter.mandatory.includes(set);
}

/** Whether a parameter must be given in any set: PowerShell then refuses null and an empty text in every one. */
export function isMandatorySomewhere(parameter: CmdletParameter): boolean {
  return parameter.mandatory === 'always' || (parameter.mandatory !== 'never' && parameter.mandatory.length > 0);
}
