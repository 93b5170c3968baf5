import type { AccessEdgeRead } from '../../api/access-edge-queries.ts';
import { readKept } from '../../components/use-kept.ts';
import { ACCESS_EDGE_FIELDS } from '../../../shared/rules/access-edge.ts';
import type { EdgeFields } from './edge-fields.ts';

/** What was changed and not yet applied, as it is kept: plain JSON. */
export interface KeptEdits {
  /** As it was read when the first field was changed. */
  readonly base: AccessEdgeRead;
  readonly routing: EdgeFields['routing'];
  readonly values: readonly (readonly [string, string | boolean])[];
}

/** The form of a deployment under the name it is kept by. */
export function editsName(deployment: string): string {
  return `edge-form/${deployment}`;
}

/** Whether a deployment has edits that were not applied. */
export function editsHeld(deployment: string): boolean {
  return readKept(editsName(deployment), isKeptEdits) !== null;
}

/** The fields of what was kept. */
export function fieldsOf({ routing, values }: KeptEdits): EdgeFields {
  const typed = new Map(values);
  return {
    routing,
    values: new Map(ACCESS_EDGE_FIELDS.flatMap((field) => entryOf(field, typed.get(field)))),
  };
}

/** What is kept of fields that were changed over what was read. */
export function keptOf(base: AccessEdgeRead, { routing, values }: EdgeFields): KeptEdits {
  return { base, routing, values: [...values] };
}

/** Whether what was kept can be used: of the shape that this version reads and fills its form with. */
export function isKeptEdits(kept: unknown): kept is KeptEdits | null {
  if (kept === null) return true;
  const { base, routing, values } = membersOf(kept);
  const { edge, version, readAt, hostingProviders, publicProviders, settable, counts } = membersOf(base);
  const { allowed, blocked } = membersOf(counts);
  return (
    isRouting(routing) &&
    isRouting(membersOf(edge)['routing']) &&
    typeof version === 'string' &&
    typeof readAt === 'string' &&
    [hostingProviders, publicProviders].every((count) => count === null || typeof count === 'number') &&
    (settable === null || Array.isArray(settable)) &&
    typeof allowed === 'number' &&
    typeof blocked === 'number' &&
    Array.isArray(values) &&
    values.every(isEntry)
  );
}

function entryOf<Field>(field: Field, value: string | boolean | undefined): readonly [Field, string | boolean][] {
  return value === undefined ? [] : [[field, value]];
}

function isRouting(value: unknown): boolean {
  return value === 'dns-srv' || value === 'default-route';
}

function isEntry(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const entry: readonly unknown[] = value;
  const [field, typed] = entry;
  return entry.length === 2 && typeof field === 'string' && (typeof typed === 'string' || typeof typed === 'boolean');
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
