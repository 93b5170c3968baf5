import type { CmdletParameter } from '../../../../shared/cmdlets/index.ts';
import { ambiguousParameter } from './binding-errors.ts';
import { ENGINE_PARAMETERS, type CommandShape } from './shape.ts';

/**
 * Finds the parameter a name stands for, without regard to case: its full name, an alias, or the beginning of either
 * that fits one parameter only. Where it fits several, the only one that is the command's own wins over PowerShell's.
 * Null where none fits. Throws AmbiguousParameter. Source: MergedCommandParameterMetadata.GetMatchingParameter.
 */
export function matchParameter(command: CommandShape, name: string): CmdletParameter | null {
  const wanted = name.toLowerCase();
  const exact =
    command.parameters.find((each) => each.name.toLowerCase() === wanted) ??
    command.parameters.find((each) => each.aliases.some((alias) => alias.toLowerCase() === wanted));
  if (exact !== undefined) return exact;

  const matches = command.parameters.filter((each) =>
    [each.name, ...each.aliases].some((written) => written.toLowerCase().startsWith(wanted)),
  );
  const [first, ...others] = matches;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  const [own, ...moreOwn] = matches.filter((each) => !ENGINE_PARAMETERS.has(each.name));
  if (own !== undefined && moreOwn.length === 0) return own;
  throw ambiguousParameter(
    command,
    name,
    matches.map((each) => each.name),
  );
}
