import { failure, type Failure } from '../../../shared/errors.ts';
import { encodeName, encodeText } from './escape.ts';
import { isI32, isI64 } from './primitives.ts';
import { DEPTH_LIMIT } from './tags.ts';
import type { PsObject, PsValue } from './values.ts';

/**
 * Writes one value as CLIXML, for the data of a PSRP message (MS-PSRP 2.2.5): no `Objs`, no white space, ids counted from
 * 0 in document order, a repeated object as `Ref` and a repeated list of type names as `TNRef`. `decodeClixml` gives the
 * same value back, shared and cyclic parts included.
 *
 * Throws powershell.message-malformed for what CLIXML cannot hold: a number that is no I32, a bigint that is no I64, or
 * more than 50 objects within one another.
 */
export function encodeClixml(value: PsValue): string {
  const writer: Writer = { out: '', objects: new Map(), types: new Map(), depth: 0 };
  writeValue(writer, value, '');
  return writer.out;
}

interface Writer {
  out: string;
  readonly objects: Map<PsObject, number>;
  readonly types: Map<string, number>;
  depth: number;
}

/** `name` is a whole attribute with its leading space (` N="…"`), or nothing. */
function writeValue(writer: Writer, value: PsValue, name: string): void {
  if (value === null) {
    writer.out += `<Nil${name} />`;
    return;
  }
  if (typeof value === 'string') {
    writer.out += `<S${name}>${encodeText(value)}</S>`;
  } else if (typeof value === 'boolean') {
    writer.out += `<B${name}>${value}</B>`;
  } else if (typeof value === 'number') {
    if (!isI32(value)) throw unwritable('a number that is no 32-bit integer');
    writer.out += `<I32${name}>${value}</I32>`;
  } else if (typeof value === 'bigint') {
    if (!isI64(value)) throw unwritable('a number that is no 64-bit integer');
    writer.out += `<I64${name}>${value.toString()}</I64>`;
  } else if (value.kind === 'Obj') {
    writeObject(writer, value, name);
  } else {
    writer.out += `<${value.kind}${name}>${encodeText(value.text)}</${value.kind}>`;
  }
}

function writeObject(writer: Writer, object: PsObject, name: string): void {
  const known = writer.objects.get(object);
  if (known !== undefined) {
    writer.out += `<Ref${name} RefId="${known}" />`;
    return;
  }
  if (++writer.depth > DEPTH_LIMIT) throw unwritable(`objects nested deeper than ${DEPTH_LIMIT}`);
  const id = writer.objects.size;
  writer.objects.set(object, id);
  writer.out += `<Obj${name} RefId="${id}">`;
  writeTypes(writer, object.types);
  if (object.text !== null) writer.out += `<ToString>${encodeText(object.text)}</ToString>`;
  if (object.base !== undefined) writeValue(writer, object.base, '');
  if (object.list !== undefined) {
    writer.out += `<${object.list.kind}>`;
    for (const item of object.list.items) writeValue(writer, item, '');
    writer.out += `</${object.list.kind}>`;
  }
  if (object.dictionary !== undefined) writeDictionary(writer, object.dictionary);
  writeMembers(writer, 'Props', object.adapted);
  writeMembers(writer, 'MS', object.extended);
  writer.out += '</Obj>';
  writer.depth--;
}

function writeTypes(writer: Writer, types: readonly string[]): void {
  if (types.length === 0) return;
  const names = types.map((type) => `<T>${encodeText(type)}</T>`).join('');
  const known = writer.types.get(names);
  if (known !== undefined) {
    writer.out += `<TNRef RefId="${known}" />`;
    return;
  }
  const id = writer.types.size;
  writer.types.set(names, id);
  writer.out += `<TN RefId="${id}">${names}</TN>`;
}

function writeDictionary(writer: Writer, entries: readonly (readonly [PsValue, PsValue])[]): void {
  writer.out += '<DCT>';
  for (const [key, value] of entries) {
    writer.out += '<En>';
    writeValue(writer, key, ' N="Key"');
    writeValue(writer, value, ' N="Value"');
    writer.out += '</En>';
  }
  writer.out += '</DCT>';
}

function writeMembers(writer: Writer, tag: 'Props' | 'MS', members: ReadonlyMap<string, PsValue>): void {
  if (members.size === 0) return;
  writer.out += `<${tag}>`;
  for (const [name, value] of members) writeValue(writer, value, ` N="${encodeName(name)}"`);
  writer.out += `</${tag}>`;
}

function unwritable(reason: string): Failure {
  return failure('powershell.message-malformed', { reason });
}
