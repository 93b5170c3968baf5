import type { PsListKind, PsObject, PsValue } from './values.ts';

/** A PsObject while it is being read. */
export type Draft = { -readonly [Field in keyof PsObject]: PsObject[Field] };

/** An open element that holds others: where the value read next belongs. */
export type Frame =
  | { readonly place: 'root' }
  | { readonly place: 'object'; readonly object: Draft }
  | { readonly place: 'members'; readonly members: Map<string, PsValue>; readonly set: PsObject | undefined }
  | { readonly place: 'list'; readonly items: PsValue[] }
  | { readonly place: 'dictionary'; readonly entries: (readonly [PsValue, PsValue])[] }
  | { readonly place: 'entry'; key: PsValue | undefined; value: PsValue | undefined }
  | { readonly place: 'types'; readonly names: string[] }
  | { readonly place: 'progress'; readonly members: Map<string, PsValue>; readonly object: PsObject };

/** The element whose text is being read. `ready` has its value already (Nil, Ref), `nothing` gives none (TNRef). */
export type Leaf = 'S' | 'B' | 'I32' | 'I64' | 'ToString' | 'TypeName' | 'scalar' | 'ready' | 'nothing';

const NO_MEMBERS: ReadonlyMap<string, PsValue> = new Map();
const NO_TYPES: readonly string[] = [];
const PROGRESS_TYPES: readonly string[] = ['System.Management.Automation.ProgressRecord', 'System.Object'];

/** An object of which nothing is known yet. */
export function newDraft(): Draft {
  return {
    kind: 'Obj',
    types: NO_TYPES,
    text: null,
    base: undefined,
    adapted: NO_MEMBERS,
    extended: NO_MEMBERS,
    list: undefined,
    dictionary: undefined,
  };
}

/** The frame of a Props or MS; a second one of the same object goes on in the first one's map. */
export function membersFrame(object: Draft, which: 'adapted' | 'extended'): Frame {
  // An empty map is cheaper made new than copied, and it almost always is empty: six per cent of a decode.
  const members = object[which].size === 0 ? new Map<string, PsValue>() : new Map(object[which]);
  object[which] = members;
  return { place: 'members', members, set: undefined };
}

/** The frame of an MS inside an MS: a member set, read as an object whose extended properties are its members. */
export function memberSetFrame(): Frame {
  const members = new Map<string, PsValue>();
  return { place: 'members', members, set: { ...newDraft(), extended: members } };
}

/** The frame of a list; its items appear in the object as they are read. */
export function listFrame(object: Draft, kind: PsListKind): Frame {
  const items: PsValue[] = [];
  object.list = { kind, items };
  return { place: 'list', items };
}

/** The frame of a DCT; its entries appear in the object as they are read. */
export function dictionaryFrame(object: Draft): Frame {
  const entries: (readonly [PsValue, PsValue])[] = [];
  object.dictionary = entries;
  return { place: 'dictionary', entries };
}

/** The frame of a PR (MS-PSRP 2.2.5.1.25), read as the object it stands for, with a ProgressRecord's own property names. */
export function progressFrame(): Frame {
  const members = new Map<string, PsValue>();
  return { place: 'progress', members, object: { ...newDraft(), types: PROGRESS_TYPES, adapted: members } };
}
