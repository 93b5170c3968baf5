import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { NOUNS } from '../../../shared/nouns/nouns.ts';
import { hasCmdlet } from '../../../shared/rules/absent-cmdlet.ts';
import { formatError } from '../../../shared/i18n/index.ts';
import type { UnheldSearch } from '../../api/unheld-queries.ts';
import { useLanguage, useMoment, useText } from '../../i18n/language.ts';

interface UnheldPoliciesProps {
  readonly search: UnheldSearch;
  /** How many user policies there are; null = not read. */
  readonly count: number | null;
  readonly cmdlets: readonly string[];
}

/**
 * The line that says whether a user policy is assigned to nobody, with the button that finds it out. On request alone:
 * it costs the server a search of its users for each policy, and the overview is read again every few seconds while a
 * replica catches up.
 */
export function UnheldPolicies({ search, count, cmdlets }: UnheldPoliciesProps): ReactNode {
  const text = useText();
  const can = hasCmdlet(cmdlets, NOUNS.user.get);
  const words = useWords(search, count ?? 0, can);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 40, fontSize: 12, color: 'text.secondary' }}>
      <Box role="status" sx={{ flex: 1, minWidth: 0, wordBreak: 'keep-all' }}>
        {words}
      </Box>
      {can && (
        <Button onClick={search.running ? search.cancel : search.start} disabled={count === null} sx={{ flex: 'none' }}>
          {text(search.running ? 'shell.cancel' : 'overview.unheld.look')}
        </Button>
      )}
    </Box>
  );
}

function useWords({ running, read, error, found }: UnheldSearch, count: number, can: boolean): string {
  const text = useText();
  const moment = useMoment();
  const language = useLanguage();
  if (!can) return text('overview.unheld.no-users', { cmdlet: NOUNS.user.get });
  if (running) return text('overview.unheld.running', { read, count });
  if (error !== null) return text('overview.unheld.failed', { cause: formatError(language, error.error).cause });
  if (found === null) return text('overview.unheld.on-request');
  const time = moment(found.at);
  const unheld = found.policies.length;
  return unheld === 0
    ? text('overview.unheld.none', { count, time })
    : text('overview.unheld.some', { unheld, count, time });
}
