import type { Conflict } from '../../../shared/conflict.ts';
import type { AccessEdge } from '../../../shared/models/access-edge.ts';
import type { AccessEdgeRead } from '../../api/access-edge-queries.ts';
import { nowOf } from '../../components/review/over-conflict.ts';
import { useKept } from '../../components/use-kept.ts';
import { initialFields, isUnchanged, type EdgeFields } from './edge-fields.ts';
import { editsName, fieldsOf, isKeptEdits, keptOf, type KeptEdits } from './kept-edits.ts';

/** What stands in the form, and what it was filled from. */
export interface Edits {
  /** As it was read when the first field was changed; before that as it was read last. */
  readonly base: AccessEdgeRead;
  readonly fields: EdgeFields;
  readonly changed: boolean;
  /** Somebody has changed the object since the first field was. */
  readonly behind: boolean;
  readonly onFields: (fields: EdgeFields) => void;
  /** A person insists on what was typed: all else is as somebody else has left it. */
  readonly onOver: (conflict: Conflict) => void;
  /** Forgets what was typed: the form shows what was read last. */
  readonly discard: () => void;
}

/**
 * The state of the form over what is read: untouched it follows what is read; from the first change on it stays on what
 * it was filled from, so that a change by somebody else is a conflict and not a surprise. It outlives the panel, the
 * page and the console. null = nothing was read yet.
 */
export function useEdits(deployment: string, read: AccessEdgeRead | undefined): Edits | null {
  const kept = useKept<KeptEdits | null>(editsName(deployment), null, isKeptEdits);
  const edited = kept.value;
  const base = edited?.base ?? read;
  if (base === undefined) return null;

  function onOver(conflict: Conflict): void {
    if (edited === null || conflict.versionNow === null) return;
    const { base: was } = edited;
    const edge = { ...was.edge, ...nowOf(conflict) };
    kept.keep(keptOf({ ...was, edge, version: conflict.versionNow }, overNow(fieldsOf(edited), was.edge, edge)));
  }

  return {
    base,
    fields: edited === null ? initialFields(base.edge) : fieldsOf(edited),
    changed: edited !== null,
    behind: edited !== null && read !== undefined && read.version !== edited.base.version,
    onFields: (fields) => (isUnchanged(fields, base) ? kept.forget() : kept.keep(keptOf(base, fields))),
    onOver,
    discard: kept.forget,
  };
}

/** The fields as they are now, but for those that were changed. */
function overNow(typed: EdgeFields, was: AccessEdge, now: AccessEdge): EdgeFields {
  const before = initialFields(was);
  const values = new Map(initialFields(now).values);
  for (const [field, value] of typed.values) if (value !== before.values.get(field)) values.set(field, value);
  return { routing: typed.routing === before.routing ? now.routing : typed.routing, values };
}
