import { z } from 'zod';
import type { AccessEdge } from '../models/access-edge.ts';
import type { ProviderName, Replica, SiteRoute } from '../models/topology.ts';
import type { Posture } from '../plan/plan.ts';
import type { Result } from '../result.ts';
import type { DomainCounts } from '../rules/posture.ts';

/** The border's part on the Overview. */
export const overviewInputs = {
  'overview.read': z.strictObject({ deployment: z.string().min(1).max(100) }),
} as const;

export interface OverviewOutputs {
  'overview.read': Overview;
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
  readonly routes: Result<readonly SiteRoute[]>;
  readonly replicas: Result<readonly Replica[]>;
  /** ISO 8601, UTC. */
  readonly readAt: string;
}
