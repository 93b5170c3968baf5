import type { ReactNode } from 'react';
import type { NounAbilities } from '../../../shared/contract/requests.ts';
import type { AccessEdge } from '../../../shared/models/access-edge.ts';
import { nounFormName } from '../../components/noun-panel/noun-pane.ts';
import { removalOf, type NounSubject, type NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import type { ListAt } from '../../components/list-panel/ListPanel.tsx';
import { SidePane } from '../../components/SidePane.tsx';
import { useText } from '../../i18n/language.ts';
import { DeletePolicies } from './DeletePolicies.tsx';
import { PolicyForm } from './PolicyForm.tsx';
import type { WhyNot } from './policy-deeds.ts';
import { POLICY, policyName, SITE, type PolicySubject } from './policy-subject.ts';

interface PolicyPaneProps extends ListAt<NounTableRow, PolicySubject> {
  readonly subject: PolicySubject;
  readonly deployment: string;
  /** null = not read: then nothing is said of it. */
  readonly edge: AccessEdge | null;
  readonly abilities: NounAbilities | null;
  readonly whyNot: WhyNot;
}

/** The pane beside the table: a policy's form, or what a deletion means. */
export function PolicyPane(props: PolicyPaneProps): ReactNode {
  const { subject, deployment, rows, edge, abilities, whyNot, review, refusal, choice } = props;
  const text = useText();
  const shared = { building: review.state.phase === 'building', refusal, choice, onCancel: props.onCancel };
  const pane = { discard: props.discard, onClose: props.onClose };
  if (subject.kind === 'delete') {
    return (
      <SidePane title={text('policies.delete.title', { count: subject.rows.length })} {...pane}>
        <DeletePolicies
          {...shared}
          key={subject.rows.map(({ identity }) => identity).join('\n')}
          deployment={deployment}
          rows={subject.rows}
          policies={rows.map(({ identity }) => identity)}
          onReview={() => review.begin(removalOf(subject.rows))}
        />
      </SidePane>
    );
  }
  const name = nounFormName(POLICY, deployment, subject);
  const isNew = subject.kind === 'new';
  return (
    <SidePane title={titleOf(subject)} {...pane}>
      <PolicyForm
        {...shared}
        key={name}
        name={name}
        subject={subject}
        deployment={deployment}
        rows={rows}
        edge={edge}
        takes={(isNew ? abilities?.addable : abilities?.settable) ?? null}
        unavailable={whyNot(isNew ? 'New-CsExternalAccessPolicy' : 'Set-CsExternalAccessPolicy')}
        onEdit={review.close}
        onReview={(draft) => review.begin([draft])}
      />
    </SidePane>
  );

  function titleOf(of: NounSubject): string {
    if (of.kind === 'existing') return text('policies.form.edit', { name: policyName(of.row.identity) });
    return text(of.start.identity === SITE ? 'policies.form.new-site' : 'policies.form.new-user');
  }
}
