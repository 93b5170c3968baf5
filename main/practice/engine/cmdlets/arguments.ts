import type { PsValue } from '../../../psrp/clixml/values.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import type { BoundValue } from '../binding/shape.ts';

/** A text argument; null where it was not given, or given as null. */
export function textArgument(call: BoundCall, name: string): string | null {
  const value = call.parameters.get(name);
  return typeof value === 'string' ? value : null;
}

/** A switch or Boolean; undefined where it was not given. */
export function booleanArgument(call: BoundCall, name: string): boolean | undefined {
  const value = call.parameters.get(name);
  return typeof value === 'boolean' ? value : undefined;
}

/** A whole number; undefined where it was not given. */
export function numberArgument(call: BoundCall, name: string): number | undefined {
  const value = call.parameters.get(name);
  return typeof value === 'number' ? value : undefined;
}

/** An array of texts; empty where it was not given. */
export function textsArgument(call: BoundCall, name: string): readonly string[] {
  const value = call.parameters.get(name);
  return isTexts(value) ? value : [];
}

/** A single value of any kind, for parameters that take an object; undefined where it was not given. */
export function valueArgument(call: BoundCall, name: string): PsValue | undefined {
  const value = call.parameters.get(name);
  return isTexts(value) ? undefined : value;
}

/** Whether the parameter was given at all, null included (PSBoundParameters.ContainsKey). */
export function isGiven(call: BoundCall, name: string): boolean {
  return call.parameters.has(name);
}

function isTexts(value: BoundValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}
