import { outputTypeNamed, type OutputProperty, type ServerVersion } from '../../../../shared/cmdlets/index.ts';
import type { PsObject, PsValue } from '../../../psrp/clixml/values.ts';
import { liveObject, textList, uint16, uint32, uint64, utcTime } from './live-object.ts';

/** What a property may hold; a time is in milliseconds since 1970. */
type PropertyValue = string | number | boolean | null | readonly string[];

/** The values of an object under the catalogue's property names with a small first letter. */
export type PropertyValues = Readonly<Record<string, PropertyValue>>;

/** What differs from an object whose type name is the catalogue's and whose text is that name. */
export interface ObjectOptions {
  /** The type name to send where several types share one list of properties. */
  readonly type?: string;
  readonly text?: string;
}

/**
 * Builds an object of an output type of the catalogue: its properties in the catalogue's order, those the version has,
 * each of its documented type. A missing value is a mistake of ours.
 */
export function catalogueObject(
  typeName: string,
  version: ServerVersion,
  values: PropertyValues,
  options: ObjectOptions = {},
): PsObject {
  const members: Record<string, PsValue> = {};
  for (const { property, key } of layoutOf(typeName, version)) {
    const value = values[key];
    if (value === undefined) throw new Error(`no value for ${property.name}`);
    members[property.name] = typed(property, value);
  }
  return liveObject(options.type ?? typeName, members, options.text);
}

interface Place {
  readonly property: OutputProperty;
  readonly key: string;
}

/** Found once: 50,000 users have one layout. */
const LAYOUTS = new Map<string, readonly Place[]>();

function layoutOf(typeName: string, version: ServerVersion): readonly Place[] {
  const kept = LAYOUTS.get(`${version} ${typeName}`);
  if (kept !== undefined) return kept;
  const type = outputTypeNamed(typeName);
  if (type === null) throw new Error(`${typeName} is not in shared/cmdlets`);
  const layout = type.properties
    .filter((property) => property.versions.includes(version))
    .map((property) => ({ property, key: valueKey(property.name) }));
  LAYOUTS.set(`${version} ${typeName}`, layout);
  return layout;
}

/** The catalogue's property name with a small first letter. */
export function valueKey(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function typed(property: OutputProperty, value: PropertyValue): PsValue {
  if (isTexts(value)) return textList(value);
  if (typeof value !== 'number') return value;
  switch (property.type) {
    case 'System.UInt32':
      return uint32(value);
    case 'System.UInt16':
      return uint16(value);
    case 'System.UInt64':
      return uint64(value);
    case 'System.DateTime':
      return utcTime(value);
    default:
      return value;
  }
}

function isTexts(value: PropertyValue): value is readonly string[] {
  return Array.isArray(value);
}
