import type { AccessEdge } from '../../../shared/models/access-edge.ts';
import type { AccessEdgeDraft } from '../../../shared/plan/draft.ts';
import {
  ACCESS_EDGE_FIELDS,
  checkAccessEdge,
  kindOf,
  routingOf,
  type AccessEdgeChange,
  type AccessEdgeField,
  type AccessEdgeProblem,
  type AccessEdgeRouting,
} from '../../../shared/rules/access-edge.ts';
import type { PostureSource } from '../../../shared/rules/posture.ts';

/** What stands in the form: boxes as they are ticked, all else as it is typed. */
export interface EdgeFields {
  readonly routing: AccessEdgeRouting;
  readonly values: ReadonlyMap<AccessEdgeField, string | boolean>;
}

/** The fields as they stand when the form opens. */
export function initialFields(edge: AccessEdge): EdgeFields {
  return {
    routing: edge.routing,
    values: new Map(ACCESS_EDGE_FIELDS.map((field) => [field, asTyped(field, edge)])),
  };
}

/** Whether a box is ticked. */
export function isTicked(fields: EdgeFields, field: AccessEdgeField): boolean {
  return fields.values.get(field) === true;
}

/** What is typed in a field. */
export function textOf(fields: EdgeFields, field: AccessEdgeField): string {
  const value = fields.values.get(field);
  return typeof value === 'string' ? value : '';
}

/** The fields with one value changed. */
export function withValue(fields: EdgeFields, field: AccessEdgeField, value: string | boolean): EdgeFields {
  return { ...fields, values: new Map(fields.values).set(field, value) };
}

/** The object, and which of its fields this server and role can set; null = it does not say. */
export interface EdgeAsRead {
  readonly edge: AccessEdge;
  readonly settable: readonly AccessEdgeField[] | null;
}

/**
 * Whether the form has a field: it belongs to the routing method that is chosen, and the server can set it. Where the
 * server does not say what it can, a field it told a value of is one; of a method not in use nobody knows before it is.
 */
export function isOffered(field: AccessEdgeField, fields: EdgeFields, { edge, settable }: EdgeAsRead): boolean {
  const belongs = routingOf(field);
  if (belongs !== null && belongs !== fields.routing) return false;
  if (settable !== null) return settable.includes(field);
  return (belongs !== null && belongs !== edge.routing) || valueIn(edge, field) !== null;
}

/** What was changed, of the fields the form has; numbers as numbers, NaN for what is none. */
export function changeOf(fields: EdgeFields, read: EdgeAsRead): AccessEdgeChange {
  const { edge } = read;
  const before = initialFields(edge);
  const changed = ACCESS_EDGE_FIELDS.filter(
    (field) => isOffered(field, fields, read) && fields.values.get(field) !== before.values.get(field),
  );
  return {
    ...Object.fromEntries(changed.map((field) => [field, asSent(field, fields)])),
    ...(fields.routing !== edge.routing && { routing: fields.routing }),
  };
}

/** Whether nothing was changed. */
export function isUnchanged(fields: EdgeFields, read: EdgeAsRead): boolean {
  return Object.keys(changeOf(fields, read)).length === 0;
}

/** What is wrong with the fields that were changed, by field. */
export function problemsOf(fields: EdgeFields, read: EdgeAsRead): ReadonlyMap<AccessEdgeField, AccessEdgeProblem> {
  return new Map(checkAccessEdge(changeOf(fields, read), read.edge).map((problem) => [problem.field, problem]));
}

/** The draft of what was changed; null when nothing was. `read` = the values the form was filled from. */
export function draftOf(fields: EdgeFields, read: EdgeAsRead & { readonly version: string }): AccessEdgeDraft | null {
  if (isUnchanged(fields, read)) return null;
  // Each value is of its parameter's kind (asSent), which the compiler cannot follow; main checks the schema again.
  const change = changeOf(fields, read) as Omit<AccessEdgeDraft, 'kind' | 'versionRead' | 'read'>;
  return {
    kind: 'access-edge.set',
    versionRead: read.version,
    read: Object.fromEntries(Object.entries(read.edge)),
    ...change,
  };
}

/** The Access Edge as it would be, as far as it says who may talk to whom. */
export function postureSource(fields: EdgeFields): PostureSource {
  const allowFederatedUsers = isTicked(fields, 'allowFederatedUsers');
  return fields.routing === 'dns-srv'
    ? { allowFederatedUsers, routing: 'dns-srv', enablePartnerDiscovery: isTicked(fields, 'enablePartnerDiscovery') }
    : {
        allowFederatedUsers,
        routing: 'default-route',
        defaultRouteFqdn: textOf(fields, 'defaultRouteFqdn').trim(),
      };
}

/** A value of the server's object; null = it has none. */
export function valueIn(edge: AccessEdge, field: AccessEdgeField): string | number | boolean | null {
  const values: Readonly<Partial<Record<AccessEdgeField, string | number | boolean | null>>> = edge;
  return values[field] ?? null;
}

function asTyped(field: AccessEdgeField, edge: AccessEdge): string | boolean {
  const value = valueIn(edge, field);
  if (kindOf(field) === 'flag') return value === true;
  return value === null ? '' : String(value);
}

function asSent(field: AccessEdgeField, fields: EdgeFields): string | number | boolean {
  switch (kindOf(field)) {
    case 'flag':
      return isTicked(fields, field);
    case 'count':
      return /^\d+$/.test(textOf(fields, field).trim()) ? Number(textOf(fields, field)) : Number.NaN;
    case 'text':
      return textOf(fields, field).trim();
  }
}
