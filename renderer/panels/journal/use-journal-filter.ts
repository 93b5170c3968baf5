import { useState } from 'react';
import type { JournalFilter } from '../../api/journal-queries.ts';
import { useKept } from '../../components/use-kept.ts';
import type { TableMemory } from '../../preferences/use-preferences.ts';
import { outcomeWords } from './words.ts';

/** Nothing is left out. */
export const ALL: JournalFilter = { search: '', deployment: null, outcome: null, firstDay: '', lastDay: '' };

type Choices = Omit<JournalFilter, 'search'>;

/**
 * What of the journal is shown, and the way to change it. The search is remembered as every table's filter is, the rest
 * for this window: days and outcomes of last week are nothing to begin a morning with. What was asked for from somewhere
 * else (`asked`, '' for all; null = nothing was) begins anew and is not remembered: it must be found.
 */
export function useJournalFilter(
  asked: string | null,
  memory: TableMemory,
): readonly [JournalFilter, (filter: JournalFilter) => void] {
  const [own, setOwn] = useState<JournalFilter>({ ...ALL, search: asked ?? '' });
  const choices = useKept<Choices>('journal/filter', ALL, isChoices);
  if (asked !== null) return [own, setOwn];
  const { deployment, outcome, firstDay, lastDay } = choices.value;
  return [
    { search: memory.view.filter, deployment, outcome, firstDay, lastDay },
    ({ search, ...rest }) => {
      if (search !== memory.view.filter) memory.change({ filter: search });
      choices.keep(rest);
    },
  ];
}

/** Whether anything is left out. */
export function isFiltered({ search, deployment, outcome, firstDay, lastDay }: JournalFilter): boolean {
  return search.trim() !== '' || deployment !== null || outcome !== null || firstDay !== '' || lastDay !== '';
}

/** Whether what was kept, perhaps by an older version, is a choice of this one. */
function isChoices(kept: unknown): kept is Choices {
  if (typeof kept !== 'object' || kept === null) return false;
  const { deployment, outcome, firstDay, lastDay } = Object.fromEntries(Object.entries(kept));
  return (
    (deployment === null || typeof deployment === 'string') &&
    (outcome === null || (typeof outcome === 'string' && outcome in outcomeWords)) &&
    typeof firstDay === 'string' &&
    typeof lastDay === 'string'
  );
}
