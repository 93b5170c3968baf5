import { failure, type Failure } from '../../../shared/errors.ts';
import type { PsObject, PsScalar, PsValue } from '../../psrp/index.ts';
import { XML_LIMITS } from '../../xml/limits.ts';

/** What JSON can say. */
export type JsonValue =
  null | string | number | boolean | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/**
 * What is left for one object. JSON has no `Ref`: a shared object is written in each place it stands, and forty lists of
 * two can stand for 2^40 values. What was never shared is not larger than the document it came in, so that document's
 * limits stop only what unfolds.
 */
interface Budget {
  values: number;
  characters: number;
}

/**
 * One output object as one line of JSON: always an object (a bare value stands under `value`), so that a reader can
 * treat every line alike. Numbers JSON's readers would round (I64, U64, Decimal beyond 2^53) stay text.
 *
 * Throws powershell.hostile-xml for an object that unfolds into more values, characters or depth than `XML_LIMITS` allow a
 * whole document.
 */
export function jsonLine(value: PsValue): string {
  const json = jsonOf(value, [], { values: XML_LIMITS.elements, characters: XML_LIMITS.characters });
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  return JSON.stringify(isObject ? json : { value: json });
}

function jsonOf(value: PsValue, ancestors: readonly PsObject[], budget: Budget): JsonValue {
  budget.values--;
  budget.characters -= typeof value === 'string' ? value.length : lengthOf(value);
  if (budget.values < 0 || budget.characters < 0) throw unfolding('values or text without end');
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value;
  if (typeof value === 'bigint') return exactNumber(value.toString());
  if (value.kind === 'Obj') return jsonOfObject(value, ancestors, budget);
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
      return 'System.Security.SecureString';
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

function jsonOfObject(object: PsObject, ancestors: readonly PsObject[], budget: Budget): JsonValue {
  if (ancestors.includes(object)) return object.text ?? '<circular reference>';
  if (ancestors.length >= XML_LIMITS.depth) throw unfolding('depth without end');
  const path = [...ancestors, object];
  const inner = (value: PsValue): JsonValue => jsonOf(value, path, budget);
  const properties: Record<string, JsonValue> = {};
  for (const [name, value] of [...object.adapted, ...object.extended]) {
    budget.characters -= name.length;
    defineOwn(properties, name, inner(value));
  }
  const hasProperties = Object.keys(properties).length > 0;
  if (object.types.some((type) => type.endsWith('System.Enum'))) return object.text ?? inner(object.base ?? null);
  if (object.list !== undefined) return object.list.items.map(inner);
  if (object.dictionary !== undefined) {
    const entries: Record<string, JsonValue> = {};
    for (const [key, value] of object.dictionary) {
      const name = keyText(inner(key));
      // Charged again: as a name within a name within a name, each quote doubles the escapes before it.
      budget.characters -= name.length;
      defineOwn(entries, name, inner(value));
    }
    return entries;
  }
  if (object.base !== undefined) {
    const base = inner(object.base);
    return hasProperties ? { value: base, ...properties } : base;
  }
  return hasProperties ? properties : (object.text ?? {});
}

/** Characters a scalar or the text of an object will take, at most. */
function lengthOf(value: Exclude<PsValue, string>): number {
  return typeof value === 'object' && value !== null ? (value.text?.length ?? 0) : 0;
}

function unfolding(what: string): Failure {
  return failure('powershell.hostile-xml', { reason: `an object whose references unfold into ${what}` });
}

/** A name from the server may be `__proto__`: defined, never assigned. */
function defineOwn(target: Record<string, JsonValue>, name: string, value: JsonValue): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

function keyText(json: JsonValue): string {
  return typeof json === 'string' ? json : JSON.stringify(json);
}
