import type { ListDeeds } from '../../components/list-panel/deeds.ts';
import type { ListHand } from '../../components/list-panel/ListPanel.tsx';
import type { NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import type { Text } from '../../i18n/language.ts';
import { PLAN_DRAFT_LIMIT } from '../../../shared/contract/limits.ts';
import { newSitePolicy, newUserPolicy, resetsOnly, type PolicySubject } from './policy-subject.ts';

/** Says of a cmdlet why it cannot be used, or null. */
export type WhyNot = (cmdlet: string) => string | null;

/** What a policy's row leads to. */
interface PolicyWays {
  readonly whyNot: WhyNot;
  /** Why this role cannot see users, in words, or null. */
  readonly whyNoUsers: string | null;
  /** Shows everybody for whom the policy is in force. */
  readonly onGoverned: (policy: string) => void;
}

/** What can be done with policies: New ▾ Site policy, User policy; who is governed; Delete. */
export function policyDeeds(
  { chosen, show }: ListHand<NounTableRow, PolicySubject>,
  { whyNot, whyNoUsers, onGoverned }: PolicyWays,
  text: Text,
): ListDeeds {
  const [first] = chosen;
  const unavailable = whyNot('New-CsExternalAccessPolicy');
  return {
    add: [
      {
        id: 'new-site',
        label: 'policies.new.site',
        title: 'policies.form.new-site',
        unavailable: unavailable ?? whyNot('Get-CsSite'),
        run: () => show(newSitePolicy),
      },
      {
        id: 'new-user',
        label: 'policies.new.user',
        title: 'policies.form.new-user',
        unavailable,
        run: () => show(newUserPolicy),
      },
    ],
    look: [
      {
        id: 'governed',
        label: 'policies.governed',
        unavailable: whyNoUsers ?? (chosen.length === 1 ? null : text('table.details.choose-one')),
        run: () => first !== undefined && onGoverned(first.identity),
      },
    ],
    change: [],
    whyNotDeleted: whyNotDeleted(chosen.length, whyNot, text),
    ...(chosen.length > 0 && resetsOnly(chosen) && { deletes: 'table.reset' }),
  };
}

function whyNotDeleted(count: number, whyNot: WhyNot, text: Text): string | null {
  if (count === 0) return text('table.choose-some');
  if (count > PLAN_DRAFT_LIMIT) return text('policies.limit', { limit: PLAN_DRAFT_LIMIT });
  return whyNot('Remove-CsExternalAccessPolicy');
}
