import Box from '@mui/material/Box';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { Draft } from '../../../shared/plan/draft.ts';
import type { PlanResult } from '../../../shared/plan/plan.ts';
import type { Result } from '../../../shared/result.ts';
import { keys, useDomains, useDomainsRead } from '../../api/queries.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { buildFilterIndex, matchFilter } from '../../components/data-table/filter.ts';
import { noSelection, selectOnly, type TableSelection } from '../../components/data-table/selection.ts';
import { Problem } from '../../components/Problem.tsx';
import { ReviewDialog } from '../../components/review/ReviewDialog.tsx';
import { useReview } from '../../components/review/use-review.ts';
import { SidePane } from '../../components/SidePane.tsx';
import { useText } from '../../i18n/language.ts';
import type { PanelProps } from '../panel.ts';
import { domainColumns } from './columns.tsx';
import type { DomainSubject } from './domain-draft.ts';
import { DomainForm } from './DomainForm.tsx';
import { domainRowId, proxyOf, type DomainRow, type DomainStatus } from './domain-row.ts';
import { DomainsToolbar } from './DomainsToolbar.tsx';
import { EmptyDomains } from './EmptyDomains.tsx';
import { TableStatus } from '../../components/TableStatus.tsx';
import { useWriteAbilities } from './use-write-abilities.ts';

type Pane =
  { readonly kind: 'new'; readonly status: DomainStatus } | { readonly kind: 'existing'; readonly id: string };

const NO_DOMAINS: readonly DomainRow[] = [];

/** The SIP Federated Domains panel: both lists in one table, a form beside it, every change through a review. */
export function SipFederatedDomains({ open }: PanelProps): ReactNode {
  const text = useText();
  const client = useQueryClient();
  const { deployment } = open;
  const list = useDomains(deployment.id);
  const read = useDomainsRead(deployment.id);
  const [filter, setFilter] = useState('');
  const [selection, setSelection] = useState<TableSelection>(noSelection);
  const [pane, setPane] = useState<Pane | null>(null);
  const gridRef = useRef<HTMLDivElement>(null);
  const [reveal, setReveal] = useState<string | null>(null);
  const abilities = useWriteAbilities(open);
  const review = useReview(deployment.id, readAgain);

  const rows = list.data?.domains ?? NO_DOMAINS;
  const columns = useMemo(() => domainColumns(text), [text]);
  const index = useMemo(
    () =>
      buildFilterIndex(
        rows,
        (row) => row.domain,
        (row) => [row.comment, proxyOf(row)],
      ),
    [rows],
  );
  const shown = useMemo(() => matchFilter(index, filter), [index, filter]);
  const chosen = useMemo(
    () => rows.filter((row, at) => selection.selected.has(domainRowId(row)) && (shown === null || shown[at] === 1)),
    [rows, selection.selected, shown],
  );
  const shownCount = useMemo(
    () => (shown === null ? rows.length : shown.reduce((sum, one) => sum + one, 0)),
    [shown, rows],
  );

  async function readAgain(draft: Draft, result: Result<PlanResult>): Promise<void> {
    // The console's own event may have started the same read already: one is enough.
    await client.refetchQueries({ queryKey: keys.domains(deployment.id) }, { cancelRefetch: false });
    if (!result.ok || !result.value.steps.every((step) => step.state === 'done')) return;
    if (draft.kind === 'federated-domain.remove') {
      setSelection(noSelection);
      setPane(null);
      return;
    }
    const status = draft.kind.startsWith('allowed') ? 'allowed' : 'blocked';
    const id = domainRowId({ status, domain: draft.domain });
    if (draft.kind.endsWith('.add')) setFilter('');
    setSelection(selectOnly(id));
    setReveal(id);
    setPane(null);
  }

  function remove(): void {
    const [row] = chosen;
    if (row === undefined || chosen.length > 1 || abilities.remove(row.status) !== null) return;
    setPane(null);
    review.begin({ kind: 'federated-domain.remove', status: row.status, domain: row.domain, versionRead: row.version });
  }

  const subject = subjectOf(pane, rows);
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
          onNew={(status) => setPane({ kind: 'new', status })}
          onShow={(row) => setPane({ kind: 'existing', id: domainRowId(row) })}
          onDelete={remove}
          onRefresh={() => void list.refetch()}
        />
        {list.error !== null && (
          <Box sx={{ px: 1.5, pb: 1 }}>
            <Problem error={list.error.error} onRetry={() => void list.refetch()} />
          </Box>
        )}
        {refused !== null && subject === null && (
          <Box sx={{ px: 1.5, pb: 1 }}>
            <Problem error={refused.error} onRetry={() => review.begin(refused.draft)} />
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
          onOpen={(id) => setPane({ kind: 'existing', id })}
          onDelete={remove}
          loading={list.data === undefined && reading}
          empty={
            list.error === null && (
              <EmptyDomains read={list.data !== undefined} filter={filter} onClear={() => setFilter('')} />
            )
          }
          reveal={reveal}
          gridRef={gridRef}
        />
        <TableStatus
          count={list.data === undefined ? null : rows.length}
          shown={shownCount}
          selected={chosen.length}
          readAt={list.data?.readAt ?? null}
          reading={reading}
          read={read}
          onCancel={() => void client.cancelQueries({ queryKey: keys.domains(deployment.id) })}
        />
      </Box>
      {subject !== null && (
        <SidePane title={text(subject.kind === 'new' ? 'domains.form.title' : 'domains.details')} onClose={closePane}>
          <DomainForm
            key={pane?.kind === 'new' ? `new ${pane.status}` : `existing ${pane?.id ?? ''}`}
            subject={subject}
            unavailable={subject.kind === 'new' ? abilities.add(subject.status) : abilities.change(subject.row.status)}
            building={review.state.phase === 'building'}
            refusal={refused?.error ?? null}
            onReview={review.begin}
            onCancel={closePane}
          />
        </SidePane>
      )}
      <ReviewDialog
        deploymentName={deployment.name}
        review={review}
        onClosed={() => pane === null && gridRef.current?.focus()}
      />
    </Box>
  );

  function closePane(): void {
    review.cancel();
    review.close();
    setPane(null);
    gridRef.current?.focus();
  }
}

/** What the pane shows: null when it is closed, or when its row is gone. */
function subjectOf(pane: Pane | null, rows: readonly DomainRow[]): DomainSubject | null {
  if (pane === null) return null;
  if (pane.kind === 'new') return pane;
  const row = rows.find((candidate) => domainRowId(candidate) === pane.id);
  return row === undefined ? null : { kind: 'existing', row };
}
