import { useState } from 'react';
import type { AccessEdgeRead } from '../../api/access-edge-queries.ts';
import { initialFields, isUnchanged, type EdgeFields } from './edge-fields.ts';

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
 * it was filled from, so that a change by somebody else is a conflict and not a surprise. null = nothing was read yet.
 */
export function useEdits(read: AccessEdgeRead | undefined): Edits | null {
  const [edited, setEdited] = useState<{ readonly base: AccessEdgeRead; readonly fields: EdgeFields } | null>(null);
  const base = edited?.base ?? read;
  if (base === undefined) return null;
  return {
    base,
    fields: edited?.fields ?? initialFields(base.edge),
    changed: edited !== null,
    behind: edited !== null && read !== undefined && read.version !== edited.base.version,
    onFields: (fields) => setEdited(isUnchanged(fields, base) ? null : { base, fields }),
    discard: () => setEdited(null),
  };
}
