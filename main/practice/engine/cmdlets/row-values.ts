import type { ZodType } from 'zod';
import { cmdlet, LIST_OF_TEXT, outputTypeNamed } from '../../../../shared/cmdlets/index.ts';
import { asText, property } from '../../../psrp/clixml/read.ts';
import type { PsObject, PsValue } from '../../../psrp/clixml/values.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import { numberOf } from '../binding/numbers.ts';
import { Refusal } from '../errors/store-errors.ts';
import { valueKey } from '../values/catalogue-object.ts';
import { isGiven } from './arguments.ts';
import { textsIn } from './list-modifier.ts';

/** Parameters that are no value of the row. */
const NO_VALUE: ReadonlySet<string> = new Set(['Identity', 'Instance', 'InMemory', 'Force', 'WhatIf', 'Confirm']);

/**
 * A row with the values given on the command line: a parameter's value goes under its name with a small first letter.
 * The binder has converted and ranged each; `schema` says so to the compiler. `own` are values the cmdlet has read itself.
 */
export function withGiven<Row extends object>(
  schema: ZodType<Row>,
  row: Row,
  call: BoundCall,
  name: string,
  own: Partial<Row> = {},
): Row {
  const given: Record<string, unknown> = {};
  for (const parameter of cmdlet(name)?.parameters ?? []) {
    if (NO_VALUE.has(parameter.name) || !isGiven(call, parameter.name)) continue;
    given[valueKey(parameter.name)] = call.parameters.get(parameter.name);
  }
  return schema.parse({ ...row, ...given, ...own });
}

/**
 * A row with the values of an object of a type of the catalogue, for -Instance; what the object lacks stays as it is,
 * and so do `fixed` keys. Throws a Refusal for values a row cannot have.
 */
export function withInstance<Row extends object>(
  schema: ZodType<Row>,
  row: Row,
  instance: PsObject,
  { type, fixed }: { readonly type: string; readonly fixed: readonly (keyof Row & string)[] },
): Row {
  const values: Record<string, unknown> = {};
  for (const { name, type: wanted } of outputTypeNamed(type)?.properties ?? []) {
    const value = property(instance, name);
    const key = valueKey(name);
    if (value === undefined || !(key in row) || fixed.some((each) => each === key)) continue;
    values[key] = plainValue(value, wanted);
  }
  const checked = schema.safeParse({ ...row, ...values });
  if (checked.success) return checked.data;
  const where = checked.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Refusal('instanceUnusable', `The instance has values that are not allowed: ${where}.`, null);
}

/** A property's value as it is kept: a client that has read the object as text gives a Boolean as text too. */
export function plainValue(value: PsValue, type: string): unknown {
  if (value === null && type !== LIST_OF_TEXT) return null;
  if (type === 'System.Boolean' && typeof value === 'string') return value.toLowerCase() === 'true';
  if (type === 'System.UInt16' || type === 'System.UInt32' || type === 'System.UInt64') return numberOf(value);
  if (type === LIST_OF_TEXT) return textsIn(value);
  return typeof value === 'boolean' ? value : asText(value);
}
