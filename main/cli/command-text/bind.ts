import { commandLineFailure } from './tokens.ts';
import type { PsValue } from '../../psrp/index.ts';
import { listOf } from '../../psrp/index.ts';
import type { Command, CommandArgument } from '../../psrp/records.ts';
import type { WrittenArgument, WrittenCommand, WrittenValue } from './parse.ts';

/** Tells whether a parameter (without its dash) of a cmdlet is a switch; `undefined` = not known. */
export type SwitchKnowledge = (cmdlet: string, parameter: string) => boolean | undefined;

/** Whether `-Name value` or a bare `-Name` occurs, where only the server can say if it takes a value, and of what type. */
export function needsKnowledge(commands: readonly WrittenCommand[]): boolean {
  return commands.some((command) => command.arguments.some((argument) => argument.name !== null && !argument.colon));
}

/**
 * Turns written commands into what goes on the wire: `-Switch value` becomes the switch and a positional value, as
 * PowerShell's parser does when it knows the parameter's type (MS-PSRP 2.2.3.12, 2.2.3.13). Throws input.command-line for
 * a bare `-Name` of a parameter that is no switch: PowerShell's MissingArgument. `asked` has the values of arguments that
 * were not written but typed.
 */
export function bindCommands(
  commands: readonly WrittenCommand[],
  isSwitch: SwitchKnowledge,
  asked: ReadonlyMap<WrittenArgument, PsValue> = new Map(),
): readonly Command[] {
  return commands.map((command) => ({
    name: command.name,
    arguments: command.arguments.flatMap((argument) => {
      const value = asked.get(argument);
      if (value === undefined) return bindArgument(command.name, argument, isSwitch);
      return [argument.name === null ? { value } : { name: argument.name, value }];
    }),
  }));
}

function bindArgument(
  cmdlet: string,
  argument: WrittenArgument,
  isSwitch: SwitchKnowledge,
): readonly CommandArgument[] {
  const { name, value, colon } = argument;
  if (name === null) return [{ value: toPsValue(value ?? null) }];
  if (value === undefined) {
    if (isSwitch(cmdlet, name) === false) throw commandLineFailure('argument-missing', `-${name}`);
    return [{ name, value: true }];
  }
  if (!colon && isSwitch(cmdlet, name) === true) return [{ name, value: true }, { value: toPsValue(value) }];
  return [{ name, value: toPsValue(value) }];
}

function toPsValue(value: WrittenValue): PsValue {
  if (typeof value === 'number') return Math.abs(value) > 0x7fffffff ? BigInt(value) : value;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  return listOf(value.map(toPsValue));
}
