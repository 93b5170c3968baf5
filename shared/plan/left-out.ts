import { fieldsIn } from './conflict.ts';
import type { DomainDraft, Draft, NounDraft } from './draft.ts';
import {
  ACCESS_EDGE_IDENTITY,
  hasValues,
  isDomainState,
  rowOn,
  type DomainState,
  type ObjectState,
} from './expectations.ts';
import { isNounDraft } from './kind-of-draft.ts';
import type { FieldValues, LeftOut } from './plan.ts';

/**
 * Why a draft has no place in a plan that goes on with what another one has left: somebody has done it meanwhile, or
 * what it adds is there otherwise. null = it has its place, or what is in its way is for a person to decide.
 */
export function leftOutOf(draft: Draft, now: ObjectState): LeftOut | null {
  if (draft.kind === 'access-edge.set') return null;
  const why = isNounDraft(draft) ? whyNoun(draft, now) : isDomainState(now) ? whyDomain(draft, now) : null;
  if (why === null) return null;
  return { identity: draftIdentity(draft), why };
}

/** The object of a draft, as `identityOf` names that of a step. */
export function draftIdentity(draft: Draft): string {
  if (draft.kind === 'access-edge.set') return ACCESS_EDGE_IDENTITY;
  return isNounDraft(draft) ? draft.identity : draft.domain;
}

function whyDomain(draft: DomainDraft, now: DomainState): LeftOut['why'] | null {
  const nowhere = now.allowed === null && now.blocked === null;
  if (draft.kind === 'federated-domain.remove') return nowhere ? 'as-wanted' : null;
  if (draft.kind === 'federated-domain.move') return null;
  const row = rowOn(draft.kind.startsWith('allowed') ? 'allowed' : 'blocked', now);
  const is = row !== null && hasValues(row, wantedOf(draft));
  if (draft.kind === 'allowed-domain.set' || draft.kind === 'blocked-domain.set') return is ? 'as-wanted' : null;
  if (row === null) return nowhere ? null : 'other-list';
  return is ? 'as-wanted' : 'otherwise';
}

function whyNoun(draft: NounDraft, now: ObjectState): LeftOut['why'] | null {
  if (!('row' in now)) return null;
  const { row } = now;
  if (draft.kind === 'noun.remove') return row === null ? 'as-wanted' : null;
  if (row === null) return null;
  const is = hasValues(row.values, draft.values);
  if (draft.kind === 'noun.set') return is ? 'as-wanted' : null;
  return is ? 'as-wanted' : 'otherwise';
}

/** The fields of a domain that a draft names. */
function wantedOf(draft: DomainDraft): FieldValues {
  const fields = fieldsIn(draft);
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !NO_FIELDS.has(field)));
}

const NO_FIELDS: ReadonlySet<string> = new Set(['kind', 'versionRead']);
