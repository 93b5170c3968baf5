import type { ReactNode } from 'react';
import type { NounAbilities } from '../../../shared/contract/requests.ts';
import type { MessageId } from '../../../shared/i18n/index.ts';
import { NOUNS } from '../../../shared/nouns/nouns.ts';
import type { ListAt } from '../../components/list-panel/ListPanel.tsx';
import { nounForm } from '../../components/noun-panel/noun-pane.ts';
import { nounOf, type NounSubject, type NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { SidePane } from '../../components/SidePane.tsx';
import { useText } from '../../i18n/language.ts';
import { GatewayForm } from './GatewayForm.tsx';
import { PartnerForm } from './PartnerForm.tsx';

interface PartnerPaneProps extends ListAt<NounTableRow, NounSubject> {
  /** Of the panel. */
  readonly panel: string;
  readonly deployment: string;
  readonly subject: NounSubject;
  /** The gateway as it was read last, which is no row of the table; null = not read. */
  readonly gateway: readonly NounTableRow[] | null;
  readonly abilities: NounAbilities | null;
  /** Why a cmdlet cannot be used, in words, or null. */
  readonly whyNot: (cmdlet: string) => string | null;
}

/** The pane beside the table: one partner, or the gateway. */
export function PartnerPane(props: PartnerPaneProps): ReactNode {
  const { panel, deployment, subject, rows, gateway, abilities, whyNot } = props;
  const text = useText();
  const noun = nounOf(subject);
  const { add, set } = NOUNS[noun];
  const unavailable = whyNot(subject.kind === 'new' ? (add ?? set) : set);
  const at = noun === 'xmpp-gateway' ? { ...props, rows: gateway ?? [], read: props.read && gateway !== null } : props;
  const form = nounForm(panel, deployment, subject, unavailable, at);
  return (
    <SidePane title={text(titleOf(subject, unavailable === null))} discard={props.discard} onClose={props.onClose}>
      {noun === 'xmpp-gateway' ? (
        <GatewayForm key={form.name} {...form} />
      ) : (
        <PartnerForm key={form.name} {...form} rows={rows} abilities={abilities} />
      )}
    </SidePane>
  );
}

function titleOf(subject: NounSubject, writable: boolean): MessageId {
  if (nounOf(subject) === 'xmpp-gateway') return 'xmpp.gateway';
  if (subject.kind === 'new') return 'xmpp.new.title';
  return writable ? 'xmpp.edit.title' : 'xmpp.show.title';
}
