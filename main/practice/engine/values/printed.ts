import { asText, isPsObject } from '../../../psrp/clixml/read.ts';
import type { PsObject, PsScalarKind, PsValue } from '../../../psrp/clixml/values.ts';

const NET_TYPES: Readonly<Record<PsScalarKind, string>> = {
  C: 'System.Char',
  DT: 'System.DateTime',
  TS: 'System.TimeSpan',
  By: 'System.Byte',
  SB: 'System.SByte',
  U16: 'System.UInt16',
  I16: 'System.Int16',
  U32: 'System.UInt32',
  U64: 'System.UInt64',
  Sg: 'System.Single',
  Db: 'System.Double',
  D: 'System.Decimal',
  BA: 'System.Byte[]',
  G: 'System.Guid',
  URI: 'System.Uri',
  Version: 'System.Version',
  XD: 'System.Xml.XmlDocument',
  SBK: 'System.Management.Automation.ScriptBlock',
  SS: 'System.Security.SecureString',
};

/**
 * The text PowerShell converts a value to (LanguagePrimitives.ConvertTo string): an object without a ToString gives its
 * properties as `@{Name=value; …}`, a list its items with blanks between. Null for null.
 */
export function printed(value: PsValue): string | null {
  if (value !== null && typeof value === 'object') {
    if (value.kind === 'DT') return printedTime(value.text);
    if (value.kind === 'Obj') return printedObject(value);
  }
  return asText(value);
}

/** The full .NET type name of a value, as error records write it. */
export function netType(value: PsValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return 'System.String';
  if (typeof value === 'boolean') return 'System.Boolean';
  if (typeof value === 'number') return 'System.Int32';
  if (typeof value === 'bigint') return 'System.Int64';
  if (!isPsObject(value)) return NET_TYPES[value.kind];
  if (value.base !== undefined) return netType(value.base);
  // A received list is an ArrayList, whatever it was where it came from (serialization.cs).
  if (value.list !== undefined) return 'System.Collections.ArrayList';
  return value.types[0] ?? 'System.Management.Automation.PSCustomObject';
}

function printedObject(value: PsObject): string {
  const known = asText(value);
  if (known !== null) return known;
  if (value.list !== undefined) return value.list.items.map(printedInside).join(' ');
  const members = new Map([...value.adapted, ...value.extended]);
  return `@{${[...members].map(([name, member]) => `${name}=${printedInside(member)}`).join('; ')}}`;
}

/** PSObject.ToString goes one level deep; so no argument, cyclic or shared as it may be, unfolds without end here. */
function printedInside(value: PsValue): string {
  if (!isPsObject(value)) return printed(value) ?? '';
  return asText(value) ?? (value.list === undefined ? '' : netType(value));
}

/** A DateTime in the invariant culture: `01/31/2026 13:45:00`. */
function printedTime(text: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)/.exec(text);
  return parts === null ? text : `${parts[2] ?? ''}/${parts[3] ?? ''}/${parts[1] ?? ''} ${parts[4] ?? ''}`;
}
