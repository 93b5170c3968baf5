import type { FieldValue } from '../conflict.ts';
import { failure } from '../errors.ts';
import type { AccessEdge } from '../models/access-edge.ts';
import {
  ACCESS_EDGE_FIELDS,
  accessEdgeParameter,
  ROUTING_SWITCHES,
  requireAccessEdge,
  routingOf,
  type AccessEdgeRouting,
} from '../rules/access-edge.ts';
import type { PostureSource } from '../rules/posture.ts';
import type { CmdletAbilities } from './abilities.ts';
import { conflictFailure, fieldsIn } from './conflict.ts';
import type { AccessEdgeDraft } from './draft.ts';
import { hasValues } from './expectations.ts';
import { makeStep } from './make-step.ts';
import type { FieldValues, PlanStep, PlanWords, StepArgument } from './plan.ts';
import { accessEdgeVersion, type Sha256 } from './row-version.ts';

/** How many providers of each kind a deployment has; null = this server or role does not say. */
export interface ProviderCounts {
  readonly hosting: number | null;
  readonly public: number | null;
}

/** What the step of the Access Edge is made from: the draft, the object and the providers as they stand, and what the server can do. */
export interface AccessEdgeStart {
  readonly draft: AccessEdgeDraft;
  readonly edge: AccessEdge;
  readonly providers: ProviderCounts;
  readonly abilities: CmdletAbilities;
}

/**
 * The step that changes the Access Edge to what the draft wants. Throws a Failure: input.* as requireAccessEdge;
 * conflict.changed-since-read with the three values; conflict.providers-exist for default routing while there are
 * providers; plan.nothing-to-do; permission.cmdlet-absent and cmdlet.parameter-unknown when the server says so.
 */
export function accessEdgeStep({ draft, edge, providers, abilities }: AccessEdgeStart, sha256: Sha256): PlanStep {
  const wanted = wantedFields(draft, edge);
  if (accessEdgeVersion(edge, sha256) !== draft.versionRead) {
    const expected = { object: 'access-edge', version: draft.versionRead } as const;
    throw conflictFailure({ expected, now: { edge }, reviewed: draft.read ?? null, wanted }, sha256);
  }
  requireAccessEdge(draft, edge);
  const now = fieldsIn(edge);
  const changed = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !hasValues(now, { [field]: value })),
  );
  if (Object.keys(changed).length === 0) throw failure('plan.nothing-to-do', {});
  const routing = draft.routing ?? edge.routing;
  if (changed['routing'] === 'default-route') refuseProviders(providers);
  return makeStep({
    cmdlet: 'Set-CsAccessEdgeConfiguration',
    arguments: argumentsOf(changed, routing, { ...now, ...wanted }),
    words: wordsOf(changed, now, routing),
    expects: [{ object: 'access-edge', version: draft.versionRead }],
    result: { object: 'access-edge', values: changed },
    abilities,
  });
}

/** The Access Edge a step leaves behind, as far as it says who may talk to whom. */
export function edgeAfter(edge: PostureSource, values: FieldValues): PostureSource {
  const after = new Map<string, unknown>(Object.entries({ ...edge, ...values }));
  const allowFederatedUsers = after.get('allowFederatedUsers') === true;
  if (after.get('routing') === 'default-route') {
    return { allowFederatedUsers, routing: 'default-route', defaultRouteFqdn: String(after.get('defaultRouteFqdn')) };
  }
  return {
    allowFederatedUsers,
    routing: 'dns-srv',
    enablePartnerDiscovery: after.get('enablePartnerDiscovery') === true,
  };
}

/** What the draft names, with the empty text as null, and without what asks for nothing under its routing method. */
function wantedFields(draft: AccessEdgeDraft, edge: AccessEdge): FieldValues {
  const routing = draft.routing ?? edge.routing;
  const fields: Record<string, FieldValue> = {};
  if (draft.routing !== undefined) fields['routing'] = draft.routing;
  for (const field of ACCESS_EDGE_FIELDS) {
    const value = draft[field];
    const belongs = routingOf(field);
    if (value === undefined || (belongs !== null && belongs !== routing)) continue;
    fields[field] = typeof value === 'string' && value.trim() === '' ? null : value;
  }
  // Said, not left to the server: it decides who is let in.
  if (routing === 'dns-srv' && edge.routing !== routing) fields['enablePartnerDiscovery'] ??= false;
  return fields;
}

/**
 * A value of one routing method goes with the switch of its parameter set, and with it the default route's FQDN, which
 * that switch needs; all else goes with the one identity there is.
 */
function argumentsOf(changed: FieldValues, routing: AccessEdgeRouting, wanted: FieldValues): readonly StepArgument[] {
  const switched = 'routing' in changed || ACCESS_EDGE_FIELDS.some((field) => field in changed && routingOf(field));
  const args: StepArgument[] = [
    switched ? { name: ROUTING_SWITCHES[routing], value: true } : { name: 'Identity', value: 'Global' },
  ];
  for (const field of ACCESS_EDGE_FIELDS) {
    const sent = field in changed || (switched && routing === 'default-route' && field === 'defaultRouteFqdn');
    if (sent) args.push({ name: accessEdgeParameter(field), value: wanted[field] ?? null });
  }
  return args;
}

/** Unknown is not refused: the server itself does, and says so. */
function refuseProviders(providers: ProviderCounts): void {
  const counts = { hosting: providers.hosting ?? 0, public: providers.public ?? 0 };
  if (counts.hosting + counts.public > 0) throw failure('conflict.providers-exist', counts);
}

/** The sentence: for each field whether it is left, cleared or given, its value, and the value it had. */
function wordsOf(changed: FieldValues, now: FieldValues, routing: AccessEdgeRouting): PlanWords {
  const values: Record<string, string> = {};
  for (const field of ['routing', ...ACCESS_EDGE_FIELDS]) {
    const value = changed[field];
    values[`${field}Change`] = value === undefined ? 'left' : value === null ? 'cleared' : 'given';
    values[field] = String(value ?? '');
    values[`${field}Was`] = String(now[field] ?? 'none');
  }
  // A word of a sentence's choice has no hyphen: the server's own names of the two.
  values['routing'] = changed['routing'] === undefined ? '' : ROUTING_SWITCHES[routing];
  return { id: 'plan.words.access-edge.set', values };
}
