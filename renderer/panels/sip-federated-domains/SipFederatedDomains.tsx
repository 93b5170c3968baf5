import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, type ReactNode } from 'react';
import type { Conflict } from '../../../shared/conflict.ts';
import type { DomainList } from '../../../shared/contract/requests.ts';
import { sameDomain } from '../../../shared/rules/domain-name.ts';
import { keys, useDomains } from '../../api/queries.ts';
import { ListPanel, type ListHand } from '../../components/list-panel/ListPanel.tsx';
import { useText } from '../../i18n/language.ts';
import type { PanelProps } from '../panel.ts';
import { domainColumns } from './columns.tsx';
import { domainDeeds } from './domain-deeds.tsx';
import { domainKind, domainPane, rowsLeft } from './domain-kind.ts';
import { DomainPane } from './DomainPane.tsx';
import type { DomainRow } from './domain-row.ts';
import { DomainsStatus } from './DomainsStatus.tsx';
import type { PaneSubject } from './kept-subject.ts';
import { removeDrafts } from './many-drafts.ts';
import { useWriteAbilities } from './use-write-abilities.ts';

/** The SIP Federated Domains panel: both lists in one table, a form beside it, every change through a review. */
export function SipFederatedDomains({ open, lost }: PanelProps): ReactNode {
  const text = useText();
  const client = useQueryClient();
  const { deployment } = open;
  const list = useDomains(deployment.id);
  const abilities = useWriteAbilities(open);
  const columns = useMemo(() => domainColumns(text), [text]);
  const queryKey = keys.domains(deployment.id);
  const deedsOf = useCallback(
    (hand: ListHand<DomainRow, PaneSubject>) => domainDeeds(hand, abilities, text),
    [abilities, text],
  );

  function found(object: Conflict['object']): PaneSubject | null {
    if (object.kind !== 'domain') return null;
    const read = client.getQueryData<DomainList>(queryKey);
    const row = read?.domains.find((each) => sameDomain(each.domain, object.domain));
    return row === undefined ? null : { kind: 'existing', row };
  }

  return (
    <ListPanel<DomainRow, PaneSubject>
      id="sip-federated-domains"
      label={text('domains.title')}
      open={open}
      lost={lost}
      list={{
        rows: list.data?.domains,
        readAt: list.data?.readAt ?? null,
        error: list.error,
        reading: list.isFetching,
        onRead: () => void list.refetch(),
        onCancel: () => void client.cancelQueries({ queryKey }),
      }}
      kind={domainKind}
      columns={columns}
      pane={domainPane(deployment.id)}
      reading={{
        // The console's own event may have started the same read already: one is enough.
        readAgain: () => client.refetchQueries({ queryKey }, { cancelRefetch: false }),
        found,
        rowsLeft,
      }}
      subjectOf={(row) => ({ kind: 'existing', row })}
      deedsOf={deedsOf}
      removalOf={removeDrafts}
      ofDomains
      empty={text('domains.empty')}
      paneOf={(subject, at) => (
        <DomainPane {...at} subject={subject} deployment={deployment.id} abilities={abilities} />
      )}
      status={(props) => <DomainsStatus deployment={deployment.id} {...props} />}
    />
  );
}
