import type { CmdletParameter } from '../../../../shared/cmdlets/index.ts';
import { argumentNotValid, emptyStringNotAllowed, nullNotAllowed, parameterBindingFailed } from './binding-errors.ts';
import { isMandatorySomewhere, type BoundValue, type CommandShape } from './shape.ts';

/** Parameters that name a variable. */
export const VARIABLE_PARAMETERS: ReadonlySet<string> = new Set([
  'ErrorVariable',
  'WarningVariable',
  'InformationVariable',
  'OutVariable',
  'PipelineVariable',
]);

/**
 * Refuses a converted argument that the parameter's attributes do not allow: null or an empty text where it is
 * mandatory, a number out of its range. Throws ParameterArgumentValidationError and its kin.
 */
export function validateArgument(command: CommandShape, parameter: CmdletParameter, value: BoundValue): void {
  if (isMandatorySomewhere(parameter)) {
    if (value === null) throw nullNotAllowed(command, parameter.name);
    if (value === '' && parameter.type === 'System.String') throw emptyStringNotAllowed(command, parameter.name);
  }
  if (parameter.range !== null) validateRange(command, parameter, parameter.range, value);
  if (VARIABLE_PARAMETERS.has(parameter.name) && (value === null || value === '')) {
    const why = 'Cannot process argument because the value of argument "path" is not valid.';
    throw argumentNotValid(command, parameter.name, why);
  }
  if (parameter.name === 'ErrorAction' && value === 'Suspend') {
    const why = 'The Suspend ActionPreference value is not supported for this command.';
    throw parameterBindingFailed(command, parameter.name, why);
  }
}

function validateRange(
  command: CommandShape,
  parameter: CmdletParameter,
  range: { readonly min: number; readonly max: number },
  value: BoundValue,
): void {
  if (typeof value !== 'number') {
    const why = 'The argument is null, empty, or an element of the argument collection contains a null value.';
    throw argumentNotValid(command, parameter.name, why);
  }
  if (value > range.max) {
    const why = `The ${value} argument is greater than the maximum allowed range of ${range.max}.`;
    throw argumentNotValid(command, parameter.name, why);
  }
  if (value < range.min) {
    const why = `The ${value} argument is less than the minimum allowed range of ${range.min}.`;
    throw argumentNotValid(command, parameter.name, why);
  }
}
