import { requireCmdlet, requireParameter, takesParameter, type CmdletAbilities } from './abilities.ts';
import type { PlanStep, StepArgument } from './plan.ts';
import { powershellText } from './powershell.ts';

/** A step without what is made of its parts. */
export interface StepParts extends Omit<PlanStep, 'powershell'> {
  readonly abilities: CmdletAbilities;
}

/**
 * A step of its parts, with Confirm off and its exact PowerShell. Throws permission.cmdlet-absent and
 * cmdlet.parameter-unknown when the server says that it has not the cmdlet, or one of the parameters.
 */
export function makeStep({ abilities, ...parts }: StepParts): PlanStep {
  const { cmdlet } = parts;
  requireCmdlet(abilities, cmdlet);
  for (const { name } of parts.arguments) requireParameter(abilities, cmdlet, name);
  const args: StepArgument[] = [...parts.arguments];
  // Unless told otherwise the cmdlet has it: every New-, Set- and Remove-Cs cmdlet supports ShouldProcess, and under our
  // null host a prompt is an error.
  if (takesParameter(abilities, cmdlet, 'Confirm') !== false) args.push({ name: 'Confirm', value: false });
  return { ...parts, arguments: args, powershell: powershellText(cmdlet, args) };
}
