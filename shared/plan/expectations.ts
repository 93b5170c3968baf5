import type { FieldValue } from '../conflict.ts';
import type { AccessEdge } from '../models/access-edge.ts';
import type { AllowedDomain, BlockedDomain, FederatedDomain } from '../models/federated-domain.ts';
import type { NounRow } from '../models/noun-row.ts';
import { listMembers } from '../nouns/noun.ts';
import { sameDomain } from '../rules/domain-name.ts';
import type { DomainListName, FieldValues, StepExpectation, StepOutcome } from './plan.ts';
import { accessEdgeVersion, nounVersion, rowVersion, type Sha256 } from './row-version.ts';

/** One domain as it stands on the server: its object on each list, or null. A server has it on one list at most. */
export interface DomainState {
  readonly allowed: AllowedDomain | null;
  readonly blocked: BlockedDomain | null;
}

/** The Access Edge as it stands on the server. */
export interface AccessEdgeState {
  readonly edge: AccessEdge;
}

/** One object of a noun as it stands on the server, or null where it is not there. */
export interface NounState {
  readonly row: NounRow | null;
  /** Identities of those it is given to, read before it is removed; left out where nobody was asked. */
  readonly givenTo?: readonly string[] | undefined;
}

/** The object of a step as it stands on the server. */
export type ObjectState = DomainState | AccessEdgeState | NounState;

/** Whether a state is of a domain: of its row on each list. */
export function isDomainState(state: ObjectState): state is DomainState {
  return 'allowed' in state;
}

/** How an error names the Access Edge, where it names a domain by its name: its sentence knows this word. */
export const ACCESS_EDGE_IDENTITY = 'AccessEdge';

/** The object of a step, as an error names it. */
export function identityOf(of: StepExpectation | StepOutcome): string {
  if (of.object === 'access-edge') return ACCESS_EDGE_IDENTITY;
  return of.object === 'domain' ? of.domain : of.identity;
}

/** The row of one list, or null where the domain is not on it. */
export function rowOn(list: DomainListName, state: DomainState): FederatedDomain | null {
  if (list === 'allowed') return state.allowed === null ? null : { status: 'allowed', ...state.allowed };
  return state.blocked === null ? null : { status: 'blocked', ...state.blocked };
}

/** The values of the object a step is about, in that state: a row of a list, the Access Edge, a noun's; null = it is not there. */
export function objectOf(
  of: StepExpectation | StepOutcome,
  state: ObjectState,
): FederatedDomain | AccessEdge | FieldValues | null {
  if (of.object === 'access-edge') return 'edge' in state ? state.edge : null;
  if (of.object === 'noun') return 'row' in state ? (state.row?.values ?? null) : null;
  return isDomainState(state) ? rowOn(of.list, state) : null;
}

/** The version of the object a step is about, in that state; null = it is not there. */
export function versionOf(of: StepExpectation | StepOutcome, state: ObjectState, sha256: Sha256): string | null {
  if ('edge' in state) return of.object === 'access-edge' ? accessEdgeVersion(state.edge, sha256) : null;
  if ('row' in state) return of.object === 'noun' && state.row !== null ? nounVersion(state.row, sha256) : null;
  const row = of.object === 'domain' ? rowOn(of.list, state) : null;
  return row === null ? null : rowVersion(row, sha256);
}

/** Whether the object is still as a step expects it. */
export function stillExpected(expectation: StepExpectation, state: ObjectState, sha256: Sha256): boolean {
  return versionOf(expectation, state, sha256) === expectation.version;
}

/** Whether the object is as a step wanted it. Only the fields the step sent are looked at: a server fills in the rest. */
export function asWanted(outcome: StepOutcome, state: ObjectState): boolean {
  const object = objectOf(outcome, state);
  const present = outcome.object === 'access-edge' || outcome.present;
  if (object === null) return !present;
  return present && hasValues(object, outcome.values);
}

/** Whether an object has these values, as a server compares them: no text is the empty text, an FQDN has no case. */
export function hasValues(object: object, values: FieldValues): boolean {
  const read = new Map<string, unknown>(Object.entries(object));
  return Object.entries(values).every(([field, value]) => sameValue(field, read.get(field), value));
}

const FQDNS: ReadonlySet<string> = new Set(['proxyFqdn', 'defaultRouteFqdn']);
const DOMAIN_LISTS: ReadonlySet<string> = new Set(['additionalDomains', 'nameDecorationExcludedDomainList']);

function sameValue(field: string, read: unknown, wanted: FieldValue): boolean {
  const readValue = read === '' || read === undefined ? null : read;
  const wantedValue = wanted === '' ? null : wanted;
  if (FQDNS.has(field) && typeof readValue === 'string' && typeof wantedValue === 'string') {
    return sameDomain(readValue, wantedValue);
  }
  if (DOMAIN_LISTS.has(field) && typeof readValue === 'string' && typeof wantedValue === 'string') {
    return sameMembers(readValue, wantedValue);
  }
  return readValue === wantedValue;
}

/** A server may give a list in another order than it was sent in. */
function sameMembers(one: string, other: string): boolean {
  const sorted = (list: string): string => listMembers(list.toLowerCase()).toSorted().join();
  return sorted(one) === sorted(other);
}
