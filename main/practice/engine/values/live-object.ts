import { dateTime, psObject, scalar } from '../../../psrp/clixml/build.ts';
import type { PsObject, PsScalar, PsValue } from '../../../psrp/clixml/values.ts';

/** As Windows PowerShell, on the .NET Framework, names the type of a list of texts. */
const TEXT_LIST = [
  'System.Collections.Generic.List`1[[System.String, mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089]]',
  'System.Object',
];

/**
 * A server's object at remoting depth 1: adapted properties of primitives and lists of primitives; an enum or anything
 * deeper stands there as its text (seen with System.Management.Automation 7.6, PSSerializer depth 1).
 */
export function liveObject(type: string, members: Readonly<Record<string, PsValue>>, text: string = type): PsObject {
  return psObject({ types: [type, 'System.Object'], text, adapted: members });
}

/** A List of String, as a property. */
export function textList(items: readonly string[]): PsObject {
  return psObject({ types: TEXT_LIST, list: { kind: 'LST', items } });
}

/** An unsigned 32-bit number. */
export function uint32(value: number): PsScalar {
  return scalar('U32', String(value));
}

/** An unsigned 16-bit number, such as a port. */
export function uint16(value: number): PsScalar {
  return scalar('U16', String(value));
}

/** An unsigned 64-bit number. */
export function uint64(value: number): PsScalar {
  return scalar('U64', String(value));
}

/** A DateTime in UTC, from milliseconds since 1970. */
export function utcTime(milliseconds: number): PsScalar {
  return dateTime(new Date(milliseconds));
}
