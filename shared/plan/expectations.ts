import type { AllowedDomain, BlockedDomain, FederatedDomain } from '../models/federated-domain.ts';
import { sameDomain } from '../rules/domain-name.ts';
import type { DomainListName, StepExpectation, StepOutcome } from './plan.ts';
import { rowVersion, type Sha256 } from './row-version.ts';

/** One domain as it stands on the server: its object on each list, or null. A server has it on one list at most. */
export interface DomainState {
  readonly allowed: AllowedDomain | null;
  readonly blocked: BlockedDomain | null;
}

/** The row of one list, or null where the domain is not on it. */
export function rowOn(list: DomainListName, state: DomainState): FederatedDomain | null {
  if (list === 'allowed') return state.allowed === null ? null : { status: 'allowed', ...state.allowed };
  return state.blocked === null ? null : { status: 'blocked', ...state.blocked };
}

/** Whether the domain is still as a step expects it. */
export function stillExpected(expectation: StepExpectation, state: DomainState, sha256: Sha256): boolean {
  const row = rowOn(expectation.list, state);
  return (row === null ? null : rowVersion(row, sha256)) === expectation.version;
}

/** Whether the domain is as a step wanted it. Only the fields the step sent are looked at: a server fills in the rest. */
export function asWanted(outcome: StepOutcome, state: DomainState): boolean {
  const row = rowOn(outcome.list, state);
  if (row === null) return !outcome.present;
  const read = new Map<string, unknown>(Object.entries(row));
  return (
    outcome.present && Object.entries(outcome.values).every(([field, value]) => equal(field, read.get(field), value))
  );
}

function equal(field: string, read: unknown, wanted: string | boolean | null): boolean {
  const readValue = read === '' || read === undefined ? null : read;
  const wantedValue = wanted === '' ? null : wanted;
  if (field === 'proxyFqdn' && typeof readValue === 'string' && typeof wantedValue === 'string') {
    return sameDomain(readValue, wantedValue);
  }
  return readValue === wantedValue;
}
