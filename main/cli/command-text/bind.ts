import type { PsValue } from '../../psrp/index.ts';
import { listOf } from '../../psrp/index.ts';
import type { Command, CommandArgument } from '../../psrp/records.ts';
import type { WrittenArgument, WrittenCommand, WrittenValue } from './parse.ts';

/** Tells whether a parameter (without its dash) of a cmdlet is a switch; `undefined` = not known. */
export type SwitchKnowledge = (cmdlet: string, parameter: string) => boolean | undefined;

/** Whether `-Name value` occurs, where only the server can say if `value` belongs to `-Name` or stands for itself. */
export function needsSwitchKnowledge(commands: readonly WrittenCommand[]): boolean {
  return commands.some((command) =>
    command.arguments.some((argument) => argument.name !== null && argument.value !== undefined && !argument.colon),
  );
}

/**
 * Turns written commands into what goes on the wire: `-Switch value` becomes the switch and a positional value, as
 * PowerShell's parser does when it knows the parameter's type (MS-PSRP 2.2.3.12, 2.2.3.13).
 */
export function bindCommands(commands: readonly WrittenCommand[], isSwitch: SwitchKnowledge): readonly Command[] {
  return commands.map((command) => ({
    name: command.name,
    arguments: command.arguments.flatMap((argument) => bindArgument(command.name, argument, isSwitch)),
  }));
}

function bindArgument(
  cmdlet: string,
  argument: WrittenArgument,
  isSwitch: SwitchKnowledge,
): readonly CommandArgument[] {
  const { name, value, colon } = argument;
  if (name === null) return [{ value: toPsValue(value ?? null) }];
  if (value === undefined) return [{ name, value: true }];
  if (!colon && isSwitch(cmdlet, name) === true) return [{ name, value: true }, { value: toPsValue(value) }];
  return [{ name, value: toPsValue(value) }];
}

function toPsValue(value: WrittenValue): PsValue {
  if (typeof value === 'number') return Math.abs(value) > 0x7fffffff ? BigInt(value) : value;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  return listOf(value.map(toPsValue));
}
