import type { OpenDeployment } from '../../shared/contract/requests.ts';
import type { Posture } from '../../shared/plan/plan.ts';
import { useOverview } from './overview-queries.ts';
import { useDomains } from './queries.ts';

/** What federation means as it was read last, by whichever panel; as it was when the deployment was opened before that. */
export function usePosture(open: OpenDeployment): Posture {
  const { id } = open.deployment;
  const domains = useDomains(id, false).data;
  const overview = useOverview(id, false).data;
  if (overview?.posture.ok === true && (domains === undefined || domains.readAt < overview.readAt)) {
    return overview.posture.value;
  }
  return domains?.posture ?? open.posture;
}
