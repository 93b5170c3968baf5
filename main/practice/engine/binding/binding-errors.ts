import type { PsValue } from '../../../psrp/clixml/values.ts';
import { errorRecord, withTarget } from '../errors/error-record.ts';
import { Terminating } from '../errors/terminating.ts';
import { printed } from '../values/printed.ts';
import type { CommandShape } from './shape.ts';

const BINDING = 'System.Management.Automation.ParameterBindingException';
const VALIDATION = 'System.Management.Automation.ParameterBindingValidationException';

/**
 * The binder's errors. Ids and categories as System.Management.Automation 7.6 writes them, each seen in a run of it;
 * they have been the same since Windows PowerShell 3.0 (ParameterBinderController.cs).
 */
function bindingError(
  command: CommandShape,
  id: string,
  message: string,
  more: { readonly category?: string; readonly exception?: string; readonly parameter?: string } = {},
): Terminating {
  return new Terminating(
    errorRecord({
      message,
      id: `${id},${command.implementingType}`,
      category: more.category ?? 'InvalidArgument',
      exception: more.exception ?? BINDING,
      activity: command.name,
      exceptionMembers: { ErrorId: id, ParameterName: more.parameter ?? null },
    }),
  );
}

/** A name that is no parameter of the command. */
export function namedParameterNotFound(command: CommandShape, name: string): Terminating {
  const message = `A parameter cannot be found that matches parameter name '${name}'.`;
  return bindingError(command, 'NamedParameterNotFound', message, { parameter: name });
}

/** An argument without a name for which no position is left; `argument` as it is printed, `$null` for null. */
export function positionalParameterNotFound(command: CommandShape, argument: string): Terminating {
  const message = `A positional parameter cannot be found that accepts argument '${argument}'.`;
  return bindingError(command, 'PositionalParameterNotFound', message, { parameter: argument });
}

/** A beginning of a name that fits several parameters. */
export function ambiguousParameter(command: CommandShape, name: string, matches: readonly string[]): Terminating {
  const list = matches.map((match) => ` -${match}`).join('');
  const message = `Parameter cannot be processed because the parameter name '${name}' is ambiguous. Possible matches include:${list}.`;
  return bindingError(command, 'AmbiguousParameter', message, { parameter: name });
}

/** Parameters that no set has together, or that leave several sets open. */
export function ambiguousParameterSet(command: CommandShape): Terminating {
  const message = 'Parameter set cannot be resolved using the specified named parameters.';
  return bindingError(command, 'AmbiguousParameterSet', message);
}

/** A parameter given twice, by one name or two. */
export function parameterAlreadyBound(command: CommandShape, name: string): Terminating {
  const message =
    `Cannot bind parameter because parameter '${name}' is specified more than once. To provide multiple values to ` +
    'parameters that can accept multiple values, use the array syntax. For example, "-parameter value1,value2,value3".';
  return bindingError(command, 'ParameterAlreadyBound', message, { parameter: name });
}

/** A bare `-Name` with no value after it; `type` is the full .NET name. */
export function missingArgument(command: CommandShape, name: string, type: string): Terminating {
  const message = `Missing an argument for parameter '${name}'. Specify a parameter of type '${type}' and try again.`;
  return bindingError(command, 'MissingArgument', message, { parameter: name });
}

/** Mandatory parameters not given: a null host cannot be asked for them. */
export function missingMandatoryParameter(command: CommandShape, names: readonly string[]): Terminating {
  const message = `Cannot process command because of one or more missing mandatory parameters: ${names.join(' ')}.`;
  return bindingError(command, 'MissingMandatoryParameter', message, { parameter: names.join(' ') });
}

/** A value whose kind the parameter never takes; types by their full .NET names. */
export function cannotConvertArgument(
  command: CommandShape,
  argument: { readonly parameter: string; readonly from: string; readonly to: string; readonly why: string },
): Terminating {
  const message = `Cannot convert '${argument.from}' to the type '${argument.to}' required by parameter '${argument.parameter}'. ${argument.why}`;
  return bindingError(command, 'CannotConvertArgument', message, { parameter: argument.parameter });
}

/** A value of a convertible kind that stands for nothing the parameter takes. */
export function cannotConvertValue(command: CommandShape, parameter: string, why: string): Terminating {
  return bindingError(command, 'CannotConvertArgumentNoMessage', `Cannot bind parameter '${parameter}'. ${why}`, {
    parameter,
  });
}

/** Null for a mandatory parameter. */
export function nullNotAllowed(command: CommandShape, parameter: string): Terminating {
  const message = `Cannot bind argument to parameter '${parameter}' because it is null.`;
  const more = { category: 'InvalidData', exception: VALIDATION, parameter };
  return bindingError(command, 'ParameterArgumentValidationErrorNullNotAllowed', message, more);
}

/** A Boolean given as null: the same id as of a mandatory parameter, but of the plain exception and category. */
export function nullBooleanNotAllowed(command: CommandShape, parameter: string): Terminating {
  const message = `Cannot bind argument to parameter '${parameter}' because it is null.`;
  return bindingError(command, 'ParameterArgumentValidationErrorNullNotAllowed', message, { parameter });
}

/** An empty text for a mandatory text. */
export function emptyStringNotAllowed(command: CommandShape, parameter: string): Terminating {
  const message = `Cannot bind argument to parameter '${parameter}' because it is an empty string.`;
  const more = { category: 'InvalidData', exception: VALIDATION, parameter };
  return bindingError(command, 'ParameterArgumentValidationErrorEmptyStringNotAllowed', message, more);
}

/** A converted value that an attribute of the parameter refuses, such as its range. */
export function argumentNotValid(command: CommandShape, parameter: string, why: string): Terminating {
  const message = `Cannot validate argument on parameter '${parameter}'. ${why}`;
  return bindingError(command, 'ParameterArgumentValidationError', message, {
    category: 'InvalidData',
    exception: VALIDATION,
    parameter,
  });
}

/** The parameter's property refused the value: null for a number or an enum, -ErrorAction Suspend. */
export function parameterBindingFailed(command: CommandShape, parameter: string, why: string): Terminating {
  const message = `Cannot bind parameter '${parameter}' to the target. Exception setting "${parameter}": "${why}"`;
  return bindingError(command, 'ParameterBindingFailed', message, { category: 'WriteError', parameter });
}

const NOT_BOUND =
  'The input object cannot be bound to any parameters for the command either because the command does not take ' +
  'pipeline input or the input and its properties do not match any of the parameters that take pipeline input.';

/** An object from the pipeline that no parameter takes: an error of that object, not the end of the pipeline. */
export function inputObjectNotBound(command: CommandShape, input: PsValue): Terminating {
  return inputError(command, 'InputObjectNotBound', NOT_BOUND, input);
}

/** An object from the pipeline that leaves a mandatory parameter unbound. */
export function inputObjectMissingMandatory(
  command: CommandShape,
  input: PsValue,
  names: readonly string[],
): Terminating {
  const message =
    'The input object cannot be bound because it did not contain the information required to bind all mandatory ' +
    `parameters: ${names.join(' ')}`;
  return inputError(command, 'InputObjectMissingMandatory', message, input);
}

/** The same error, with the object from the pipeline it is about. */
export function aboutInput(error: Terminating, input: PsValue): Terminating {
  return new Terminating(withTarget(error.record, printed(input) ?? '', input === null ? '' : 'PSObject'));
}

function inputError(command: CommandShape, id: string, message: string, input: PsValue): Terminating {
  return aboutInput(bindingError(command, id, message), input);
}
