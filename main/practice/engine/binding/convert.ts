import { LIST_MODIFIER, type CmdletParameter } from '../../../../shared/cmdlets/index.ts';
import { hasType, isPsObject } from '../../../psrp/clixml/read.ts';
import type { PsValue } from '../../../psrp/clixml/values.ts';
import { netType, printed } from '../values/printed.ts';
import {
  cannotConvertArgument,
  cannotConvertValue,
  nullBooleanNotAllowed,
  parameterBindingFailed,
} from './binding-errors.ts';
import { enumName } from './enums.ts';
import { INTEGER_RANGES, numberOf, rounded } from './numbers.ts';
import type { BoundValue, CommandShape } from './shape.ts';

const SWITCH = 'System.Management.Automation.SwitchParameter';
const BOOLEAN = 'System.Boolean';
/** A list modifier is made of a list as well as of a Hashtable: the cmdlet reads it. */
const AS_IT_IS: ReadonlySet<string> = new Set([
  'System.Management.Automation.PSObject',
  'System.Object',
  LIST_MODIFIER,
]);

/**
 * Converts an argument to its parameter's type, as ParameterBinderBase.CoerceTypeAsNeeded does: a Boolean takes booleans
 * and numbers but no text; a number takes texts; an enum takes names, beginnings of names, and numbers; a list never
 * becomes a single value. Throws CannotConvertArgument and its kin.
 */
export function convertArgument(command: CommandShape, parameter: CmdletParameter, given: PsValue): BoundValue {
  const value = unwrapped(given);
  if (parameter.type === SWITCH || parameter.type === BOOLEAN) return convertBoolean(command, parameter, value);
  if (AS_IT_IS.has(parameter.type) || isSecretOf(parameter.type, given)) return given;
  if (parameter.type.endsWith('[]')) return textsOf(value);
  if (value === null) return convertNull(command, parameter);
  if (parameter.values.length > 0) return enumName(command, parameter, value);
  if (isList(value)) throw unlisted(command, parameter, value);
  const range = INTEGER_RANGES[parameter.type];
  if (range !== undefined) return convertInteger(command, parameter, value, range);
  return convertText(command, parameter, value);
}

/** Whether a value is the secret its parameter takes: it stays sealed. */
function isSecretOf(type: string, value: PsValue): boolean {
  if (type === 'System.Management.Automation.PSCredential') return hasType(value, type);
  if (type !== 'System.Security.SecureString') return false;
  return typeof value === 'object' && value !== null && value.kind === 'SS';
}

/** Whether a value is a list. */
function isList(value: PsValue): boolean {
  return isPsObject(value) && value.list !== undefined;
}

/** The primitive inside an object that only decorates one, else the value. */
function unwrapped(value: PsValue): PsValue {
  return isPsObject(value) && value.base !== undefined ? unwrapped(value.base) : value;
}

function convertBoolean(command: CommandShape, parameter: CmdletParameter, value: PsValue): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null) {
    // PSRP clients that send Nil for a switch mean that it is there (HandleNullParameterForSpecialTypes).
    if (parameter.type === SWITCH) return true;
    throw nullBooleanNotAllowed(command, parameter.name);
  }
  const isNumber =
    typeof value === 'number' || typeof value === 'bigint' || (!isPsObject(value) && isNumericKind(value));
  const number = isNumber ? numberOf(value) : undefined;
  if (number !== undefined) return number !== 0;
  throw cannotConvertArgument(command, {
    parameter: parameter.name,
    from: netType(value),
    to: parameter.type,
    why: '',
  });
}

function isNumericKind(value: PsValue): boolean {
  return typeof value === 'object' && value !== null && value.kind !== 'C' && numberOf(value) !== undefined;
}

function convertNull(command: CommandShape, parameter: CmdletParameter): null {
  if (parameter.values.length > 0) {
    const names = parameter.values.join(',');
    const why =
      `Cannot convert null to type "${parameter.type}" due to enumeration values that are not valid. Specify one of ` +
      `the following enumeration values and try again. The possible enumeration values are "${names}".`;
    throw parameterBindingFailed(command, parameter.name, why);
  }
  // A parameter with a range validates before it is set, and validation refuses null: see validate.ts.
  if (INTEGER_RANGES[parameter.type] !== undefined && parameter.range === null) {
    throw parameterBindingFailed(command, parameter.name, `Cannot convert null to type "${parameter.type}".`);
  }
  return null;
}

function convertInteger(
  command: CommandShape,
  parameter: CmdletParameter,
  value: PsValue,
  range: { readonly min: number; readonly max: number },
): number {
  const number = numberOf(value);
  const written = printed(value) ?? '';
  const cannot = (why: string) => `Cannot convert value "${written}" to type "${parameter.type}". Error: "${why}"`;
  if (number === undefined) {
    throw cannotConvertValue(command, parameter.name, cannot('Input string was not in a correct format.'));
  }
  const whole = rounded(number);
  if (Number.isNaN(whole) || whole < range.min || whole > range.max) {
    const short = parameter.type.slice(parameter.type.lastIndexOf('.') + 1);
    const article = /^[AEIO]/.test(short) ? 'an' : 'a';
    const why = `Value was either too large or too small for ${article} ${short}.`;
    throw cannotConvertValue(command, parameter.name, cannot(why));
  }
  return whole;
}

function convertText(command: CommandShape, parameter: CmdletParameter, value: PsValue): string {
  const text = printed(value) ?? '';
  // An identity is made from a text or a number; an object without a primitive inside has no conversion to it.
  if (parameter.type !== 'System.String' && isPsObject(value)) {
    const why = `Cannot convert the "${text}" value of type "${netType(value)}" to type "${parameter.type}".`;
    throw cannotConvertValue(command, parameter.name, why);
  }
  return text;
}

function textsOf(value: PsValue): readonly string[] {
  if (value === null) return [];
  const items = isPsObject(value) && value.list !== undefined ? value.list.items : [value];
  return items.map((item) => printed(item) ?? '');
}

function unlisted(command: CommandShape, parameter: CmdletParameter, value: PsValue): Error {
  return cannotConvertArgument(command, {
    parameter: parameter.name,
    from: netType(value),
    to: parameter.type,
    why: 'Specified method is not supported.',
  });
}
