import { NOUNS } from '../../../shared/nouns/nouns.ts';
import type { Overview } from '../../../shared/contract/overview.ts';
import type { ProviderName } from '../../../shared/models/topology.ts';
import { valueOrNull, type Result } from '../../../shared/result.ts';
import type { DeploymentFacts } from '../../../shared/rules/kinds-in-force.ts';
import { useNouns, type ListedNoun } from '../../api/noun-queries.ts';
import { useOverview } from '../../api/overview-queries.ts';
import { useOpenDeployment } from '../../api/queries.ts';
import { useXmppRoute } from '../../api/xmpp-route-queries.ts';

/** What is known of a deployment, part by part; a part that could not be read is unknown. */
export interface FactsRead {
  readonly facts: DeploymentFacts;
  readonly reading: boolean;
}

/** Reads what tells which kinds are in force; null = the deployment is not open, and nothing is read. */
export function useDeploymentFacts(deployment: string, opened: boolean): FactsRead | null {
  const open = useOpenDeployment(deployment, false).data;
  const wanted = opened && open !== undefined;
  const have = new Set(open?.cmdlets.map((name) => name.toLowerCase()));
  const can = (noun: ListedNoun): boolean => wanted && have.has(NOUNS[noun].get.toLowerCase());
  const overview = useOverview(deployment, wanted);
  const policies = useNouns(deployment, 'external-access-policy', can('external-access-policy'));
  const partners = useNouns(deployment, 'xmpp-partner', can('xmpp-partner'));
  const media = useNouns(deployment, 'media-configuration', can('media-configuration'));
  const route = useXmppRoute(deployment, wanted);
  if (!wanted) return null;
  const read: Partial<Overview> = overview.data ?? {};
  return {
    facts: {
      edge: valueOrNull(read.edge),
      domains: valueOrNull(read.domains),
      policies: policies.data?.rows ?? null,
      hostedProviders: enabledOf(read.hostingProviders),
      publicProviders: enabledOf(read.publicProviders),
      xmppPartners: partners.data?.rows.length ?? null,
      xmppRoute: route.data?.route ?? null,
      media: media.data?.rows ?? null,
    },
    reading: [overview, policies, partners, media, route].some(({ isLoading }) => isLoading),
  };
}

function enabledOf(providers: Result<readonly ProviderName[]> | undefined): number | null {
  return valueOrNull(providers)?.filter(({ enabled }) => enabled).length ?? null;
}
