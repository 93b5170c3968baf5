import type { CmdletParameter } from '../../../../shared/cmdlets/index.ts';
import { isPsObject } from '../../../psrp/clixml/read.ts';
import type { PsValue } from '../../../psrp/clixml/values.ts';
import { netType, printed } from '../values/printed.ts';
import { cannotConvertValue } from './binding-errors.ts';
import { numberOf } from './numbers.ts';
import type { CommandShape } from './shape.ts';

/**
 * Converts to a member of the parameter's enum: a name or a beginning that fits one member only, without regard to case;
 * a number; several names with commas, or a list, whose numbers are joined (System.Management.Automation.EnumMinimumDisambiguation
 * and LanguagePrimitives). Gives the canonical name. Throws CannotConvertArgumentNoMessage.
 */
export function enumName(command: CommandShape, parameter: CmdletParameter, value: PsValue): string {
  const written = printed(value) ?? '';
  let number = 0;
  for (const part of partsOf(value)) number |= memberNumber(command, parameter, part);
  const name = parameter.values[number];
  if (name === undefined) throw notAMember(command, parameter, written);
  return name;
}

function partsOf(value: PsValue): readonly PsValue[] {
  if (isPsObject(value) && value.list !== undefined) return value.list.items;
  if (typeof value !== 'string') return [value];
  return value.split(',').map((part) => part.trim());
}

function memberNumber(command: CommandShape, parameter: CmdletParameter, part: PsValue): number {
  if (typeof part === 'boolean' || isPsObject(part) || part === null) {
    const why = `Error: "Invalid cast from '${netType(part)}' to '${parameter.type}'."`;
    throw cannot(command, parameter, printed(part) ?? '', why);
  }
  if (typeof part !== 'string' || /^[+-]?\d+$/.test(part)) {
    const number = numberOf(part);
    if (number !== undefined && parameter.values[number] !== undefined) return number;
    throw notAMember(command, parameter, printed(part) ?? '');
  }
  return memberByName(command, parameter, part);
}

function memberByName(command: CommandShape, parameter: CmdletParameter, text: string): number {
  const wanted = text.toLowerCase();
  const exact = parameter.values.findIndex((name) => name.toLowerCase() === wanted);
  if (exact >= 0) return exact;
  const fitting = parameter.values.filter((name) => name.toLowerCase().startsWith(wanted));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return parameter.values.indexOf(only);
  const why =
    only === undefined
      ? `Unable to match the identifier name ${text} to a valid enumerator name. Specify one of the following enumerator ` +
        `names and try again:\n${parameter.values.join(', ')}`
      : `The identifier name ${text} cannot be processed because it is either too similar or identical to the following ` +
        `enumerator names: ${fitting.join(', ')}. Use a more specific identifier name.`;
  throw cannot(command, parameter, text, `Error: "${why}"`);
}

function notAMember(command: CommandShape, parameter: CmdletParameter, written: string): Error {
  const why =
    `Cannot convert value "${written}" to type "${parameter.type}" due to enumeration values that are not valid. ` +
    'Specify one of the following enumeration values and try again. The possible enumeration values are ' +
    `"${parameter.values.join(',')}".`;
  return cannotConvertValue(command, parameter.name, why);
}

function cannot(command: CommandShape, parameter: CmdletParameter, written: string, why: string): Error {
  const message = `Cannot convert value "${written}" to type "${parameter.type}". ${why}`;
  return cannotConvertValue(command, parameter.name, message);
}
