import type { ReactNode } from 'react';
import type { NounAbilities } from '../../../shared/contract/requests.ts';
import type { AccessEdge } from '../../../shared/models/access-edge.ts';
import { nounForm } from '../../components/noun-panel/noun-pane.ts';
import { removalOf, type NounSubject, type NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import type { ListAt } from '../../components/list-panel/ListPanel.tsx';
import { policyTitle } from '../../components/policy-words.ts';
import { SidePane } from '../../components/SidePane.tsx';
import { useText } from '../../i18n/language.ts';
import { DeletePolicies } from './DeletePolicies.tsx';
import { PolicyForm } from './PolicyForm.tsx';
import type { WhyNot } from './policy-deeds.ts';
import { POLICY, resetsOnly, SITE, type PolicySubject } from './policy-subject.ts';

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
  const pane = { discard: props.discard, onClose: props.onClose };
  if (subject.kind === 'delete') {
    const title = resetsOnly(subject.rows)
      ? text('policies.delete.title-reset')
      : text('policies.delete.title', { count: subject.rows.length });
    return (
      <SidePane title={title} {...pane}>
        <DeletePolicies
          building={review.state.phase === 'building'}
          refusal={refusal}
          choice={choice}
          onCancel={props.onCancel}
          key={subject.rows.map(({ identity }) => identity).join('\n')}
          deployment={deployment}
          rows={subject.rows}
          policies={rows.map(({ identity }) => identity)}
          onReview={() => review.begin(removalOf(subject.rows))}
        />
      </SidePane>
    );
  }
  const isNew = subject.kind === 'new';
  const unavailable = whyNot(isNew ? 'New-CsExternalAccessPolicy' : 'Set-CsExternalAccessPolicy');
  const form = nounForm(POLICY, deployment, subject, unavailable, props);
  return (
    <SidePane title={titleOf(subject)} {...pane}>
      <PolicyForm
        key={form.name}
        {...form}
        deployment={deployment}
        rows={rows}
        edge={edge}
        takes={(isNew ? abilities?.addable : abilities?.settable) ?? null}
      />
    </SidePane>
  );

  function titleOf(of: NounSubject): string {
    if (of.kind === 'existing') return text('policies.form.edit', { name: policyTitle(text, of.row.identity) });
    return text(of.start.identity === SITE ? 'policies.form.new-site' : 'policies.form.new-user');
  }
}
