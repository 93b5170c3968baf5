import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { JournalRow } from '../../../shared/contract/journal.ts';
import { useJournal } from '../../api/journal-queries.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { noSelection, type TableSelection } from '../../components/data-table/selection.ts';
import { useSorted } from '../../components/data-table/use-sorted.ts';
import { Problem } from '../../components/Problem.tsx';
import { SidePane } from '../../components/SidePane.tsx';
import { SteadyButton } from '../../components/SteadyButton.tsx';
import { TableStatus } from '../../components/TableStatus.tsx';
import { useTableMemory } from '../../preferences/use-preferences.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { journalColumns } from './columns.tsx';
import { JournalDetails } from './JournalDetails.tsx';
import { JournalToolbar } from './JournalToolbar.tsx';
import { useDeploymentName } from './use-deployment-name.ts';
import { useJournalCommands } from './use-journal-commands.ts';
import { ALL, isFiltered, useJournalFilter } from './use-journal-filter.ts';
import { noticeText } from './words.ts';

const NEWEST_FIRST = { id: 'at', descending: true } as const;

interface JournalProps {
  /** What is searched for at first; '' = everything. */
  readonly search: string;
  /** The plan whose newest entry is shown at first, or null. */
  readonly plan: string | null;
}

/** The journal: every change from this workstation, of all deployments; details, undo and look-up beside it. */
export function Journal({ search, plan }: JournalProps): ReactNode {
  const text = useText();
  const language = useLanguage();
  const [selection, setSelection] = useState<TableSelection>(noSelection);
  // Until the person opens or closes one: the entry that was asked for.
  const [opened, setShown] = useState<string | null | undefined>(undefined);
  const gridRef = useRef<HTMLDivElement>(null);
  const memory = useTableMemory('journal', null);
  const [filter, setFilter] = useJournalFilter(search === '' && plan === null ? null : search, memory);
  const journal = useJournal(filter);

  const nameOf = useDeploymentName();
  const pages = journal.data?.pages;
  const rows = useMemo<readonly JournalRow[]>(() => pages?.flatMap(({ entries }) => entries) ?? [], [pages]);
  const columns = useMemo(() => journalColumns(text, language, nameOf), [text, language, nameOf]);
  const sorted = useSorted(rows, { columns, view: memory.view, initialSorting: NEWEST_FIRST });
  const newest = pages?.[0];
  const asked = plan === null ? undefined : rows.find((row) => row.plan === plan)?.id;
  const shown = opened === undefined ? (asked ?? null) : opened;
  const chosen = rows.filter(({ id }) => selection.selected.has(id));

  const only = chosen.length === 1 ? (chosen[0] ?? null) : null;
  const detailed = rows.find(({ id }) => id === selection.active) ?? only;
  const older = journal.hasNextPage && !journal.isFetchingNextPage ? () => void journal.fetchNextPage() : null;
  useJournalCommands({
    detailed,
    filtered: isFiltered(filter),
    onOlder: older,
    onShow: ({ id }) => setShown(id),
    onClear: () => setFilter(ALL),
    onRefresh: refresh,
  });

  function refresh(): void {
    void journal.refetch();
  }

  function closePane(): void {
    // In a narrow window the table is hidden while the pane is there, and what is hidden takes no focus.
    flushSync(() => setShown(null));
    gridRef.current?.focus();
  }

  return (
    <Box component="main" sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0 }}>
      <Typography variant="h1" sx={{ px: 1.5, pt: 1.25 }}>
        {text('journal.title')}
      </Typography>
      <JournalToolbar
        filter={filter}
        onFilter={setFilter}
        deployments={newest?.deployments.map((each) => ({ ...each, name: nameOf(each) })) ?? []}
        detailed={detailed}
        onShow={(row) => setShown(row.id)}
        onRefresh={refresh}
      />
      {newest?.notices.map((notice) => (
        <Alert key={notice.kind} role="status" severity="warning" variant="outlined" sx={{ mx: 1.5, mb: 1 }}>
          {noticeText(text, notice)}
        </Alert>
      ))}
      {journal.error !== null && (
        <Box sx={{ px: 1.5, pb: 1 }}>
          <Problem error={journal.error.error} onRetry={() => void journal.refetch()} />
        </Box>
      )}
      {/* The pane stands beside the table alone: the toolbar keeps its lines, and nothing moves. */}
      <Box sx={{ position: 'relative', display: 'flex', flex: 1, minHeight: 0 }}>
        <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0 }}>
          <DataTable
            label={text('journal.title')}
            columns={columns}
            rows={sorted.rows}
            order={sorted.order}
            rowId={idOf}
            shown={null}
            selection={selection}
            onSelection={setSelection}
            onOpen={setShown}
            loading={journal.isPending}
            empty={journal.error === null && <Empty filtered={isFiltered(filter)} onClear={() => setFilter(ALL)} />}
            reveal={null}
            onRevealed={() => undefined}
            initialSorting={NEWEST_FIRST}
            gridRef={gridRef}
            memory={memory}
          />
          {journal.hasNextPage && (
            <SteadyButton color="inherit" off={older === null} onClick={() => older?.()} sx={{ flex: 'none' }}>
              {text('journal.older')}
            </SteadyButton>
          )}
          <TableStatus
            count={newest?.total ?? null}
            shown={rows.length}
            selected={chosen.length}
            readAt={null}
            reading={false}
            read={0}
            onCancel={() => undefined}
          />
        </Box>
        {shown !== null && (
          <SidePane key={shown} title={text('domains.details')} onClose={closePane}>
            <JournalDetails id={shown} onShow={setShown} />
          </SidePane>
        )}
      </Box>
    </Box>
  );
}

function idOf(row: JournalRow): string {
  return row.id;
}

interface EmptyProps {
  readonly filtered: boolean;
  readonly onClear: () => void;
}

function Empty({ filtered, onClear }: EmptyProps): ReactNode {
  const text = useText();
  return (
    <Box role="status" sx={{ p: 4, textAlign: 'center', color: 'text.secondary' }}>
      <div>{text(filtered ? 'journal.no-match' : 'journal.empty')}</div>
      {filtered && (
        <Button onClick={onClear} sx={{ mt: 1 }}>
          {text('table.filter.clear')}
        </Button>
      )}
    </Box>
  );
}
