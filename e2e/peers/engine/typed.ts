import type { PsObject, PsValue } from '../../../main/psrp/clixml/values.ts';
import type { Json, JsonObject } from './host-process.ts';
import { durationText, timeText } from './scalar-facts.ts';

/** A value for the engine's client and for ours alike: host/TypedValue.cs reads it there, `psValueOf` here. */
export type Typed =
  | { readonly type: 'null' }
  | { readonly type: 'array'; readonly items: readonly Typed[] }
  | { readonly type: 'map'; readonly entries: readonly (readonly [Typed, Typed])[] }
  | { readonly type: 'object'; readonly properties: Readonly<Record<string, Typed>> }
  | { readonly type: string; readonly value: string };

/** Builds our value of a typed one: what a caller of ours would pass. Throws for a type it does not know. */
export function psValueOf(typed: Typed): PsValue {
  if ('items' in typed) {
    return { ...EMPTY, types: ARRAY_TYPES, list: { kind: 'LST', items: typed.items.map(psValueOf) } };
  }
  if ('entries' in typed) {
    const dictionary = typed.entries.map(([key, value]) => [psValueOf(key), psValueOf(value)] as const);
    return { ...EMPTY, types: ['System.Collections.Hashtable', 'System.Object'], dictionary };
  }
  if ('properties' in typed) {
    const notes = Object.entries(typed.properties).map(([name, value]) => [unescaped(name), psValueOf(value)] as const);
    return {
      ...EMPTY,
      types: ['System.Management.Automation.PSCustomObject', 'System.Object'],
      extended: new Map(notes),
    };
  }
  return 'value' in typed ? scalarOf(typed.type, unescaped(typed.value)) : null;
}

/** The same value for the engine's host. */
export function jsonOf(typed: Typed): JsonObject {
  if ('items' in typed) return { type: typed.type, items: typed.items.map(jsonOf) };
  if ('entries' in typed) {
    const entries: Json = typed.entries.map(([key, value]) => [jsonOf(key), jsonOf(value)]);
    return { type: typed.type, entries };
  }
  if ('properties' in typed) {
    const properties = Object.entries(typed.properties).map(([name, value]) => [name, jsonOf(value)] as const);
    return { type: typed.type, properties: Object.fromEntries(properties) };
  }
  return 'value' in typed ? { type: typed.type, value: typed.value } : { type: typed.type };
}

/** A text. */
export function text(value: string): Typed {
  return { type: 'System.String', value };
}

/** An Int32. */
export function number(value: number): Typed {
  return { type: 'System.Int32', value: String(value) };
}

/** A Boolean. */
export function flag(value: boolean): Typed {
  return { type: 'System.Boolean', value: String(value) };
}

const ARRAY_TYPES = ['System.Object[]', 'System.Array', 'System.Object'];
const ENUM_TYPES = ['System.DayOfWeek', 'System.Enum', 'System.ValueType', 'System.Object'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const EMPTY: PsObject = {
  kind: 'Obj',
  types: [],
  text: null,
  base: undefined,
  adapted: new Map(),
  extended: new Map(),
  list: undefined,
  dictionary: undefined,
};

function scalarOf(type: string, value: string): PsValue {
  switch (type) {
    case 'System.String':
      return value;
    case 'System.Boolean':
      return value === 'true';
    case 'System.Int32':
      return Number(value);
    case 'System.Int64':
      return BigInt(value);
    case 'System.Char':
      return { kind: 'C', text: value };
    case 'System.Byte':
      return { kind: 'By', text: value };
    case 'System.SByte':
      return { kind: 'SB', text: value };
    case 'System.Int16':
      return { kind: 'I16', text: value };
    case 'System.UInt16':
      return { kind: 'U16', text: value };
    case 'System.UInt32':
      return { kind: 'U32', text: value };
    case 'System.UInt64':
      return { kind: 'U64', text: value };
    case 'System.Decimal':
      return { kind: 'D', text: value };
    case 'System.Double':
      return { kind: 'Db', text: floatText(value, (view) => view.getFloat64(0)) };
    case 'System.Single':
      return { kind: 'Sg', text: floatText(value, (view) => view.getFloat32(0)) };
    case 'System.DateTime':
      return { kind: 'DT', text: timeText(value) };
    case 'System.TimeSpan':
      return { kind: 'TS', text: durationText(BigInt(value)) };
    case 'System.Byte[]':
      return { kind: 'BA', text: Buffer.from(value, 'hex').toString('base64') };
    case 'System.Guid':
      return { kind: 'G', text: value };
    case 'System.Uri':
      return { kind: 'URI', text: value };
    case 'System.Version':
      return { kind: 'Version', text: value };
    case 'System.Xml.XmlDocument':
      return { kind: 'XD', text: value };
    case 'System.Management.Automation.ScriptBlock':
      return { kind: 'SBK', text: value };
    case 'System.DayOfWeek':
      return { ...EMPTY, types: ENUM_TYPES, text: value, base: DAYS.indexOf(value) };
    default:
      throw new Error(`no such test type: ${type}`);
  }
}

function floatText(bits: string, read: (view: DataView) => number): string {
  if (bits === 'NaN') return 'NaN';
  const value = read(new DataView(Uint8Array.from(Buffer.from(bits, 'hex')).buffer));
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return value > 0 ? 'INF' : '-INF';
}

function unescaped(value: string): string {
  return value.replace(/\\u([0-9a-f]{4})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
