import { useCallback, useMemo, type ReactNode } from 'react';
import { formatError } from '../../../shared/i18n/index.ts';
import { NOUNS } from '../../../shared/nouns/nouns.ts';
import { useAccessEdge } from '../../api/access-edge-queries.ts';
import { ListPanel, type ListHand } from '../../components/list-panel/ListPanel.tsx';
import { nounKind, nounPane } from '../../components/noun-panel/noun-pane.ts';
import { nounOf, removalOf, type NounSubject, type NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { useNounList } from '../../components/noun-panel/use-noun-list.ts';
import { useWhyNot } from '../../components/use-why-not.ts';
import { useDay, useLanguage, useText } from '../../i18n/language.ts';
import type { PanelProps } from '../panel.ts';
import { providerColumns } from './columns.tsx';
import { providerDeeds } from './provider-deeds.tsx';
import { newProvider } from './provider-form.ts';
import { PROVIDER_NOUNS } from './provider-words.ts';
import { ProviderPane } from './ProviderPane.tsx';
import { ProvidersNotice } from './ProvidersNotice.tsx';

const PANEL = 'sip-federated-providers';
const KIND = nounKind();

/** The SIP Federated Providers panel: public and hosted in one table, every change through a review. */
export function SipFederatedProviders({ open, lost }: PanelProps): ReactNode {
  const text = useText();
  const day = useDay('medium');
  const language = useLanguage();
  const { deployment, cmdlets } = open;
  const whyNot = useWhyNot(open);
  const kinds = useMemo(() => {
    const have = new Set(cmdlets.map((name) => name.toLowerCase()));
    return PROVIDER_NOUNS.filter((noun) => have.has(NOUNS[noun].get.toLowerCase()));
  }, [cmdlets]);
  const { list, reading, abilities } = useNounList(deployment.id, kinds);
  const edge = useAccessEdge(deployment.id, readsEdge(cmdlets));
  const columns = useMemo(() => providerColumns(text, day), [text, day]);
  const [publicAbilities, hostedAbilities] = [abilities('public-provider'), abilities('hosting-provider')];
  const deedsOf = useCallback(
    (hand: ListHand<NounTableRow, NounSubject>) =>
      providerDeeds(hand, {
        kinds,
        newOf: (noun) => newProvider(noun, noun === 'public-provider' ? publicAbilities : hostedAbilities),
        whyNot,
        text,
      }),
    [kinds, publicAbilities, hostedAbilities, whyNot, text],
  );
  const reasons = kinds.flatMap((noun) => {
    const { add, set, remove } = NOUNS[noun];
    return [add, set, remove].map((cmdlet) => whyNot(cmdlet ?? ''));
  });
  const [firstReason = null] = reasons;

  return (
    <ListPanel<NounTableRow, NounSubject>
      id={PANEL}
      label={text('providers.title')}
      open={open}
      lost={lost}
      list={list}
      kind={KIND}
      columns={columns}
      pane={nounPane(PANEL, deployment.id)}
      reading={reading}
      subjectOf={(row) => ({ kind: 'existing', row })}
      deedsOf={deedsOf}
      removalOf={removalOf}
      empty={text('providers.empty')}
      notice={
        <ProvidersNotice
          deployment={deployment.id}
          edge={edge.data?.edge ?? null}
          unread={edge.error === null || lost ? null : formatError(language, edge.error.error).cause}
          whyNothing={!deployment.readOnly && reasons.every((reason) => reason !== null) ? firstReason : null}
        />
      }
      paneOf={(subject, at) => (
        <ProviderPane
          {...at}
          panel={PANEL}
          deployment={deployment.id}
          subject={subject}
          abilities={abilities(nounOf(subject))}
          defaultRouting={edge.data?.edge.routing === 'default-route'}
          whyNot={whyNot}
        />
      )}
    />
  );
}

/** A role that cannot read the Access Edge hears of a default route from the server alone. */
function readsEdge(cmdlets: readonly string[]): boolean {
  return cmdlets.some((name) => name.toLowerCase() === 'get-csaccessedgeconfiguration');
}
