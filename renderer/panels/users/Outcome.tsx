import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { scopeOf } from '../../../shared/rules/policy-in-force.ts';
import { policyChoice } from '../../components/policy-words.ts';
import type { UserSearch } from '../../api/user-queries.ts';
import type { Text } from '../../i18n/language.ts';
import { useText } from '../../i18n/language.ts';

const SCOPES = {
  user: 'user.governed.user',
  site: 'user.governed.site',
  global: 'user.governed.global',
} as const;

/** What came of a search, in one line whose place is kept: whether there are more, who is governed and why. */
export function Outcome({ search }: { readonly search: UserSearch }): ReactNode {
  const text = useText();
  return (
    <Box role="status" sx={{ px: 1.5, pb: 1, minHeight: 28, overflowWrap: 'anywhere' }}>
      {outcomeWords(search, text)}
    </Box>
  );
}

function outcomeWords({ wanted, found, users, reading }: UserSearch, text: Text): string {
  if (wanted === null || reading) return '';
  if (found === undefined) {
    // Stopped by the person: a refusal is shown as what it is.
    return users === undefined ? '' : text('user.stopped', { count: users.length });
  }
  const count = found.users.length;
  if (wanted.kind === 'governed')
    return text(SCOPES[scopeOf(wanted.policy)], {
      count,
      policy: policyChoice(text, wanted.policy),
    });
  return found.more ? text('user.more', { limit: wanted.limit }) : '';
}
