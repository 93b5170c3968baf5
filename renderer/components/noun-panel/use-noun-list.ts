import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Conflict } from '../../../shared/conflict.ts';
import type { NounAbilities, NounList } from '../../../shared/contract/requests.ts';
import type { Failure } from '../../../shared/errors.ts';
import { sameIdentity } from '../../../shared/nouns/nouns.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import { isNounDraft } from '../../../shared/plan/kind-of-draft.ts';
import { useBridge } from '../../api/bridge.ts';
import { nounQuery, type ListedNoun } from '../../api/noun-queries.ts';
import { keys } from '../../api/queries.ts';
import type { ListRead } from '../list-panel/ListPanel.tsx';
import type { ListReading } from '../list-panel/use-list-changes.tsx';
import { nounRowId, type NounSubject, type NounTableRow } from './noun-subject.ts';

/** The objects of one noun, or of several in one table, as `ListPanel` takes them. */
export interface NounListRead {
  readonly list: ListRead<NounTableRow>;
  readonly reading: Pick<ListReading<NounSubject>, 'readAgain' | 'found' | 'rowsLeft'>;
  /** What can be done with a noun; null = not read yet. */
  readonly abilities: (noun: ListedNoun) => NounAbilities | null;
}

/** Reads nouns of an open deployment into one list. `nouns` is the same at every render, and each is one the server has. */
export function useNounList(deployment: string, nouns: readonly ListedNoun[]): NounListRead {
  const bridge = useBridge();
  const client = useQueryClient();
  const queries = useQueries({ queries: nouns.map((noun) => nounQuery(bridge, deployment, noun)) });
  const lists = queries.map(({ data }) => data);
  const rows = useMemo(
    () => (lists.every((list) => list !== undefined) ? lists.flatMap(rowsOf) : undefined),
    // As long as what was read is the same, so are the rows.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    lists,
  );
  const queryKeys = nouns.map((noun) => keys.noun(deployment, noun));
  const errors: readonly (Failure | null)[] = queries.map(({ error }) => error);

  function found(object: Conflict['object']): NounSubject | null {
    if (object.kind !== 'noun') return null;
    const { noun, identity } = object;
    const listed = nouns.find((each) => each === noun);
    if (listed === undefined) return null;
    const read = client.getQueryData<NounList>(keys.noun(deployment, listed));
    const row = read?.rows.find((each) => sameIdentity(noun, each.identity, identity));
    return row === undefined ? null : { kind: 'existing', row: { ...row, noun: listed } };
  }

  return {
    list: {
      rows,
      readAt: lists.map((list) => list?.readAt ?? null).reduce(earlier, null),
      error: errors.find((error) => error !== null) ?? null,
      reading: queries.some(({ isFetching }) => isFetching),
      onRead: () => queries.forEach((query) => void query.refetch()),
      onCancel: () => queryKeys.forEach((queryKey) => void client.cancelQueries({ queryKey })),
    },
    reading: {
      readAgain: async () => {
        // The console's own event may have started the same read already: one is enough.
        await Promise.all(queryKeys.map((queryKey) => client.refetchQueries({ queryKey }, { cancelRefetch: false })));
      },
      found,
      rowsLeft,
    },
    abilities: (noun) => lists.find((list) => list?.noun === noun)?.abilities ?? null,
  };
}

function rowsOf(list: NounList | undefined): readonly NounTableRow[] {
  if (list === undefined) return [];
  // A list of users is never asked for: its noun is one of those listed.
  const noun = list.noun as ListedNoun;
  return list.rows.map((row) => ({ ...row, noun }));
}

function rowsLeft(draft: Draft): readonly string[] {
  if (!isNounDraft(draft) || draft.kind === 'noun.remove' || draft.noun === 'user') return [];
  return [nounRowId({ noun: draft.noun, identity: draft.identity })];
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
