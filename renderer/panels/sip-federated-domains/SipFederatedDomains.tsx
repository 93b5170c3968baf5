import Box from '@mui/material/Box';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { Draft } from '../../../shared/plan/draft.ts';
import type { PlanResult } from '../../../shared/plan/plan.ts';
import type { Result } from '../../../shared/result.ts';
import { keys, useDomains, useDomainsRead } from '../../api/queries.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { noSelection, selectOnly, type TableSelection } from '../../components/data-table/selection.ts';
import { Problem } from '../../components/Problem.tsx';
import { ReviewDialog } from '../../components/review/ReviewDialog.tsx';
import { useReview } from '../../components/review/use-review.ts';
import { SidePane } from '../../components/SidePane.tsx';
import { useTableMemory } from '../../preferences/use-preferences.ts';
import { useText } from '../../i18n/language.ts';
import type { PanelProps } from '../panel.ts';
import { domainColumns } from './columns.tsx';
import type { DomainSubject } from './domain-draft.ts';
import { DomainForm } from './DomainForm.tsx';
import { domainRowId } from './domain-row.ts';
import { DomainsToolbar } from './DomainsToolbar.tsx';
import { EmptyDomains } from './EmptyDomains.tsx';
import { TableStatus } from '../../components/TableStatus.tsx';
import { useDomainCommands } from './use-domain-commands.ts';
import { useDomainRows } from './use-domain-rows.ts';
import { useWriteAbilities } from './use-write-abilities.ts';

/** The SIP Federated Domains panel: both lists in one table, a form beside it, every change through a review. */
export function SipFederatedDomains({ open, lost }: PanelProps): ReactNode {
  const text = useText();
  const client = useQueryClient();
  const { deployment } = open;
  const list = useDomains(deployment.id);
  const read = useDomainsRead(deployment.id);
  const memory = useTableMemory('sip-federated-domains', deployment.id);
  const { filter } = memory.view;
  const setFilter = (next: string): void => memory.change({ filter: next });
  const [selection, setSelection] = useState<TableSelection>(noSelection);
  // What the pane shows stays as it was read when it was opened: a row changed since is then a conflict, not a surprise.
  const [subject, setSubject] = useState<DomainSubject | null>(null);
  const gridRef = useRef<HTMLDivElement>(null);
  const [reveal, setReveal] = useState<string | null>(null);
  const abilities = useWriteAbilities(open);
  const review = useReview(deployment.id, readAgain);

  const { rows, shown, shownCount, chosen, hiddenCount } = useDomainRows(list.data, filter, selection);
  const columns = useMemo(() => domainColumns(text), [text]);

  async function readAgain(drafts: readonly Draft[], result: Result<PlanResult>): Promise<void> {
    // The console's own event may have started the same read already: one is enough.
    await client.refetchQueries({ queryKey: keys.domains(deployment.id) }, { cancelRefetch: false });
    if (!result.ok || !result.value.steps.every((step) => step.state === 'done')) return;
    const [draft] = drafts;
    if (draft === undefined || draft.kind === 'access-edge.set') return;
    if (draft.kind === 'federated-domain.remove' || draft.kind === 'federated-domain.move') {
      setSelection(noSelection);
      setSubject(null);
      return;
    }
    const status = draft.kind.startsWith('allowed') ? 'allowed' : 'blocked';
    const id = domainRowId({ status, domain: draft.domain });
    if (draft.kind.endsWith('.add')) setFilter('');
    setSelection(selectOnly(id));
    setReveal(id);
    setSubject(null);
  }

  function remove(): void {
    const [row] = chosen;
    if (row === undefined || chosen.length > 1 || abilities.remove(row.status) !== null) return;
    setSubject(null);
    review.begin([
      { kind: 'federated-domain.remove', status: row.status, domain: row.domain, versionRead: row.version },
    ]);
  }

  function show(next: DomainSubject): void {
    review.close();
    setSubject(next);
  }

  function showRow(id: string): void {
    const row = rows.find((candidate) => domainRowId(candidate) === id);
    if (row !== undefined) show({ kind: 'existing', row });
  }

  function closePane(): void {
    review.cancel();
    review.close();
    setSubject(null);
    gridRef.current?.focus();
  }

  function refresh(): void {
    if (review.state.phase === 'refused' && subject === null) review.close();
    void list.refetch();
  }

  useDomainCommands({
    abilities,
    chosen,
    onNew: (status) => show({ kind: 'new', status }),
    onShow: (row) => show({ kind: 'existing', row }),
    onDelete: remove,
    onRefresh: refresh,
  });

  const refused = review.state.phase === 'refused' ? review.state : null;
  const reading = list.isFetching;
  return (
    <Box sx={{ display: 'flex', flex: 1, minHeight: 0, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0 }}>
        <DomainsToolbar
          abilities={abilities}
          readOnly={deployment.readOnly}
          chosen={chosen}
          filter={filter}
          onFilter={setFilter}
          reading={reading}
          onNew={(status) => show({ kind: 'new', status })}
          onShow={(row) => show({ kind: 'existing', row })}
          onDelete={remove}
          onRefresh={refresh}
        />
        {list.error !== null && !lost && (
          <Box sx={{ px: 1.5, pb: 1 }}>
            <Problem error={list.error.error} onRetry={() => void list.refetch()} />
          </Box>
        )}
        {refused !== null && subject === null && (
          <Box sx={{ px: 1.5, pb: 1 }}>
            <Problem
              error={refused.error}
              {...(refused.error.retry && { onRetry: () => review.begin(refused.drafts) })}
            />
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
        <TableStatus
          count={list.data === undefined ? null : rows.length}
          shown={shownCount}
          selected={chosen.length}
          hidden={hiddenCount}
          readAt={list.data?.readAt ?? null}
          reading={reading}
          read={read}
          onCancel={() => void client.cancelQueries({ queryKey: keys.domains(deployment.id) })}
        />
      </Box>
      {subject !== null && (
        <SidePane title={text(subject.kind === 'new' ? 'domains.form.title' : 'domains.details')} onClose={closePane}>
          <DomainForm
            key={
              subject.kind === 'new' ? `new ${subject.status}` : `${domainRowId(subject.row)} ${subject.row.version}`
            }
            subject={subject}
            unavailable={subject.kind === 'new' ? abilities.add(subject.status) : abilities.change(subject.row.status)}
            building={review.state.phase === 'building'}
            refusal={refused?.error ?? null}
            onReview={(draft) => review.begin([draft])}
            onCancel={closePane}
          />
        </SidePane>
      )}
      <ReviewDialog
        deploymentName={deployment.name}
        review={review}
        onClosed={() => subject === null && gridRef.current?.focus()}
      />
    </Box>
  );
}
