import type { SaxesTagPlain } from 'saxes';
import { failure, type Failure } from '../../../shared/errors.ts';
import { parseXml } from '../../xml/guarded-parser.ts';
import { decodeText, escapeNoncharacters } from './escape.ts';
import { dictionaryFrame, listFrame, membersFrame, memberSetFrame, newDraft, progressFrame } from './frames.ts';
import type { Draft, Frame, Leaf } from './frames.ts';
import { booleanOf, i32Of, i64Of } from './primitives.ts';
import { DEPTH_LIMIT, LIST_TAGS, PROGRESS_TAGS, SCALAR_TAGS } from './tags.ts';
import type { PsObject, PsScalarKind, PsValue } from './values.ts';

/**
 * Reads one CLIXML value: the data of a PSRP message, which has no `Objs` around it (MS-PSRP 2.2.5).
 *
 * Empty text is null, as a null output is sent (2.2.2.19). A `Ref` gives the very object it points at, also while that is
 * being built: a value may be cyclic. An element that is unknown inside an Obj is passed over with all it holds; as a
 * value it is malformed. `PR` and a nested member set are read as objects with properties.
 *
 * Throws powershell.message-malformed, and powershell.hostile-xml for a DOCTYPE, for more than 50 objects within one
 * another and for anything past `XML_LIMITS`.
 */
export function decodeClixml(text: string): PsValue {
  if (text === '' || text === '\ufeff') return null;
  const reader = new Reader();
  parseXml(escapeNoncharacters(text), {
    open: (tag) => reader.open(tag),
    text: (piece) => reader.text(piece),
    close: (tag) => reader.close(tag),
  });
  return reader.root;
}

/** One value on its way in: a stack of frames, no tree. Speed is a goal, hence the plain fields and the early returns. */
class Reader {
  root: PsValue = null;
  readonly #frames: Frame[] = [];
  #frame: Frame = { place: 'root' };
  #leaf: Leaf | null = null;
  #scalar: PsScalarKind = 'C';
  #property: string | undefined;
  #text = '';
  #ready: PsValue = null;
  #skipping = 0;
  #depth = 0;
  readonly #objects = new Map<string, PsObject>();
  readonly #types = new Map<string, readonly string[]>();

  open(tag: SaxesTagPlain): void {
    if (this.#skipping > 0) {
      this.#skipping++;
      return;
    }
    if (this.#leaf !== null) throw malformed('an element inside a primitive');
    const frame = this.#frame;
    switch (frame.place) {
      case 'object':
        this.#openInObject(tag, frame.object);
        return;
      case 'types':
        if (tag.name !== 'T') throw malformed('a TN holding something other than T');
        this.#startLeaf('TypeName');
        return;
      case 'dictionary':
        if (tag.name !== 'En') throw malformed('a DCT holding something other than En');
        this.#push({ place: 'entry', key: undefined, value: undefined });
        return;
      case 'progress':
        this.#openInProgress(tag);
        return;
      case 'members':
        if (tag.name === 'MS') {
          this.#push(memberSetFrame());
          return;
        }
        break;
      case 'root':
      case 'list':
      case 'entry':
        break;
    }
    if (!this.#openValue(tag)) throw malformed('an unknown element where a value stands');
  }

  text(piece: string): void {
    if (this.#leaf !== null) this.#text += piece;
  }

  close(tag: SaxesTagPlain): void {
    if (this.#skipping > 0) {
      this.#skipping--;
      return;
    }
    if (this.#leaf !== null) {
      this.#closeLeaf(this.#leaf, tag);
      return;
    }
    const closed = this.#frame;
    const parent = this.#frames.pop();
    if (parent === undefined) throw malformed('an end without a start');
    this.#frame = parent;
    switch (closed.place) {
      case 'object':
        this.#depth--;
        this.#deliver(closed.object, tag);
        return;
      case 'progress':
        this.#deliver(closed.object, tag);
        return;
      case 'members':
        if (closed.set !== undefined) this.#deliver(closed.set, tag);
        return;
      case 'entry':
        if (parent.place !== 'dictionary' || closed.key === undefined || closed.value === undefined) {
          throw malformed('an En without its Key or Value');
        }
        parent.entries.push([closed.key, closed.value]);
        return;
      case 'root':
      case 'list':
      case 'dictionary':
      case 'types':
        return;
    }
  }

  #openInObject(tag: SaxesTagPlain, object: Draft): void {
    switch (tag.name) {
      case 'Props':
        this.#push(membersFrame(object, 'adapted'));
        return;
      case 'MS':
        this.#push(membersFrame(object, 'extended'));
        return;
      case 'TN':
        this.#openTypeNames(tag, object);
        return;
      case 'TNRef':
        object.types = this.#lookUp(this.#types, tag);
        this.#startLeaf('nothing');
        return;
      case 'ToString':
        this.#startLeaf('ToString');
        return;
      case 'DCT':
        this.#push(dictionaryFrame(object));
        return;
      default: {
        const list = LIST_TAGS.get(tag.name);
        if (list !== undefined) {
          this.#push(listFrame(object, list));
          return;
        }
        if (!this.#openValue(tag)) this.#skipping = 1;
      }
    }
  }

  #openInProgress(tag: SaxesTagPlain): void {
    const known = PROGRESS_TAGS.get(tag.name);
    if (known === undefined) {
      // CurrentOperation alone is written as a value of its own, without a name.
      this.#property = 'CurrentOperation';
      if (!this.#openValue(tag)) throw malformed('an unknown element in a PR');
      return;
    }
    this.#property = known.property;
    this.#startLeaf(known.leaf);
  }

  #openTypeNames(tag: SaxesTagPlain, object: Draft): void {
    const names: string[] = [];
    object.types = names;
    const id = tag.attributes['RefId'];
    if (id !== undefined) this.#types.set(id, names);
    this.#push({ place: 'types', names });
  }

  /** Opens what may stand where a value is expected; false when the tag is unknown. */
  #openValue(tag: SaxesTagPlain): boolean {
    switch (tag.name) {
      case 'S':
      case 'B':
      case 'I32':
      case 'I64':
        this.#startLeaf(tag.name);
        return true;
      case 'Obj':
        this.#openObject(tag);
        return true;
      case 'Nil':
        this.#startReady(null);
        return true;
      case 'Ref':
        this.#startReady(this.#lookUp(this.#objects, tag));
        return true;
      case 'PR':
        this.#push(progressFrame());
        return true;
      default: {
        const scalar = SCALAR_TAGS.get(tag.name);
        if (scalar === undefined) return false;
        this.#scalar = scalar;
        this.#startLeaf('scalar');
        return true;
      }
    }
  }

  #openObject(tag: SaxesTagPlain): void {
    if (++this.#depth > DEPTH_LIMIT) {
      throw failure('powershell.hostile-xml', { reason: `objects nested deeper than ${DEPTH_LIMIT}` });
    }
    const object = newDraft();
    const id = tag.attributes['RefId'];
    if (id !== undefined) this.#objects.set(id, object);
    this.#push({ place: 'object', object });
  }

