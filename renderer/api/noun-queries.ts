import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { NounList, RequestInput } from '../../shared/contract/requests.ts';
import type { Failure } from '../../shared/errors.ts';
import { useBridge } from './bridge.ts';
import { ask, keys } from './queries.ts';

/** A noun whose objects are listed whole. */
export type ListedNoun = RequestInput<'nouns.list'>['noun'];

/** Every object of a noun of an open deployment; `wanted` false looks without reading. */
export function useNouns(deployment: string, noun: ListedNoun, wanted = true): UseQueryResult<NounList, Failure> {
  const bridge = useBridge();
  return useQuery<NounList, Failure>({
    queryKey: keys.noun(deployment, noun),
    queryFn: ({ signal }) => ask(bridge, 'nouns.list', { deployment, noun }, signal),
    enabled: wanted,
  });
}
