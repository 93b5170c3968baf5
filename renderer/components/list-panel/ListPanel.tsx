import Box from '@mui/material/Box';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { OpenDeployment } from '../../../shared/contract/requests.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import type { Failure } from '../../../shared/errors.ts';
import { useTableMemory } from '../../preferences/use-preferences.ts';
import type { TableColumn } from '../data-table/columns.ts';
import { DataTable } from '../data-table/DataTable.tsx';
import { noSelection, selectOnly, type TableSelection } from '../data-table/selection.ts';
import { useSheet } from '../data-table/use-sheet.ts';
import type { MenuPlace } from '../EntryMenu.tsx';
import { useSorted } from '../data-table/use-sorted.ts';
import { Problem } from '../Problem.tsx';
import { ReviewDialog } from '../review/ReviewDialog.tsx';
import type { Review } from '../review/use-review.ts';
import { TableStatus, type TableStatusProps } from '../TableStatus.tsx';
import { useSteady } from '../use-steady.ts';
import type { ListActs, ListDeeds } from './deeds.ts';
import { EmptyList } from './EmptyList.tsx';
import { ListToolbar } from './ListToolbar.tsx';
import { RowMenu } from './RowMenu.tsx';
import { useListChanges, type ListChanges, type ListReading, type PaneKind } from './use-list-changes.tsx';
import { useListCommands } from './use-list-commands.ts';
import { useListRows, type RowKind } from './use-list-rows.ts';

/** A list as it was read. */
export interface ListRead<Row> {
  /** undefined = never read. Keep the array while its rows are the same. */
  readonly rows: readonly Row[] | undefined;
  /** ISO 8601, UTC. */
  readonly readAt: string | null;
  readonly error: Failure | null;
  readonly reading: boolean;
  readonly onRead: () => void;
  readonly onCancel: () => void;
  /** Whether rows still come: they stand in the order they came in until all are there. */
  readonly arriving?: boolean;
}

/** What a panel's deeds are made of. */
export interface ListHand<Row, Subject> {
  readonly rows: readonly Row[];
  /** The selected rows among those shown. */
  readonly chosen: readonly Row[];
  readonly show: (subject: Subject) => void;
  /** Has a plan made of drafts about the chosen rows, and reviewed; the pane is put aside. */
  readonly begin: (drafts: readonly Draft[]) => void;
}

/** What a panel's pane is given. */
export interface ListAt<Row, Subject> extends ListChanges<Subject> {
  readonly rows: readonly Row[];
  /** Whether the rows are those of the server: false before it was read. */
  readonly read: boolean;
  readonly chosen: readonly Row[];
  /** For `SidePane`: asks whether what was typed is given up; null = nobody is asked. */
  readonly discard: { readonly onKeep: () => void; readonly onDiscard: () => void } | null;
  /** By Esc or the cross, which are pressed by mistake too: asks first where something was typed. */
  readonly onClose: () => void;
  /** By Cancel of a form: while its plan is being built that is what is stopped, and the form stays; else as `onClose`. */
  readonly onCancel: () => void;
}

interface ListPanelProps<Row, Subject> {
  /** Of the panel: its table's memory and its commands go by it. */
  readonly id: string;
  /** Microsoft's name of the list. */
  readonly label: string;
  readonly open: OpenDeployment;
  /** Whether the frame says that the session broke off: it is then not said again. */
  readonly lost: boolean;
  readonly list: ListRead<Row>;
  readonly kind: RowKind<Row>;
  /** Memoised. */
  readonly columns: readonly TableColumn<Row>[];
  readonly pane: PaneKind<Subject>;
  readonly reading: Pick<ListReading<Subject>, 'readAgain' | 'found' | 'rowsLeft'>;
  /** The subject of a row that is there. */
  readonly subjectOf: (row: Row) => Subject;
  /** What can be done with what is chosen. Memoised: the toolbar is drawn again when it is another. */
  readonly deedsOf: (hand: ListHand<Row, Subject>) => ListDeeds;
  /** Left out where nothing is ever deleted. */
  readonly removalOf?: (chosen: readonly Row[]) => readonly Draft[];
  /** What the pane shows before chosen rows are deleted, where that needs words; left out or null = review at once. */
  readonly deletionOf?: (chosen: readonly Row[]) => Subject | null;
  /** Whether the rows are domains: what is said in the filter. */
  readonly ofDomains?: boolean;
  /** What is said of a list that has nothing. */
  readonly empty: string;
  /** Between toolbar and table; `show` opens the pane from there. */
  readonly notice?: ReactNode | ((show: (subject: Subject) => void) => ReactNode);
  /** What stands beside the table for an open subject: a `SidePane` with `discard` and `onClose`. */
  readonly paneOf: (subject: Subject, at: ListAt<Row, Subject>) => ReactNode;
  /** The line under the table, where it says more than the usual. */
  readonly status?: (props: Omit<TableStatusProps, 'read'>) => ReactNode;
}

