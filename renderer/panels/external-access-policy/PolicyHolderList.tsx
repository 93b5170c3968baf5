import Box from '@mui/material/Box';
import { useEffect, type ReactNode } from 'react';
import type { Holder } from '../../../shared/models/holder.ts';
import { fallbacks } from '../../../shared/rules/fallback.ts';
import { policyScope } from '../../../shared/rules/external-access-policy.ts';
import { usePolicyHolders } from '../../api/policy-queries.ts';
import { Problem } from '../../components/Problem.tsx';
import { useText, type Text } from '../../i18n/language.ts';

/** So many are named; the review and the journal know them all. */
const NAMED = 200;

interface PolicyHolderListProps {
  readonly deployment: string;
  readonly policy: string;
  /** Called when it is known who has it, or that nobody can say. */
  readonly onRead: () => void;
}

/** Who has a user policy, and what each falls back to without it. */
export function PolicyHolderList({ deployment, policy, onRead }: PolicyHolderListProps): ReactNode {
  const text = useText();
  const { data, error, isFetching, refetch } = usePolicyHolders(deployment, policy);
  const read = data !== undefined && !isFetching;
  useEffect(() => {
    if (read) onRead();
    // Told once for each read, however often the pane is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [read]);
  if (error !== null) return <Problem error={error.error} onRetry={() => void refetch()} />;
  if (!read) return <div role="status">{text('policies.delete.reading')}</div>;
  if (data.holders === null) return text('policies.delete.unknown');
  if (data.holders.length === 0) return text('policies.delete.nobody');
  return (
    <>
      <div>{text('policies.delete.holders', { count: data.holders.length })}</div>
      {fallbacks(data.holders).map(({ to }) => (
        <FallbackGroup key={to ?? ''} to={to} holders={data.holders?.filter(({ fallsTo }) => fallsTo === to) ?? []} />
      ))}
    </>
  );
}

interface FallbackGroupProps {
  readonly to: string | null;
  readonly holders: readonly Holder[];
}

function FallbackGroup({ to, holders }: FallbackGroupProps): ReactNode {
  const text = useText();
  const more = holders.length - NAMED;
  return (
    <Box component="details" sx={{ mt: 0.5, '& > summary': { cursor: 'pointer' } }}>
      <summary>{fallbackText(text, to, holders.length)}</summary>
      <Box component="ul" sx={{ m: 0, my: 0.5, pl: 2.5, fontSize: 12, maxHeight: 200, overflowY: 'auto' }} tabIndex={0}>
        {holders.slice(0, NAMED).map(({ identity, displayName }) => (
          <li key={identity}>
            {displayName ?? identity}
            {displayName !== null && <Box component="span" sx={{ color: 'text.secondary' }}>{` ${identity}`}</Box>}
          </li>
        ))}
        {more > 0 && <li>{text('policies.delete.more', { count: more })}</li>}
      </Box>
    </Box>
  );
}

function fallbackText(text: Text, to: string | null, count: number): string {
  if (to === null) return text('policies.delete.falls-unknown', { count });
  const scope = policyScope(to);
  return scope.kind === 'site'
    ? text('policies.delete.falls-site', { count, site: scope.name })
    : text('policies.delete.falls-global', { count });
}
