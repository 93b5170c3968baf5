import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { NounList, RequestInput } from '../../shared/contract/requests.ts';
import type { Failure } from '../../shared/errors.ts';
import { useBridge, type Bridge } from './bridge.ts';
import { ask, keys } from './queries.ts';

/** A noun whose objects are listed whole. */
export type ListedNoun = RequestInput<'nouns.list'>['noun'];

/** The reading of every object of a noun. */
export function nounQuery(bridge: Bridge, deployment: string, noun: ListedNoun) {
  return queryOptions<NounList, Failure>({
    queryKey: keys.noun(deployment, noun),
    queryFn: ({ signal }) => ask(bridge, 'nouns.list', { deployment, noun }, signal),
  });
}

/** Every object of a noun of an open deployment; `wanted` false looks without reading. */
export function useNouns(deployment: string, noun: ListedNoun, wanted = true): UseQueryResult<NounList, Failure> {
  return useQuery({ ...nounQuery(useBridge(), deployment, noun), enabled: wanted });
}
