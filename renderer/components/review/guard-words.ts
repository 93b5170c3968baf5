import type { MessageId } from '../../../shared/i18n/index.ts';
import type { AccessReach, PolicyReach, PostureChange } from '../../../shared/plan/plan.ts';
import { policyScope, type AccessSwitch } from '../../../shared/rules/external-access-policy.ts';
import type { Text } from '../../i18n/language.ts';
import { whomWords } from '../policy-words.ts';

/** What a change of posture means, for whom: a sentence and what it needs. */
export interface GuardWords {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, string | number>>;
}

/**
 * What a guarded plan means for the people it reaches. What was before matters only where somebody is cut off: from
 * `open` everyone who is not listed, from a longer list its last domain.
 */
export function guardWords({ before, after }: PostureChange): GuardWords {
  switch (after.kind) {
    case 'off':
      return { id: 'review.guard.off', values: {} };
    case 'open':
      return { id: 'review.guard.open', values: { count: after.blockedDomains } };
    case 'default-route':
      return { id: 'review.guard.default-route', values: { fqdn: after.fqdn } };
    case 'closed':
      if (after.allowedDomains === 0) return { id: 'review.guard.closed-to-all', values: {} };
      return before.kind === 'off'
        ? { id: 'review.guard.closed-from-off', values: { count: after.allowedDomains } }
        : { id: 'review.guard.closed', values: { count: after.allowedDomains } };
  }
}

const WHO = { allowOutsideUsers: 'remote', allowAnonymousUsers: 'anonymous' } as const;

/** What the Access Edge opens and closes for everybody: a sentence each. */
export function accessWords(text: Text, { opens, closes }: AccessReach): readonly string[] {
  return [
    ...opens.map((each) => text(`review.guard.access.opens.${WHO[each]}`)),
    ...closes.map((each) => text(`review.guard.access.closes.${WHO[each]}`)),
  ];
}

/** What a policy opens and what it closes for everybody it is in force for: a sentence each, those there are. */
export function reachWords(text: Text, { scope, opens, closes }: PolicyReach): readonly string[] {
  const where = policyScope(scope);
  const site = where.kind === 'site' ? where.name : '';
  const sentence = (id: MessageId, switches: readonly AccessSwitch[]): readonly string[] =>
    switches.length === 0 ? [] : [text(id, { where: where.kind, site, switches: whomWords(text, switches) })];
  return [...sentence('review.guard.policy.opens', opens), ...sentence('review.guard.policy.closes', closes)];
}
