import type { ReactNode } from 'react';
import type { NounAbilities } from '../../../shared/contract/requests.ts';
import { NOUNS } from '../../../shared/nouns/nouns.ts';
import type { ListAt } from '../../components/list-panel/ListPanel.tsx';
import { nounForm } from '../../components/noun-panel/noun-pane.ts';
import { nounOf, type NounSubject, type NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { SidePane } from '../../components/SidePane.tsx';
import { useText } from '../../i18n/language.ts';
import { ProviderForm } from './ProviderForm.tsx';
import { isProviderNoun, newWords } from './provider-words.ts';

interface ProviderPaneProps extends ListAt<NounTableRow, NounSubject> {
  /** Of the panel. */
  readonly panel: string;
  readonly deployment: string;
  readonly subject: NounSubject;
  readonly abilities: NounAbilities | null;
  readonly defaultRouting: boolean;
  /** Why a cmdlet cannot be used, in words, or null. */
  readonly whyNot: (cmdlet: string) => string | null;
}

/** The pane beside the table: one provider. */
export function ProviderPane(props: ProviderPaneProps): ReactNode {
  const { panel, deployment, subject, rows, abilities, defaultRouting, whyNot } = props;
  const text = useText();
  const noun = nounOf(subject);
  if (!isProviderNoun(noun)) return null;
  const { add, set } = NOUNS[noun];
  const unavailable = whyNot(subject.kind === 'new' ? (add ?? '') : set);
  const form = nounForm(panel, deployment, subject, unavailable, props);
  const title =
    subject.kind === 'new' ? newWords[noun] : unavailable === null ? 'providers.edit' : ('providers.details' as const);
  return (
    <SidePane title={text(title)} discard={props.discard} onClose={props.onClose}>
      <ProviderForm
        key={form.name}
        {...form}
        noun={noun}
        abilities={abilities}
        rows={rows}
        defaultRouting={defaultRouting}
      />
    </SidePane>
  );
}
