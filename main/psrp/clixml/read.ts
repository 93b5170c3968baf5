import type { PsObject, PsValue } from './values.ts';

const PREFIX = 'Deserialized.';
const INTEGER_KINDS: ReadonlySet<string> = new Set(['By', 'SB', 'I16', 'U16', 'U32', 'U64', 'C']);

/** Whether a value is a complex object. */
export function isPsObject(value: PsValue | undefined): value is PsObject {
  return typeof value === 'object' && value !== null && value.kind === 'Obj';
}

/**
 * A property by name, as PowerShell finds it: without regard to case, an extended one (MS) before an adapted one (Props).
 * Undefined where there is none, or where the value is no object.
 */
export function property(value: PsValue | undefined, name: string): PsValue | undefined {
  if (!isPsObject(value)) return undefined;
  const extended = member(value.extended, name);
  return extended === undefined ? member(value.adapted, name) : extended;
}

/** The value under a text key of a dictionary, without regard to case; undefined where there is none. */
export function dictionaryEntry(value: PsValue | undefined, key: string): PsValue | undefined {
  if (!isPsObject(value) || value.dictionary === undefined) return undefined;
  const wanted = key.toLowerCase();
  return value.dictionary.find(([candidate]) => asText(candidate)?.toLowerCase() === wanted)?.[1];
}

/** The items of a list; a single value is a list of one, null and undefined a list of none, as PowerShell unrolls them. */
export function itemsOf(value: PsValue | undefined): readonly PsValue[] {
  if (value === null || value === undefined) return [];
  return isPsObject(value) && value.list !== undefined ? value.list.items : [value];
}

/**
 * The text PowerShell would print: True and False, digits, a C as its character, ToString of an object or else its base
 * value's text. Null for null, undefined and an object that has no text.
 */
export function asText(value: PsValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object') return value.toString();
  if (value.kind === 'Obj') return value.text ?? textOfBase(value.base);
  return value.kind === 'C' ? String.fromCharCode(Number(value.text)) : value.text;
}

/** A whole number: I32, I64 and the other integers up to 2^53, an enum's or a wrapped number's too; null for all else. */
export function asInteger(value: PsValue | undefined): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return safeInteger(Number(value));
  if (value === null || value === undefined || typeof value !== 'object') return null;
  if (value.kind === 'Obj') return isPsObject(value.base) ? null : asInteger(value.base);
  return INTEGER_KINDS.has(value.kind) ? safeInteger(Number(value.text)) : null;
}

/** Whether an object is of a .NET type or derives from it, with or without the `Deserialized.` a reading PowerShell adds. */
export function hasType(value: PsValue | undefined, type: string): boolean {
  return isPsObject(value) && value.types.some((name) => name === type || name === PREFIX + type);
}

function member(members: ReadonlyMap<string, PsValue>, name: string): PsValue | undefined {
  const exact = members.get(name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  for (const [candidate, value] of members) if (candidate.toLowerCase() === wanted) return value;
  return undefined;
}

/** One level only: an object may be its own base. */
function textOfBase(base: PsValue | undefined): string | null {
  return isPsObject(base) ? base.text : asText(base);
}

function safeInteger(number: number): number | null {
  return Number.isSafeInteger(number) ? number : null;
}
