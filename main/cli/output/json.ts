import type { PsObject, PsScalar, PsValue } from '../../psrp/index.ts';

/** What JSON can say. */
export type JsonValue =
  null | string | number | boolean | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/**
 * One output object as one line of JSON: always an object (a bare value stands under `value`), so that a reader can
 * treat every line alike. Numbers JSON's readers would round (I64, U64, Decimal beyond 2^53) stay text.
 */
export function jsonLine(value: PsValue): string {
  const json = jsonOf(value, []);
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  return JSON.stringify(isObject ? json : { value: json });
}

function jsonOf(value: PsValue, ancestors: readonly PsObject[]): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value;
  if (typeof value === 'bigint') return exactNumber(value.toString());
  if (value.kind === 'Obj') return jsonOfObject(value, ancestors);
  return jsonOfScalar(value);
}

function jsonOfScalar(scalar: PsScalar): JsonValue {
  switch (scalar.kind) {
    case 'By':
    case 'SB':
    case 'I16':
    case 'U16':
    case 'U32':
    case 'U64':
    case 'D':
    case 'Sg':
    case 'Db':
      return exactNumber(scalar.text);
    case 'C':
      return String.fromCharCode(Number(scalar.text));
    case 'SS':
      return '<SecureString>';
    case 'BA':
    case 'DT':
    case 'G':
    case 'SBK':
    case 'TS':
    case 'URI':
    case 'Version':
    case 'XD':
      return scalar.text;
  }
}

/** A JSON number when no digit is lost by it, else the text (NaN, INF and 64-bit numbers among them). */
function exactNumber(text: string): JsonValue {
  const number = Number(text);
  return String(number) === text && Number.isFinite(number) ? number : text;
}

function jsonOfObject(object: PsObject, ancestors: readonly PsObject[]): JsonValue {
  if (ancestors.includes(object)) return object.text ?? '<circular reference>';
  const path = [...ancestors, object];
  const properties: Record<string, JsonValue> = {};
  for (const [name, value] of [...object.adapted, ...object.extended]) defineOwn(properties, name, jsonOf(value, path));
  const hasProperties = Object.keys(properties).length > 0;
  if (object.types.some((type) => type.endsWith('System.Enum')))
    return object.text ?? jsonOf(object.base ?? null, path);
  if (object.list !== undefined) return object.list.items.map((item) => jsonOf(item, path));
  if (object.dictionary !== undefined) {
    const entries: Record<string, JsonValue> = {};
    for (const [key, value] of object.dictionary) defineOwn(entries, keyText(key), jsonOf(value, path));
    return entries;
  }
  if (object.base !== undefined) {
    const base = jsonOf(object.base, path);
    return hasProperties ? { value: base, ...properties } : base;
  }
  return hasProperties ? properties : (object.text ?? {});
}

/** A name from the server may be `__proto__`: defined, never assigned. */
function defineOwn(target: Record<string, JsonValue>, name: string, value: JsonValue): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

function keyText(key: PsValue): string {
  const json = jsonOf(key, []);
  return typeof json === 'string' ? json : JSON.stringify(json);
}