const NOTHING: readonly never[] = [];

/** A list's panel: toolbar, table, a pane beside it, every change through a review. */
export function ListPanel<Row, Subject>(props: ListPanelProps<Row, Subject>): ReactNode {
  const { id, label, open, lost, list, kind, columns, subjectOf } = props;
  const { deployment } = open;
  const memory = useTableMemory(id, deployment.id);
  const { filter } = memory.view;
  const setFilter = (next: string): void => memory.change({ filter: next });
  const [selection, setSelection] = useState<TableSelection>(noSelection);
  const gridRef = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [reveal, setReveal] = useState<string | null>(null);
  // What was said of a selection is said until there is another.
  const [said, setSaid] = useState<{ readonly words: string; readonly of: TableSelection | null } | null>(null);
  // What the pane shows stays as it was read when it was opened: a row changed since is then a conflict, not a surprise.
  const changes = useListChanges(deployment.id, props.pane, { ...props.reading, onDone: showDone });
  const { review, subject, closePane, refusal, choice, takeTheirs } = changes;
  const [asking, setAsking] = useState(false);
  const { arriving = false } = list;
  const sorted = useSorted(list.rows ?? NOTHING, { columns, view: memory.view, arriving });
  const { rows, order, settling } = sorted;
  const { shown, shownCount, chosen, detailed, hiddenCount } = useListRows(kind, rows, filter, selection);
  // Until all are in their places the list is not there yet.
  const reading = list.reading || settling;
  const sheet = useSheet(columns, memory.view, (words) => setSaid({ words, of: null }));
  const at = {
    ...changes,
    show,
    rows,
    read: list.rows !== undefined,
    chosen,
    discard: asking ? { onKeep: () => setAsking(false), onDiscard: leavePane } : null,
    onClose: closeForm,
    onCancel: () => (review.state.phase === 'building' ? review.cancel() : closeForm()),
  };

  function closeForm(): void {
    if (changes.typed()) setAsking(true);
    else leavePane();
  }

  function showDone(ids: readonly string[], added: boolean): void {
    if (added) setFilter('');
    const [first] = ids;
    setSelection(first === undefined ? noSelection : { ...selectOnly(first), selected: new Set(ids) });
    setReveal(first ?? null);
  }

  function leavePane(): void {
    // In a narrow window the table is hidden while the pane is there, and what is hidden takes no focus.
    flushSync(() => {
      setAsking(false);
      closePane();
    });
    gridRef.current?.focus();
  }

  function show(next: Subject): void {
    setAsking(false);
    changes.show(next);
  }

  function begin(drafts: readonly Draft[]): void {
    setAsking(false);
    changes.putAside(chosen.map(kind.id));
    review.begin(drafts);
  }

  function showRow(rowId: string): void {
    const row = rows.find((candidate) => kind.id(candidate) === rowId);
    if (row !== undefined) show(subjectOf(row));
  }

  const acts: ListActs = useSteady({
    onShow: () => detailed !== null && show(subjectOf(detailed)),
    onDelete: () => {
      const { whyNotDeleted } = deeds;
      if (typeof whyNotDeleted === 'string') setSaid({ words: whyNotDeleted, of: selection });
      if (whyNotDeleted !== null || props.removalOf === undefined) return;
      const rowsToGo = sheet.ordered(chosen);
      const deletion = props.deletionOf?.(rowsToGo) ?? null;
      if (deletion === null) begin(props.removalOf(rowsToGo));
      else show(deletion);
    },
    onCopy: () => sheet.copy(chosen),
    onExport: () => {
      const day = list.readAt?.slice(0, 10) ?? '';
      sheet.save(
        shown === null ? rows : rows.filter((_row, index) => shown[index] === 1),
        `${label} ${deployment.name} ${day}`,
      );
    },
    onRefresh: () => {
      if (refusal !== null && subject === null) review.close();
      list.onRead();
    },
  });
  const { deedsOf } = props;
  const hand = useSteady({ show, begin });
  const deeds = useDeeds(deedsOf, rows, chosen, hand);
  const anyShown = shownCount > 0;
  const showable = detailed !== null;
  useListCommands({ panel: id, deeds, chosen: chosen.length, showable, anyShown, acts });

  const status = {
    count: list.rows === undefined ? null : rows.length,
    shown: shownCount,
    selected: chosen.length,
    hidden: hiddenCount,
    said: said === null || (said.of !== null && said.of !== selection) ? '' : said.words,
    readAt: list.readAt,
    reading,
    onCancel: list.onCancel,
    // A form says so itself.
    onStopBuilding: subject === null && review.state.phase === 'building' ? review.cancel : null,
  };
  return (
    <Box sx={{ position: 'relative', display: 'flex', flex: 1, minHeight: 0, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0 }}>
        <ListToolbar
          label={label}
          deeds={deeds}
          readOnly={deployment.readOnly}
          chosen={chosen.length}
          showable={showable}
          filter={filter}
          ofDomains={props.ofDomains === true}
          onFilter={setFilter}
          reading={reading}
          anyShown={anyShown}
          {...acts}
        />
        {typeof props.notice === 'function' ? props.notice(show) : props.notice}
        {list.error !== null && !lost && (
          <Box sx={{ px: 1.5, pb: 1 }}>
            <Problem error={list.error.error} onRetry={list.onRead} />
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
          label={label}
          columns={columns}
          rows={rows}
          order={order}
          rowId={kind.id}
          shown={shown}
          selection={selection}
          onSelection={setSelection}
          onOpen={showRow}
          {...(deeds.whyNotDeleted !== undefined && { onDelete: acts.onDelete })}
          onCopy={acts.onCopy}
          onMenu={setMenu}
          loading={reading && (list.rows === undefined || (settling && rows.length === 0))}
          busy={arriving || settling}
          empty={
            list.error === null && (
              <EmptyList
                words={props.empty}
                read={list.rows !== undefined}
                filter={filter}
                onClear={() => setFilter('')}
              />
            )
          }
          reveal={reveal}
          onRevealed={() => setReveal(null)}
          gridRef={gridRef}
          memory={memory}
        />
        {props.status === undefined ? <TableStatus {...status} read={0} /> : props.status(status)}
      </Box>
      <RowMenu
        at={menu}
        onClose={() => setMenu(null)}
        deeds={deeds}
        readOnly={deployment.readOnly}
        chosen={chosen.length}
        showable={showable}
        {...acts}
      />
      {subject !== null && <Pane of={props.paneOf} subject={subject} at={at} />}
      <ReviewDialog
        deploymentName={deployment.name}
        review={review}
        onTheirs={takeTheirs}
        onDecided={(conflict, choice) => changes.decide([conflict], choice)}
        onClosed={() => subject === null && gridRef.current?.focus()}
      />
    </Box>
  );
}

type Steady<Row, Subject> = Pick<ListHand<Row, Subject>, 'show' | 'begin'>;

/** Made anew when what is chosen or what can be done changes, not at each keystroke in the filter. */
function useDeeds<Row, Subject>(
  deedsOf: ListPanelProps<Row, Subject>['deedsOf'],
  rows: readonly Row[],
  chosen: readonly Row[],
  hand: Steady<Row, Subject>,
): ListDeeds {
  return useMemo(() => deedsOf({ rows, chosen, ...hand }), [deedsOf, rows, chosen, hand]);
}

interface PaneProps<Row, Subject> {
  readonly of: ListPanelProps<Row, Subject>['paneOf'];
  readonly subject: Subject;
  readonly at: ListAt<Row, Subject>;
}

/** Drawn as a component of its own: what it is given acts on the table when a person does, not while it is drawn. */
function Pane<Row, Subject>({ of, subject, at }: PaneProps<Row, Subject>): ReactNode {
  return of(subject, at);
}

function beginAgain(review: Review): () => void {
  return () => review.state.phase === 'refused' && review.begin(review.state.drafts);
}
