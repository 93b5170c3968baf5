import type { PsObject, PsScalar, PsScalarKind, PsValue } from '../../../main/psrp/clixml/values.ts';
import type { Json, JsonObject } from './host-process.ts';
import { doubleBits, scalarFacts, singleBits } from './scalar-facts.ts';

/** As deep as host/Describe.cs goes. */
const DEPTH_LIMIT = 12;
const PREFIX = 'Deserialized.';

/** The .NET type the engine reads each tag into (MS-PSRP 2.2.5.1). */
const TYPES: Readonly<Record<PsScalarKind, string>> = {
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
  // The engine hands a script block out as text unless it is told to run what it receives.
  SBK: 'System.String',
  SS: 'System.Security.SecureString',
};

/**
 * Says what a value of ours is, in the words of host/Describe.cs, so that the two can be compared: by meaning (ticks,
 * bits, bytes), never by CLIXML text.
 */
export function describe(value: PsValue, depth = 0): JsonObject {
  if (depth > DEPTH_LIMIT) return { cut: true };
  if (value === null) return { type: 'null' };
  if (typeof value === 'string') return { type: 'System.String', value: escaped(value) };
  if (typeof value === 'boolean') return { type: 'System.Boolean', value: String(value) };
  if (typeof value === 'number') return { type: 'System.Int32', value: String(value) };
  if (typeof value === 'bigint') return { type: 'System.Int64', value: String(value) };
  return value.kind === 'Obj' ? describeObject(value, depth) : describeScalar(value);
}

/** Text in which every UTF-16 unit outside printable ASCII, and the backslash, is `\uXXXX`. */
export function escaped(text: string): string {
  return text.replace(/[^ -~]|\\/g, (found) =>
    [...Array(found.length).keys()].map((at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

function describeScalar(scalar: PsScalar): JsonObject {
  const type = TYPES[scalar.kind];
  if (scalar.kind === 'Db') return { type, value: doubleBits(scalar.text) };
  if (scalar.kind === 'Sg') return { type, value: singleBits(scalar.text) };
  return { type, value: escaped(scalarFacts(scalar)) };
}

function describeObject(object: PsObject, depth: number): JsonObject {
  const described: Record<string, Json> = {};
  if (object.types.length > 0) described['types'] = object.types.map((name) => escaped(name.replace(PREFIX, '')));
  if (object.text !== null) described['text'] = escaped(object.text);
  // A name in both is read from the extended properties, as PowerShell does; the engine lists those first.
  const properties = new Map([...object.adapted, ...object.extended]);
  if (properties.size > 0) {
    described['properties'] = Object.fromEntries(
      [...properties].map(([name, value]) => [escaped(name), describe(value, depth + 1)]),
    );
  }
  if (object.base !== undefined) described['base'] = describe(object.base, depth + 1);
  if (object.list !== undefined) {
    described['list'] = { LST: 'list', IE: 'list', QUE: 'queue', STK: 'stack' }[object.list.kind];
    described['items'] = object.list.items.map((item) => describe(item, depth + 1));
  }
  if (object.dictionary !== undefined) {
    described['dictionary'] = object.dictionary.map(([key, value]) => [
      describe(key, depth + 1),
      describe(value, depth + 1),
    ]);
  }
  return described;
}
