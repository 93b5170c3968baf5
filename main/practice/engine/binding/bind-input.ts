import type { CmdletParameter } from '../../../../shared/cmdlets/index.ts';
import { isPsObject, property } from '../../../psrp/clixml/read.ts';
import type { PsValue } from '../../../psrp/clixml/values.ts';
import { Terminating } from '../errors/terminating.ts';
import { bindArgument, missingIn, resolvedSet, type Binding } from './bind.ts';
import {
  aboutInput,
  ambiguousParameterSet,
  inputObjectMissingMandatory,
  inputObjectNotBound,
} from './binding-errors.ts';
import { isInSet, type BoundParameters } from './shape.ts';

/** The parameters for one call of a cmdlet and the set they belong to. */
export interface BoundCall {
  readonly parameters: BoundParameters;
  readonly set: string;
}

/** The call of a command that no object comes to. Throws AmbiguousParameterSet. */
export function callWithoutInput(binding: Binding): BoundCall {
  const set = resolvedSet(binding);
  if (set === null) throw ambiguousParameterSet(binding.command);
  return { parameters: binding.values, set };
}

/**
 * Binds one object from the pipeline: by value where a parameter takes it so, else by the object's properties that have a
 * parameter's name or alias (CmdletParameterBinderController.BindPipelineParameters). Throws Terminating with the
 * object in it; the caller writes it as an error of that object and goes on.
 */
export function bindInput(binding: Binding, input: PsValue): BoundCall {
  const growing = { command: binding.command, values: new Map(binding.values), sets: binding.sets };
  const open = binding.command.parameters.filter(
    (each) =>
      each.pipeline !== 'none' && !binding.values.has(each.name) && binding.sets.some((set) => isInSet(each, set)),
  );
  try {
    for (const parameter of open) {
      const value = inputFor(parameter, input);
      if (value !== undefined && growing.sets.some((set) => isInSet(parameter, set))) {
        bindArgument(growing, parameter, value);
      }
    }
  } catch (caught) {
    throw caught instanceof Terminating ? aboutInput(caught, input) : caught;
  }
  if (growing.values.size === binding.values.size) throw inputObjectNotBound(binding.command, input);
  return completeCall(growing, input);
}

function completeCall(binding: Binding, input: PsValue): BoundCall {
  const set = resolvedSet(binding);
  if (set === null) throw aboutInput(ambiguousParameterSet(binding.command), input);
  const missing = missingIn(binding, set);
  if (missing.length > 0) {
    throw inputObjectMissingMandatory(
      binding.command,
      input,
      missing.map((each) => each.name),
    );
  }
  return { parameters: binding.values, set };
}

function inputFor(parameter: CmdletParameter, input: PsValue): PsValue | undefined {
  if (parameter.pipeline === 'by-value') return input;
  const found = isPsObject(input) ? propertyFor(parameter, input) : undefined;
  return found === undefined && parameter.pipeline === 'both' ? input : found;
}

function propertyFor(parameter: CmdletParameter, input: PsValue): PsValue | undefined {
  for (const name of [parameter.name, ...parameter.aliases]) {
    const value = property(input, name);
    if (value !== undefined) return value;
  }
  return undefined;
}
