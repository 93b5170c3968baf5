import Box from '@mui/material/Box';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { keys, useDomains } from '../../api/queries.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { useSheet } from '../../components/data-table/use-sheet.ts';
import { noSelection, selectOnly, type TableSelection } from '../../components/data-table/selection.ts';
import { Problem } from '../../components/Problem.tsx';
import { ReviewDialog } from '../../components/review/ReviewDialog.tsx';
import type { Review } from '../../components/review/use-review.ts';
import { useTableMemory } from '../../preferences/use-preferences.ts';
import { useText } from '../../i18n/language.ts';
import { useSteady } from '../../components/use-steady.ts';
import type { PanelProps } from '../panel.ts';
import { domainColumns } from './columns.tsx';
import { DomainPane } from './DomainPane.tsx';
import { domainRowId, type DomainRow, type DomainStatus } from './domain-row.ts';
import { DomainsToolbar } from './DomainsToolbar.tsx';
import { DomainsStatus } from './DomainsStatus.tsx';
import { EmptyDomains } from './EmptyDomains.tsx';
import { moveDrafts, removeDrafts } from './many-drafts.ts';
import { useDomainCommands } from './use-domain-commands.ts';
import { whyNotRemoved } from './reasons.ts';
import { useDomainChanges } from './use-domain-changes.tsx';
import { useDomainRows } from './use-domain-rows.ts';
import { useWriteAbilities } from './use-write-abilities.ts';

/** The SIP Federated Domains panel: both lists in one table, a form beside it, every change through a review. */
export function SipFederatedDomains({ open, lost }: PanelProps): ReactNode {
  const text = useText();
  const client = useQueryClient();
  const { deployment } = open;
  const list = useDomains(deployment.id);
  const memory = useTableMemory('sip-federated-domains', deployment.id);
  const { filter } = memory.view;
  const setFilter = (next: string): void => memory.change({ filter: next });
  const [selection, setSelection] = useState<TableSelection>(noSelection);
  const gridRef = useRef<HTMLDivElement>(null);
  const [reveal, setReveal] = useState<string | null>(null);
  const abilities = useWriteAbilities(open);
  // What the pane shows stays as it was read when it was opened: a row changed since is then a conflict, not a surprise.
  const { review, subject, show, closePane, refusal, choice, takeTheirs } = useDomainChanges(deployment.id, showDone);

  const { rows, shown, shownCount, chosen, hiddenCount } = useDomainRows(list.data, filter, selection);
  const columns = useMemo(() => domainColumns(text), [text]);

  const sheet = useSheet(columns, memory.view);
  const copy = (): void => sheet.copy(chosen);

  function save(): void {
    const day = list.data?.readAt.slice(0, 10) ?? '';
    sheet.save(
      shown === null ? rows : rows.filter((_row, at) => shown[at] === 1),
      `${text('domains.title')} ${deployment.name} ${day}`,
    );
  }

  function showDone(ids: readonly string[], added: boolean): void {
    if (added) setFilter('');
    const [first] = ids;
    setSelection(first === undefined ? noSelection : { ...selectOnly(first), selected: new Set(ids) });
    setReveal(first ?? null);
  }

  function remove(): void {
    if (whyNotRemoved(chosen, abilities, text) !== null) return;
    closePane();
    review.begin(removeDrafts(chosen));
  }

  function move(to: DomainStatus): void {
    closePane();
    review.begin(moveDrafts(chosen, to));
  }

  function showRow(id: string): void {
    const row = rows.find((candidate) => domainRowId(candidate) === id);
    if (row !== undefined) show({ kind: 'existing', row });
  }

  function leavePane(): void {
    // In a narrow window the table is hidden while the pane is there, and what is hidden takes no focus.
    flushSync(closePane);
    gridRef.current?.focus();
  }

  function refresh(): void {
    if (refusal !== null && subject === null) review.close();
    void list.refetch();
  }

  const deeds = useSteady({
    onNew: (status: DomainStatus) => show({ kind: 'new', status }),
    onShow: (row: DomainRow) => show({ kind: 'existing', row }),
    onDelete: remove,
    onMove: move,
    onAddMany: () => show({ kind: 'add-many' }),
    onChangeMany: () => show({ kind: 'change-many' }),
    onExport: save,
    onCopy: copy,
    onRefresh: refresh,
  });
  const anyShown = shownCount > 0;
  useDomainCommands({ abilities, chosen, anyShown, ...deeds });

  const reading = list.isFetching;
  return (
    <Box sx={{ position: 'relative', display: 'flex', flex: 1, minHeight: 0, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0 }}>
        <DomainsToolbar
          abilities={abilities}
          readOnly={deployment.readOnly}
          chosen={chosen}
          filter={filter}
          onFilter={setFilter}
          reading={reading}
          anyShown={anyShown}
          {...deeds}
        />
        {list.error !== null && !lost && (
          <Box sx={{ px: 1.5, pb: 1 }}>
            <Problem error={list.error.error} onRetry={() => void list.refetch()} />
          </Box>
        )}
        {refusal !== null && subject === null && (
          <Box sx={{ px: 1.5, pb: 1, display: 'flex', flexDirection: 'column', gap: 1 }}>
            <Problem
              error={refusal}
              {...(refusal.retry && review.state.phase === 'refused' && { onRetry: beginAgain(review) })}
            />
            {choice}
          </Box>
        )}
        <DataTable
          label={text('domains.title')}
          columns={columns}
          rows={rows}
          rowId={domainRowId}
          shown={shown}
          selection={selection}
          onSelection={setSelection}
          onOpen={showRow}
          onDelete={remove}
          onCopy={copy}
          loading={list.data === undefined && reading}
          empty={
            list.error === null && (
              <EmptyDomains read={list.data !== undefined} filter={filter} onClear={() => setFilter('')} />
            )
          }
          reveal={reveal}
          onRevealed={() => setReveal(null)}
          gridRef={gridRef}
          memory={memory}
        />
        <DomainsStatus
          count={list.data === undefined ? null : rows.length}
          shown={shownCount}
          selected={chosen.length}
          hidden={hiddenCount}
          said={sheet.said}
          readAt={list.data?.readAt ?? null}
          reading={reading}
          deployment={deployment.id}
          onCancel={() => void client.cancelQueries({ queryKey: keys.domains(deployment.id) })}
        />
      </Box>
      {subject !== null && (
        <DomainPane
          subject={subject}
          deployment={deployment.id}
          rows={rows}
          read={list.data !== undefined}
          chosen={chosen}
          abilities={abilities}
          review={review}
          refusal={refusal}
          choice={choice}
          onClose={leavePane}
        />
      )}
      <ReviewDialog
        deploymentName={deployment.name}
        review={review}
        onTheirs={takeTheirs}
        onClosed={() => subject === null && gridRef.current?.focus()}
      />
    </Box>
  );
}

function beginAgain(review: Review): () => void {
  return () => review.state.phase === 'refused' && review.begin(review.state.drafts);
}
