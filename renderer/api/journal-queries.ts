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
}

const PAGE = 500;

/** The journal's entries, newest first, page by page; what was shown stays until the answer to another filter is there. */
export function useJournal(filter: JournalFilter): UseInfiniteQueryResult<InfiniteData<JournalPage>, Failure> {
  const bridge = useBridge();
  const { search, deployment, outcome } = filter;
  return useInfiniteQuery<JournalPage, Failure, InfiniteData<JournalPage>, readonly unknown[], number | null>({
    queryKey: [...keys.journal, 'list', search, deployment, outcome],
    queryFn: ({ signal, pageParam }) =>
      ask(
        bridge,
        'journal.list',
        {
          limit: PAGE,
          ...(search.trim() === '' ? {} : { search: search.slice(0, 200) }),
          ...(deployment === null ? {} : { deployment }),
          ...(outcome === null ? {} : { outcome }),
          ...(pageParam === null ? {} : { before: pageParam }),
        },
        signal,
      ),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
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
