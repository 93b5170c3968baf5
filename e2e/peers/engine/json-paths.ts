import type { Json, JsonObject } from './host-process.ts';

/** The value at a path of names, or undefined. */
export function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, name) => (isObject(inner) ? inner[name] : undefined), value);
}

/** The value at a path as text: of a described scalar (`{ type, value }`) its value, of a text itself, else ''. */
export function valueAt(value: Json | undefined, ...path: readonly string[]): string {
  const found = at(value, ...path);
  const own = isObject(found) ? found['value'] : found;
  return typeof own === 'string' ? own : '';
}

/** A list, or a failed test. */
export function list(value: Json | undefined): readonly Json[] {
  if (!isList(value)) throw new Error(`no list: ${JSON.stringify(value)}`);
  return value;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
