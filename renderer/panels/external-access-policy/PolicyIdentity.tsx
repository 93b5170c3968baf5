import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { MessageId } from '../../../shared/i18n/index.ts';
import { sameIdentity } from '../../../shared/nouns/nouns.ts';
import { policyScope } from '../../../shared/rules/external-access-policy.ts';
import { useSites } from '../../api/policy-queries.ts';
import type { NounSubject, NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { policyTitle } from '../../components/policy-words.ts';
import { Problem } from '../../components/Problem.tsx';
import { useText } from '../../i18n/language.ts';
import type { IdentityProblem } from './policy-form.ts';
import { POLICY, scopeWords, SITE } from './policy-subject.ts';

interface PolicyIdentityProps {
  readonly subject: NounSubject;
  readonly identity: string;
  readonly deployment: string;
  readonly rows: readonly NounTableRow[];
  readonly problem: IdentityProblem | null;
  readonly onChange: (identity: string) => void;
  readonly onLeave: () => void;
}

const problemWords: Readonly<Record<IdentityProblem, MessageId>> = {
  empty: 'rules.policy-name.empty',
  scope: 'rules.policy-name.scope',
  site: 'policies.site.none-chosen',
  taken: 'policies.name.taken',
};

/** Scope and name: to be typed for a user policy, chosen among the sites without one, fixed of one that is there. */
export function PolicyIdentity(props: PolicyIdentityProps): ReactNode {
  const { subject, identity, problem, onChange, onLeave } = props;
  const text = useText();
  const isNew = subject.kind === 'new';
  const ofSite = isNew && subject.start.identity === SITE;
  const scope = ofSite ? 'site' : isNew ? 'user' : policyScope(identity).kind;
  return (
    <>
      <Typography component="p" sx={{ m: 0, color: 'text.secondary' }}>
        {text('policies.form.scope', { scope: text(scopeWords[scope]) })}
      </Typography>
      {ofSite ? (
        <SiteChoice {...props} />
      ) : (
        <TextField
          label={text('policies.form.name')}
          value={isNew ? identity : policyTitle(text, identity)}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onLeave}
          required={isNew}
          autoFocus={isNew}
          error={problem !== null}
          helperText={problem === null ? !isNew && text('policies.form.name-fixed') : text(problemWords[problem])}
          slotProps={{ htmlInput: { readOnly: !isNew } }}
        />
      )}
    </>
  );
}

/** Microsoft's "Select a Site": only those that have no policy yet. */
function SiteChoice({ identity, deployment, rows, problem, onChange }: PolicyIdentityProps): ReactNode {
  const text = useText();
  const sites = useSites(deployment, true);
  if (sites.error !== null) return <Problem error={sites.error.error} onRetry={() => void sites.refetch()} />;
  const free = (sites.data?.sites ?? []).filter(
    (site) => !rows.some((row) => sameIdentity(POLICY, row.identity, site.identity)),
  );
  const none = sites.data !== undefined && free.length === 0;
  const known = free.some((site) => site.identity === identity);
  const help = sites.data === undefined ? text('table.reading') : none ? text('policies.site.all-have') : ' ';
  return (
    <TextField
      select
      label={text('policies.site.select')}
      value={known ? identity : ''}
      onChange={(event) => onChange(event.target.value)}
      required
      autoFocus
      disabled={none}
      error={problem !== null && !none}
      helperText={problem === null || none ? help : text(problemWords[problem])}
    >
      {free.map((site) => (
        <MenuItem key={site.identity} value={site.identity}>
          {site.name}
        </MenuItem>
      ))}
    </TextField>
  );
}
