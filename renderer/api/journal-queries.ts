import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { JournalEntry, JournalOutcome, JournalPage } from '../../shared/contract/journal.ts';
import type { Failure } from '../../shared/errors.ts';
import { useBridge } from './bridge.ts';
import { ask, keys } from './queries.ts';

/** What of the journal is wanted; null = all. */
export interface JournalFilter {
  readonly search: string;
  readonly deployment: string | null;
  readonly outcome: JournalOutcome | null;
  /** The first and the last day, as a date field has them: `2026-11-23`; '' = none. */
  readonly firstDay: string;
  readonly lastDay: string;
}

const PAGE = 500;

/** The journal's entries, newest first, page by page; what was shown stays until the answer to another filter is there. */
export function useJournal(filter: JournalFilter): UseInfiniteQueryResult<InfiniteData<JournalPage>, Failure> {
  const bridge = useBridge();
  const { search, deployment, outcome, firstDay, lastDay } = filter;
  return useInfiniteQuery<JournalPage, Failure, InfiniteData<JournalPage>, readonly unknown[], number | null>({
    queryKey: [...keys.journal, 'list', search, deployment, outcome, firstDay, lastDay],
    queryFn: ({ signal, pageParam }) =>
      ask(
        bridge,
        'journal.list',
        {
          limit: PAGE,
          ...(search.trim() === '' ? {} : { search: search.slice(0, 200) }),
          ...(deployment === null ? {} : { deployment }),
          ...(outcome === null ? {} : { outcome }),
          ...spanOf(firstDay, lastDay),
          ...(pageParam === null ? {} : { before: pageParam }),
        },
        signal,
      ),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // A command line writes to the same files, and this console is not told.
    refetchOnMount: 'always',
  });
}

/** How many changes nobody has seen the end of: they are said wherever one is in the window. */
export function useJournalUnknown(): number {
  const bridge = useBridge();
  const query = useQuery<number, Failure>({
    queryKey: [...keys.journal, 'unknown'],
    queryFn: async ({ signal }) => (await ask(bridge, 'journal.list', { limit: 1 }, signal)).unknown,
  });
  return query.data ?? 0;
}

/** One entry whole. */
export function useJournalEntry(entry: string): UseQueryResult<JournalEntry, Failure> {
  const bridge = useBridge();
  return useQuery<JournalEntry, Failure>({
    queryKey: [...keys.journal, 'entry', entry],
    queryFn: ({ signal }) => ask(bridge, 'journal.entry', { entry }, signal),
  });
}

/** The moments between which two days lie, where this window is; the second day is in it whole. */
export function spanOf(firstDay: string, lastDay: string): { readonly from?: string; readonly until?: string } {
  const from = midnight(firstDay, 0);
  const until = midnight(lastDay, 1);
  return { ...(from === null ? {} : { from }), ...(until === null ? {} : { until }) };
}

/** The beginning of the day so many days after this one, as an instant; null for what is no day. */
function midnight(day: string, after: number): string | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const at = new Date(2000, 0, 1);
  // Not the constructor: it takes a year of two digits, which a date field gives while it is typed into, for the last century.
  at.setFullYear(year, month - 1, date + after);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
