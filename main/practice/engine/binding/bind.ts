import type { CmdletParameter } from '../../../../shared/cmdlets/index.ts';
import type { CommandArgument } from '../../../psrp/records.ts';
import type { PsValue } from '../../../psrp/clixml/values.ts';
import { printed } from '../values/printed.ts';
import { pairArguments, type PairedArgument } from './arguments.ts';
import {
  ambiguousParameterSet,
  missingMandatoryParameter,
  namedParameterNotFound,
  parameterAlreadyBound,
  positionalParameterNotFound,
} from './binding-errors.ts';
import { convertArgument } from './convert.ts';
import { matchParameter } from './parameter-names.ts';
import { isInSet, isMandatoryIn, type BoundValue, type CommandShape } from './shape.ts';
import { validateArgument } from './validate.ts';

/** What binding a command's arguments gives, before an object comes through the pipeline. */
export interface Binding {
  readonly command: CommandShape;
  readonly values: ReadonlyMap<string, BoundValue>;
  /** Parameter sets the arguments leave open, never empty. */
  readonly sets: readonly string[];
}

/** The binding while it grows. */
interface Growing {
  readonly command: CommandShape;
  readonly values: Map<string, BoundValue>;
  sets: readonly string[];
}

/**
 * Binds a command's arguments as PowerShell's binder does (CmdletParameterBinderController): named ones first, then the
 * set must be possible, then positional ones, then what is left over is an error, then what is missing.
 * `expectsInput` = objects will come through the pipeline and may bring what is missing. Throws Terminating.
 */
export function bindCommand(command: CommandShape, args: readonly CommandArgument[], expectsInput: boolean): Binding {
  const growing: Growing = { command, values: new Map(), sets: command.parameterSets };
  const afterNames = bindNamed(growing, pairArguments(command, args));
  if (growing.sets.length === 0) throw ambiguousParameterSet(command);
  const leftOver = bindPositional(growing, afterNames);
  refuseLeftOver(command, leftOver);
  refuseMissing(growing, expectsInput);
  return growing;
}

/** Converts, validates and keeps one argument; the set shrinks to those with the parameter. */
export function bindArgument(growing: Growing, parameter: CmdletParameter, value: PsValue): void {
  const converted = convertArgument(growing.command, parameter, value);
  validateArgument(growing.command, parameter, converted);
  growing.values.set(parameter.name, converted);
  growing.sets = growing.sets.filter((set) => isInSet(parameter, set));
}

/** Names of the parameters that are mandatory in a set and not bound. */
export function missingIn(binding: Binding, set: string): readonly CmdletParameter[] {
  return binding.command.parameters.filter((each) => isMandatoryIn(each, set) && !binding.values.has(each.name));
}

/** The set a binding comes to: the only one, or the default, or the only one with nothing missing. Null = ambiguous. */
export function resolvedSet(binding: Binding): string | null {
  const { command, sets } = binding;
  if (sets.includes(command.defaultParameterSet)) return command.defaultParameterSet;
  const complete = sets.filter((set) => missingIn(binding, set).length === 0);
  const candidates = sets.length === 1 ? sets : complete;
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

function bindNamed(growing: Growing, args: readonly PairedArgument[]): readonly PairedArgument[] {
  const rest: PairedArgument[] = [];
  for (const argument of args) {
    const parameter = argument.name === null ? null : matchParameter(growing.command, argument.name);
    if (parameter === null) {
      rest.push(argument);
    } else if (growing.values.has(parameter.name)) {
      throw parameterAlreadyBound(growing.command, parameter.name);
    } else {
      bindArgument(growing, parameter, argument.value);
    }
  }
  return rest;
}

function bindPositional(growing: Growing, args: readonly PairedArgument[]): readonly PairedArgument[] {
  const rest: PairedArgument[] = [];
  for (const argument of args) {
    const parameter = argument.name === null ? nextPositional(growing) : undefined;
    if (parameter === undefined) rest.push(argument);
    else bindArgument(growing, parameter, argument.value);
  }
  return rest;
}

/** The unbound parameter of the lowest position in the sets still open, the default set before the others. */
function nextPositional(growing: Growing): CmdletParameter | undefined {
  const open = growing.command.parameters
    .filter((each) => each.position !== null && !growing.values.has(each.name))
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0));
  const { defaultParameterSet } = growing.command;
  const order = growing.sets.toSorted(
    (one, other) => Number(other === defaultParameterSet) - Number(one === defaultParameterSet),
  );
  for (const set of order) {
    const found = open.find((each) => isInSet(each, set));
    if (found !== undefined) return found;
  }
  return undefined;
}

function refuseLeftOver(command: CommandShape, leftOver: readonly PairedArgument[]): void {
  const [first] = leftOver;
  if (first === undefined) return;
  if (first.name !== null) throw namedParameterNotFound(command, first.name);
  throw positionalParameterNotFound(command, printed(first.value) ?? '$null');
}

function refuseMissing(growing: Growing, expectsInput: boolean): void {
  // With input to come, another set may be the one that takes it: each object decides.
  if (expectsInput && growing.sets.some((set) => onlyInputMissing(growing, set))) return;
  const set = resolvedSet(growing);
  if (set === null) throw ambiguousParameterSet(growing.command);
  const missing = missingIn(growing, set);
  if (missing.length === 0) return;
  throw missingMandatoryParameter(
    growing.command,
    missing.map((each) => each.name),
  );
}

function onlyInputMissing(binding: Binding, set: string): boolean {
  return missingIn(binding, set).every((each) => each.pipeline !== 'none');
}
