import type { JournalEntry, JournalRow } from '../../../shared/contract/journal.ts';
import { useCommands } from '../../commands/registry.ts';
import { useText } from '../../i18n/language.ts';

const group = 'palette.group.panel' as const;

/** What the list can do just now. */
interface ListDeeds {
  /** The row whose details are asked for, or null. */
  readonly detailed: JournalRow | null;
  readonly filtered: boolean;
  /** Fetches older entries; null = there are none, or they are on their way. */
  readonly onOlder: (() => void) | null;
  readonly onShow: (row: JournalRow) => void;
  readonly onClear: () => void;
  readonly onRefresh: () => void;
}

/** Offers in the palette what the list and its toolbar offer. */
export function useJournalCommands({ detailed, filtered, onOlder, onShow, onClear, onRefresh }: ListDeeds): void {
  const text = useText();
  useCommands([
    {
      id: 'journal/details',
      group,
      title: 'table.show-details',
      keys: 'Enter',
      unavailable: detailed === null ? text('table.details.choose-one') : null,
      run: () => detailed !== null && onShow(detailed),
    },
    {
      id: 'journal/clear-filter',
      group,
      title: 'table.filter.clear',
      unavailable: filtered ? null : text('journal.filter.none'),
      run: onClear,
    },
    {
      id: 'journal/older',
      group,
      title: 'journal.older',
      unavailable: onOlder === null ? text('journal.older.none') : null,
      run: () => onOlder?.(),
    },
    { id: 'journal/refresh', group, title: 'table.refresh', unavailable: null, run: onRefresh },
  ]);
}

/** What the open entry can do just now. */
interface EntryDeeds {
  readonly entry: Pick<JournalEntry, 'undoable' | 'resumable'>;
  /** Whether one of the two is on its way. */
  readonly busy: boolean;
  /** Whether its deployment is marked read-only: looking up changes nothing, undoing does. */
  readonly readOnly: boolean;
  readonly onUndo: () => void;
  readonly onResume: () => void;
}

/** Offers in the palette what the open entry offers. */
export function useEntryCommands({ entry, busy, readOnly, onUndo, onResume }: EntryDeeds): void {
  const text = useText();
  const waits = busy ? text('journal.busy') : null;
  const notHere = readOnly ? text('table.read-only') : waits;
  useCommands([
    {
      id: 'journal/undo',
      group,
      title: 'journal.undo',
      unavailable: entry.undoable ? notHere : text('error.plan.not-undoable.cause'),
      run: onUndo,
    },
    {
      id: 'journal/resume',
      group,
      title: 'journal.resume',
      unavailable: entry.resumable ? waits : text('journal.resume.none'),
      run: onResume,
    },
  ]);
}