  #closeLeaf(leaf: Leaf, tag: SaxesTagPlain): void {
    this.#leaf = null;
    const text = this.#text;
    switch (leaf) {
      case 'S':
        this.#deliver(decodeText(text), tag);
        return;
      case 'B':
        this.#deliver(booleanOf(text), tag);
        return;
      case 'I32':
        this.#deliver(i32Of(text), tag);
        return;
      case 'I64':
        this.#deliver(i64Of(text), tag);
        return;
      case 'ready':
        this.#deliver(this.#ready, tag);
        return;
      case 'nothing':
        return;
      case 'ToString':
        if (this.#frame.place === 'object') this.#frame.object.text = decodeText(text);
        return;
      case 'TypeName':
        if (this.#frame.place === 'types') this.#frame.names.push(decodeText(text));
        return;
      case 'scalar':
        this.#deliver({ kind: this.#scalar, text: decodeText(text) }, tag);
        return;
    }
  }

  #deliver(value: PsValue, tag: SaxesTagPlain): void {
    const frame = this.#frame;
    switch (frame.place) {
      case 'members':
        frame.members.set(nameOf(tag), value);
        return;
      case 'list':
        frame.items.push(value);
        return;
      case 'object':
        frame.object.base = value;
        return;
      case 'entry':
        if (tag.attributes['N'] === 'Key') frame.key = value;
        else if (tag.attributes['N'] === 'Value') frame.value = value;
        else throw malformed('a part of an En that is neither Key nor Value');
        return;
      case 'progress':
        if (this.#property !== undefined) frame.members.set(this.#property, value);
        return;
      case 'root':
        this.root = value;
        return;
      case 'dictionary':
      case 'types':
        throw malformed('a value where none stands');
    }
  }

  #push(frame: Frame): void {
    this.#frames.push(this.#frame);
    this.#frame = frame;
  }

  #startLeaf(leaf: Leaf): void {
    this.#leaf = leaf;
    this.#text = '';
  }

  #startReady(value: PsValue): void {
    this.#leaf = 'ready';
    this.#ready = value;
  }

  #lookUp<Kept>(table: ReadonlyMap<string, Kept>, tag: SaxesTagPlain): Kept {
    const kept = table.get(tag.attributes['RefId'] ?? '');
    if (kept === undefined) throw malformed(`a ${tag.name} to nothing`);
    return kept;
  }
}

function nameOf(tag: SaxesTagPlain): string {
  const name = tag.attributes['N'];
  if (name === undefined) throw malformed('a property without a name');
  return decodeText(name);
}

function malformed(reason: string): Failure {
  return failure('powershell.message-malformed', { reason });
}
