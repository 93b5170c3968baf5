import type { OpenDeployment } from '../../shared/contract/requests.ts';
import type { Posture } from '../../shared/plan/plan.ts';
import { postureOf } from '../../shared/rules/posture.ts';
import { useAccessEdge } from './access-edge-queries.ts';
import { useOverview } from './overview-queries.ts';
import { useDomains, useOpenDeployment, usePostureChanged } from './queries.ts';

/** What federation means, and when that was read (ISO 8601). */
interface PostureRead {
  readonly posture: Posture;
  readonly readAt: string;
}

/**
 * What federation means as it was read last, by whichever panel; as it was when the deployment was opened before that.
 * Once it is written to, and no panel in front reads it again (an undo from the journal), it is read for this sentence,
 * unless the session is `lost`.
 */
export function usePosture(open: OpenDeployment, lost: boolean): PostureRead {
  const { id } = open.deployment;
  const domains = useDomains(id, false).data;
  const { data: edge, isFetching: readingEdge } = useAccessEdge(id, false);
  const { data: overview, isFetching: readingOverview } = useOverview(id, false);
  const changed = usePostureChanged(id);
  const openedAt = useOpenDeployment(id, false).dataUpdatedAt;
  const reads: readonly PostureRead[] = [
    ...(domains === undefined ? [] : [domains]),
    ...(edge === undefined ? [] : [{ readAt: edge.readAt, posture: postureOf(edge.edge, edge.counts) }]),
    ...(overview?.posture.ok === true ? [{ readAt: overview.readAt, posture: overview.posture.value }] : []),
  ];
  // ISO 8601 in UTC sorts as text. Of two read at one moment the later in the list is as good as the other.
  const last =
    reads.toSorted((one, other) => (one.readAt < other.readAt ? -1 : 1)).at(-1) ?? whenOpened(open, openedAt);
  // A second look at one query: only by what all have read can be told whether this one is wanted.
  useDomains(id, last.readAt < changed && !lost && !readingEdge && !readingOverview);
  return last;
}

/** Opening says no time of its own; the window's clock is that of the console. */
function whenOpened({ posture }: OpenDeployment, openedAt: number): PostureRead {
  return { posture, readAt: new Date(openedAt).toISOString() };
}
