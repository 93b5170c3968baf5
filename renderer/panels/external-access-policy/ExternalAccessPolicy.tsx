import Alert from '@mui/material/Alert';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useAccessEdge } from '../../api/access-edge-queries.ts';
import { ListPanel, type ListHand } from '../../components/list-panel/ListPanel.tsx';
import { nounKind } from '../../components/noun-panel/noun-pane.ts';
import { removalOf, type NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { useNounList } from '../../components/noun-panel/use-noun-list.ts';
import { goToGoverned } from '../../app/place.ts';
import { useWhyNot, useWhyNotRead } from '../../components/use-why-not.ts';
import { useText } from '../../i18n/language.ts';
import type { PanelProps } from '../panel.ts';
import { policyColumns } from './columns.tsx';
import { policyDeeds } from './policy-deeds.ts';
import { deletionOf, POLICY, policyPane, type PolicySubject } from './policy-subject.ts';
import { PolicyPane } from './PolicyPane.tsx';

const kind = nounKind();
const nouns = [POLICY] as const;

/** The External Access Policy panel: the policies of every scope, a form beside them, every change through a review. */
export function ExternalAccessPolicy({ open, lost }: PanelProps): ReactNode {
  const text = useText();
  const { deployment } = open;
  const { list, reading, abilities } = useNounList(deployment.id, nouns);
  const edge = useAccessEdge(deployment.id).data?.edge ?? null;
  const whyNot = useWhyNot(open);
  const whyNoUsers = useWhyNotRead(open)('Get-CsUser');
  const columns = useMemo(() => policyColumns(text), [text]);
  const deedsOf = useCallback(
    (hand: ListHand<NounTableRow, PolicySubject>) =>
      policyDeeds(hand, { whyNot, whyNoUsers, onGoverned: (policy) => goToGoverned(deployment.id, policy) }, text),
    [whyNot, whyNoUsers, deployment.id, text],
  );
  // Known when the deployment is opened, so that the line does not come later and move the table.
  const off = edge === null ? open.posture.kind === 'off' : !edge.allowFederatedUsers;
  return (
    <ListPanel<NounTableRow, PolicySubject>
      id={POLICY}
      label={text('policies.title')}
      open={open}
      lost={lost}
      list={list}
      kind={kind}
      columns={columns}
      pane={policyPane(deployment.id)}
      reading={reading}
      subjectOf={(row) => ({ kind: 'existing', row })}
      deedsOf={deedsOf}
      removalOf={removalOf}
      deletionOf={deletionOf}
      empty={text('policies.empty')}
      notice={
        off && (
          <Alert severity="info" sx={{ mx: 1.5, mb: 1, py: 0 }}>
            {text('policies.federation-off')}
          </Alert>
        )
      }
      paneOf={(subject, at) => (
        <PolicyPane
          {...at}
          subject={subject}
          deployment={deployment.id}
          edge={edge}
          abilities={abilities(POLICY)}
          whyNot={whyNot}
        />
      )}
    />
  );
}
