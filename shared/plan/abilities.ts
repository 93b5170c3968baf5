import { failure } from '../errors.ts';

/**
 * What a server and a role can do, from command metadata: cmdlet name in lower case -> its parameters' names in lower
 * case, or null where the server told names only.
 */
export type CmdletAbilities = ReadonlyMap<string, ReadonlySet<string> | null>;

/** Throws permission.cmdlet-absent when this server and role do not have the cmdlet. */
export function requireCmdlet(abilities: CmdletAbilities, cmdlet: string): void {
  if (!abilities.has(cmdlet.toLowerCase())) throw failure('permission.cmdlet-absent', { cmdlet }, { cmdlet });
}

/** Whether the cmdlet takes the parameter; null = not known. Aliases are not looked at: we send full names. */
export function takesParameter(abilities: CmdletAbilities, cmdlet: string, parameter: string): boolean | null {
  return abilities.get(cmdlet.toLowerCase())?.has(parameter.toLowerCase()) ?? null;
}

/** Throws cmdlet.parameter-unknown when the server says that the cmdlet has no such parameter. */
export function requireParameter(abilities: CmdletAbilities, cmdlet: string, parameter: string): void {
  if (takesParameter(abilities, cmdlet, parameter) === false) {
    throw failure('cmdlet.parameter-unknown', { cmdlet, parameter }, { cmdlet });
  }
}
