import { sameIdentity } from '../../../shared/nouns/nouns.ts';
import {
  policyNameReason,
  policyScope,
  type AccessSwitch,
  type PolicyNameReason,
} from '../../../shared/rules/external-access-policy.ts';
import type { NounFields, NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { POLICY, SITE } from './policy-subject.ts';

/** Why a new policy cannot have this identity: of its name, that no site is chosen, or that it is there already. */
export type IdentityProblem = PolicyNameReason | 'site' | 'taken';

/** Checks the identity of a new policy against those there are; null = it can be had. */
export function nameProblem(identity: string, rows: readonly NounTableRow[]): IdentityProblem | null {
  if (identity === SITE) return 'site';
  const taken = rows.some(hasIdentity(identity));
  if (policyScope(identity).kind === 'site') return taken ? 'taken' : null;
  return policyNameReason(identity) ?? (taken ? 'taken' : null);
}

/** Whether a policy is the one of an identity, as it is typed. */
export function hasIdentity(identity: string): (row: NounTableRow) => boolean {
  return (row) => sameIdentity(POLICY, row.identity, identity.trim());
}

/** The switches after one was ticked: XMPP goes with the federation it needs. */
export function ticked(values: NounFields['values'], each: AccessSwitch, on: boolean): NounFields['values'] {
  const goes = each === 'enableFederationAccess' && !on ? { enableXmppAccess: false } : {};
  return { ...values, [each]: on, ...goes };
}
