import { useCallback, useMemo, type ReactNode } from 'react';
import { formatError } from '../../../shared/i18n/index.ts';
import { NOUNS } from '../../../shared/nouns/nouns.ts';
import { useXmppRoute } from '../../api/xmpp-route-queries.ts';
import { ListPanel, type ListHand } from '../../components/list-panel/ListPanel.tsx';
import { nounKind, nounPane } from '../../components/noun-panel/noun-pane.ts';
import { removalOf, type NounSubject, type NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { useNounList } from '../../components/noun-panel/use-noun-list.ts';
import { useWhyNot } from '../../components/use-why-not.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import type { PanelProps } from '../panel.ts';
import { partnerColumns } from './columns.tsx';
import { partnerDeeds } from './partner-deeds.tsx';
import { PartnerPane } from './PartnerPane.tsx';
import { RouteNotice } from './RouteNotice.tsx';

const PANEL = 'xmpp-federated-partners';
const KIND = nounKind();
const PARTNERS = ['xmpp-partner'] as const;
const GATEWAY = ['xmpp-gateway'] as const;
const NOTHING = [] as const;

type Hand = ListHand<NounTableRow, NounSubject>;

/** The XMPP Federated Partners panel: the partners, and the gateway's settings; every change through a review. */
export function XmppFederatedPartners({ open, lost }: PanelProps): ReactNode {
  const text = useText();
  const language = useLanguage();
  const { deployment, cmdlets } = open;
  const whyNot = useWhyNot(open);
  const partners = useNounList(deployment.id, PARTNERS);
  const hasGateway = cmdlets.some((name) => name.toLowerCase() === NOUNS['xmpp-gateway'].get.toLowerCase());
  const gateway = useNounList(deployment.id, hasGateway ? GATEWAY : NOTHING);
  const route = useXmppRoute(deployment.id);
  const columns = useMemo(() => partnerColumns(text), [text]);
  const abilities = partners.abilities('xmpp-partner');
  const deedsOf = useCallback((hand: Hand) => partnerDeeds(hand, abilities, whyNot, text), [abilities, whyNot, text]);
  const [settings] = gateway.list.rows ?? [];

  const { add, set, remove } = NOUNS['xmpp-partner'];
  const reasons = [add, set, remove].map((cmdlet) => whyNot(cmdlet ?? ''));
  const [firstReason = null] = reasons;
  const nothingAtAll = !deployment.readOnly && reasons.every((reason) => reason !== null);
  return (
    <ListPanel<NounTableRow, NounSubject>
      id={PANEL}
      label={text('xmpp.title')}
      open={open}
      lost={lost}
      list={{ ...partners.list, onRead: readAll, reading: partners.list.reading || route.isFetching }}
      kind={KIND}
      columns={columns}
      pane={nounPane(PANEL, deployment.id)}
      reading={{
        readAgain: async () => {
          await Promise.all([partners.reading.readAgain(), gateway.reading.readAgain()]);
        },
        found: (object) => partners.reading.found(object) ?? gateway.reading.found(object),
        // The gateway is no row of the table.
        rowsLeft: (draft) => ('noun' in draft && draft.noun === 'xmpp-gateway' ? [] : partners.reading.rowsLeft(draft)),
      }}
      subjectOf={(row) => ({ kind: 'existing', row })}
      deedsOf={deedsOf}
      removalOf={removalOf}
      ofDomains
      empty={text('xmpp.empty')}
      notice={(show) => (
        <RouteNotice
          route={route.data?.route ?? null}
          unread={route.error === null || lost ? null : formatError(language, route.error.error).cause}
          whyNothing={nothingAtAll ? firstReason : null}
          onGateway={settings === undefined ? null : () => show({ kind: 'existing', row: settings })}
        />
      )}
      paneOf={(subject, at) => (
        <PartnerPane
          {...at}
          panel={PANEL}
          deployment={deployment.id}
          subject={subject}
          gateway={gateway.list.rows ?? null}
          abilities={abilities}
          whyNot={whyNot}
        />
      )}
    />
  );

  function readAll(): void {
    partners.list.onRead();
    gateway.list.onRead();
    void route.refetch();
  }
}
