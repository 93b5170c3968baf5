import type { FieldValue } from '../conflict.ts';
import type { AccessEdge } from '../models/access-edge.ts';
import type { AllowedDomain, BlockedDomain, FederatedDomain } from '../models/federated-domain.ts';
import { sameDomain } from '../rules/domain-name.ts';
import type { DomainListName, FieldValues, StepExpectation, StepOutcome } from './plan.ts';
import { accessEdgeVersion, rowVersion, type Sha256 } from './row-version.ts';

/** One domain as it stands on the server: its object on each list, or null. A server has it on one list at most. */
export interface DomainState {
  readonly allowed: AllowedDomain | null;
  readonly blocked: BlockedDomain | null;
}

/** The Access Edge as it stands on the server. */
export interface AccessEdgeState {
  readonly edge: AccessEdge;
}

/** The object of a step as it stands on the server. */
export type ObjectState = DomainState | AccessEdgeState;

/** How an error names the Access Edge, where it names a domain by its name: its sentence knows this word. */
export const ACCESS_EDGE_IDENTITY = 'AccessEdge';

/** The object of a step, as an error names it. */
export function identityOf(of: StepExpectation | StepOutcome): string {
  return of.object === 'domain' ? of.domain : ACCESS_EDGE_IDENTITY;
}

/** The row of one list, or null where the domain is not on it. */
export function rowOn(list: DomainListName, state: DomainState): FederatedDomain | null {
  if (list === 'allowed') return state.allowed === null ? null : { status: 'allowed', ...state.allowed };
  return state.blocked === null ? null : { status: 'blocked', ...state.blocked };
}

/** The object a step is about, in that state: the row of its list, the Access Edge, or null where it is not there. */
export function objectOf(of: StepExpectation | StepOutcome, state: ObjectState): FederatedDomain | AccessEdge | null {
  if (of.object === 'access-edge') return 'edge' in state ? state.edge : null;
  return 'edge' in state ? null : rowOn(of.list, state);
}

/** The version of the object a step is about, in that state; null = it is not there. */
export function versionOf(of: StepExpectation | StepOutcome, state: ObjectState, sha256: Sha256): string | null {
  if ('edge' in state) return of.object === 'access-edge' ? accessEdgeVersion(state.edge, sha256) : null;
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

function sameValue(field: string, read: unknown, wanted: FieldValue): boolean {
  const readValue = read === '' || read === undefined ? null : read;
  const wantedValue = wanted === '' ? null : wanted;
  if (FQDNS.has(field) && typeof readValue === 'string' && typeof wantedValue === 'string') {
    return sameDomain(readValue, wantedValue);
  }
  return readValue === wantedValue;
}
