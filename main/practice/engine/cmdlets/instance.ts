import { isPsObject } from '../../../psrp/clixml/read.ts';
import type { PsObject, PsValue } from '../../../psrp/clixml/values.ts';

/**
 * An argument of -Instance as an object of one of these types, which are full .NET names, or null. One that has been at
 * a client comes back as `Deserialized.<type>`. Its properties do not decide: a blocked domain has all that an allowed
 * one needs.
 */
export function instanceOfType(value: PsValue | undefined, types: readonly string[]): PsObject | null {
  if (!isPsObject(value)) return null;
  return types.some((type) => isOfType(value, type)) ? value : null;
}

/** Whether an object is of a type, here or as it came back from a client. */
export function isOfType(object: PsObject, type: string): boolean {
  return object.types.some((name) => name.replace(/^Deserialized\./, '') === type);
}
