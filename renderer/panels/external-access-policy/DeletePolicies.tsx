import Box from '@mui/material/Box';
import { useState, type ReactNode } from 'react';
import type { EdgewiseError } from '../../../shared/errors.ts';
import { policyScope } from '../../../shared/rules/external-access-policy.ts';
import { PageLink } from '../../components/PageLink.tsx';
import type { NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { policyTitle } from '../../components/policy-words.ts';
import { Problem } from '../../components/Problem.tsx';
import { ReviewButtons } from '../../components/ReviewButtons.tsx';
import { useText } from '../../i18n/language.ts';
import { PolicyHolderList } from './PolicyHolderList.tsx';
import { resetsOnly } from './policy-subject.ts';

interface DeletePoliciesProps {
  readonly deployment: string;
  readonly rows: readonly NounTableRow[];
  /** Identities of every policy there is. */
  readonly policies: readonly string[];
  readonly building: boolean;
  readonly refusal: EdgewiseError | null;
  readonly choice: ReactNode;
  readonly onReview: () => void;
  readonly onCancel: () => void;
}

/** What deleting policies means, before it is reviewed: who falls back to what, and that Global is reset. */
export function DeletePolicies(props: DeletePoliciesProps): ReactNode {
  const { deployment, rows, building, refusal, choice, onReview, onCancel } = props;
  const text = useText();
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const asked = rows.filter(({ identity }) => policyScope(identity).kind === 'user');
  const ready = asked.every(({ identity }) => read.has(identity));
  const resets = resetsOnly(rows);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.75, pt: 0.75 }}>
      {rows.map(({ identity }) => (
        <Box component="section" key={identity} sx={{ overflowWrap: 'anywhere' }}>
          <Box component="h3" sx={{ m: 0, mb: 0.5, fontSize: 'inherit', fontWeight: 600 }}>
            {policyTitle(text, identity)}
          </Box>
          <Meaning
            identity={identity}
            deployment={deployment}
            onRead={() => setRead((now) => new Set([...now, identity]))}
          />
        </Box>
      ))}
      <PageLink page="policies-delete" about={text(resets ? 'table.reset' : 'table.delete')} />
      {refusal !== null && <Problem error={refusal} {...(refusal.retry && { onRetry: onReview })} />}
      {choice}
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <ReviewButtons
          words={text(resets ? 'policies.delete.review-reset' : 'policies.delete.review')}
          ready={ready}
          building={building}
          focus={asked.length === 0 ? 'review' : 'cancel'}
          onReview={onReview}
          onCancel={onCancel}
        />
      </Box>
    </Box>
  );
}

interface MeaningProps {
  readonly identity: string;
  readonly deployment: string;
  readonly onRead: () => void;
}

function Meaning({ identity, deployment, onRead }: MeaningProps): ReactNode {
  const text = useText();
  const scope = policyScope(identity);
  switch (scope.kind) {
    case 'global':
      return text('policies.delete.global');
    case 'site':
      return text('policies.delete.site', { site: scope.name });
    case 'user':
      return <PolicyHolderList deployment={deployment} policy={identity} onRead={onRead} />;
  }
}
