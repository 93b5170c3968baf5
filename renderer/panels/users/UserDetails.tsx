import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { EffectivePolicy, UserListRow } from '../../../shared/contract/users.ts';
import { formatError } from '../../../shared/i18n/index.ts';
import { samePolicy } from '../../../shared/rules/policy-in-force.ts';
import { useEffectivePolicy } from '../../api/user-queries.ts';
import { Facts } from '../../components/Facts.tsx';
import { policyChoice, policyTitle } from '../../components/policy-words.ts';
import { Problem } from '../../components/Problem.tsx';
import { useLanguage, useText } from '../../i18n/language.ts';
import { policyWords } from './columns.tsx';

interface UserDetailsProps {
  /** As it stood in the table. */
  readonly row: UserListRow;
  readonly deployment: string;
  /** The form below. */
  readonly children: ReactNode;
}

/** One user: who it is, what was assigned, what is in force and why. */
export function UserDetails({ row, deployment, children }: UserDetailsProps): ReactNode {
  const text = useText();
  const { data, error } = useEffectivePolicy(deployment, row.sipAddress);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, pt: 0.5 }}>
      <Facts
        facts={[
          { name: text('user.column.address'), value: row.sipAddress },
          { name: text('user.column.pool'), value: row.registrarPool ?? text('user.no-pool') },
          { name: text('user.assigned'), value: policyWords(row.externalAccessPolicy, text) },
        ]}
      />
      <Box component="section" aria-label={text('user.in-force')} aria-busy={data === undefined && error === null}>
        <Typography variant="h3" sx={{ mb: 0.5 }}>
          {text('user.in-force')}
        </Typography>
        {/* As high as it will be, so that the form below stands still. */}
        <Box sx={{ minHeight: 84 }}>
          {error !== null && <Problem error={error.error} />}
          {data === undefined ? error === null && text('table.reading') : <InForce effective={data} />}
        </Box>
      </Box>
      {children}
    </Box>
  );
}

const WHY = { user: 'user.why.user', site: 'user.why.site', global: 'user.why.global' } as const;

function InForce({ effective: { resolved, said } }: { readonly effective: EffectivePolicy }): ReactNode {
  const text = useText();
  const language = useLanguage();
  const policy = said.ok ? said.value : null;
  const differs = resolved.ok && policy !== null && !samePolicy(resolved.value.policy, policy);
  return (
    <>
      <Box sx={{ fontWeight: 600 }}>
        {policy !== null
          ? policyChoice(text, policy)
          : resolved.ok
            ? policyChoice(text, resolved.value.policy)
            : text('user.in-force.unknown')}
      </Box>
      <div>
        {resolved.ok
          ? text(WHY[resolved.value.scope], {
              site: resolved.value.site === null ? 'none' : policyTitle(text, resolved.value.site),
              policy: policyChoice(text, resolved.value.policy),
            })
          : formatError(language, resolved.error).cause}
      </div>
      {differs && <div>{text('user.in-force.differs', { policy: policyChoice(text, resolved.value.policy) })}</div>}
      <Typography variant="caption">
        {said.ok ? text('user.in-force.said') : formatError(language, said.error).cause}
      </Typography>
    </>
  );
}
