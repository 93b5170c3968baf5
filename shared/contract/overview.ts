import { z } from 'zod';
import type { AccessEdge } from '../models/access-edge.ts';
import type { NounRow } from '../models/noun-row.ts';
import type { ProviderName, Replica, SiteRoute } from '../models/topology.ts';
import type { Posture } from '../plan/plan.ts';
import type { Result } from '../result.ts';
import type { DomainCounts } from '../rules/posture.ts';
import type { XmppRoute } from '../rules/xmpp-route.ts';

const deployment = z.string().min(1).max(100);

/** The border's part on the Overview and on what the topology says. */
export const overviewInputs = {
  'overview.read': z.strictObject({ deployment }),
  'xmpp-route.read': z.strictObject({ deployment }),
} as const;

export interface OverviewOutputs {
  'overview.read': Overview;
  'xmpp-route.read': XmppRouteRead;
}

/**
 * A deployment at a glance, part by part: a cmdlet this role has not is `permission.cmdlet-absent` in its own part, one
 * that fails is its error there, and the others stand all the same.
 */
export interface Overview {
  readonly posture: Result<Posture>;
  readonly edge: Result<AccessEdge>;
  readonly domains: Result<DomainCounts>;
  readonly hostingProviders: Result<readonly ProviderName[]>;
  readonly publicProviders: Result<readonly ProviderName[]>;
  /** Every external access policy. */
  readonly policies: Result<readonly NounRow[]>;
  /** The primary domains of the XMPP partners. */
  readonly xmppPartners: Result<readonly string[]>;
  readonly routes: Result<readonly SiteRoute[]>;
  readonly roles: Result<AccountRoles>;
  readonly replicas: Result<readonly Replica[]>;
  /** ISO 8601, UTC. */
  readonly readAt: string;
}

/** The roles the account of this session holds. */
export interface AccountRoles {
  /** The name they were asked for by (SamAccountName); null = it cannot be told from the name that signs in. */
  readonly account: string | null;
  /** In the server's order. */
  readonly roles: readonly string[];
}

/** What the topology says of XMPP. */
export interface XmppRouteRead {
  readonly route: XmppRoute;
  /** ISO 8601, UTC. */
  readonly readAt: string;
}
