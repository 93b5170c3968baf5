import type { AccessEdgeRead } from '../../api/access-edge-queries.ts';
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
  return {
    base,
    fields: edited === null ? initialFields(base.edge) : fieldsOf(edited),
    changed: edited !== null,
    behind: edited !== null && read !== undefined && read.version !== edited.base.version,
    onFields: (fields) => (isUnchanged(fields, base) ? kept.forget() : kept.keep(keptOf(base, fields))),
    discard: kept.forget,
  };
}
