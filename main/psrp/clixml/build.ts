import type { PsListKind, PsObject, PsScalar, PsScalarKind, PsValue } from './values.ts';

/** Properties in the order to send them; a Map where names may be numbers, which JavaScript objects reorder. */
type Members = Readonly<Record<string, PsValue>> | ReadonlyMap<string, PsValue>;

export interface PsObjectParts {
  readonly types?: readonly string[];
  readonly text?: string | null;
  readonly base?: PsValue;
  readonly adapted?: Members;
  readonly extended?: Members;
  readonly list?: { readonly kind: PsListKind; readonly items: readonly PsValue[] };
  readonly dictionary?: readonly (readonly [key: PsValue, value: PsValue])[];
}

const ARRAY_TYPES: readonly string[] = ['System.Object[]', 'System.Array', 'System.Object'];
const STRING_ARRAY_TYPES: readonly string[] = ['System.String[]', 'System.Array', 'System.Object'];
const HASHTABLE_TYPES: readonly string[] = ['System.Collections.Hashtable', 'System.Object'];

/** A complex object (MS-PSRP 2.2.5.2); every part left out is empty. */
export function psObject(parts: PsObjectParts): PsObject {
  return {
    kind: 'Obj',
    types: parts.types ?? [],
    text: parts.text ?? null,
    base: parts.base,
    adapted: membersOf(parts.adapted),
    extended: membersOf(parts.extended),
    list: parts.list,
    dictionary: parts.dictionary,
  };
}

/** A .NET array: System.Object[] unless other type names are given. */
export function listOf(items: readonly PsValue[], types: readonly string[] = ARRAY_TYPES): PsObject {
  return psObject({ types, list: { kind: 'LST', items } });
}

/** A System.String[]. */
export function stringArray(items: readonly string[]): PsObject {
  return listOf(items, STRING_ARRAY_TYPES);
}

/** A System.Collections.Hashtable, or another dictionary where its type names are given. */
export function dictionaryOf(
  entries: readonly (readonly [key: PsValue, value: PsValue])[],
  types: readonly string[] = HASHTABLE_TYPES,
): PsObject {
  return psObject({ types, dictionary: entries });
}

/** An enum value: `type` is the enum's full .NET name, `name` its member, or members as `A, B` (MS-PSRP 2.2.5.2.7). */
export function enumOf(type: string, name: string, value: number): PsObject {
  return psObject({ types: [type, 'System.Enum', 'System.ValueType', 'System.Object'], text: name, base: value });
}

/** A primitive by its CLIXML tag, its text as PowerShell writes it: `scalar('D', '0.10')`, `scalar('TS', 'PT30S')`. */
export function scalar(kind: PsScalarKind, text: string): PsScalar {
  return { kind, text };
}

/** An I64 of a whole number; `encodeClixml` refuses what is out of range. */
export function i64(number: number | bigint): bigint {
  return BigInt(number);
}

/** A G (MS-PSRP 2.2.5.1.18); text of 32 hexadecimal digits with dashes. */
export function guid(text: string): PsScalar {
  return scalar('G', text);
}

/** A Version: two to four numbers with dots (MS-PSRP 2.2.5.1.21). */
export function version(text: string): PsScalar {
  return scalar('Version', text);
}

/** A DT in UTC, seven fractional digits (MS-PSRP 2.2.5.1.4). */
export function dateTime(date: Date): PsScalar {
  return scalar('DT', date.toISOString().replace('Z', '0000Z'));
}

function membersOf(members: Members | undefined): ReadonlyMap<string, PsValue> {
  if (members === undefined) return new Map();
  return members instanceof Map ? members : new Map(Object.entries(members));
}
