import { z } from 'zod';

/** The border's part on the topology: what settings can be of. */
export const topologyInputs = {
  'topology.scopes': z.strictObject({ deployment: z.string().min(1).max(100) }),
} as const;

export interface TopologyOutputs {
  'topology.scopes': Scopes;
}

/** What there is to make settings of; null = this server or role has not the cmdlet that tells. */
export interface Scopes {
  /** By name, without a prefix. */
  readonly sites: readonly string[] | null;
  /** By identity, such as `MediationServer:sba01.contoso.com`. */
  readonly services: readonly string[] | null;
}
