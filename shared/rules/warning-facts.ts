import type { AccessEdge } from '../models/access-edge.ts';
import type { NounRow } from '../models/noun-row.ts';
import type { ProviderName, SiteRoute } from '../models/topology.ts';
import type { DomainCounts } from './posture.ts';

/** What is known of a deployment; null = not read, or this role cannot: nothing is concluded from it. */
export interface WarningFacts {
  readonly edge: AccessEdge | null;
  readonly domains: DomainCounts | null;
  readonly policies: readonly NounRow[] | null;
  readonly hostingProviders: readonly ProviderName[] | null;
  readonly publicProviders: readonly ProviderName[] | null;
  /** The primary domains. */
  readonly xmppPartners: readonly string[] | null;
  readonly routes: readonly SiteRoute[] | null;
  /** Identities of the user policies that nobody was found to have; null = not looked for. */
  readonly unheld: readonly string[] | null;
}

/** What can be wrong, the worst first; each has its sentences under `overview.warning.<id>`. */
export const WARNING_IDS = [
  'nobody-reachable',
  'no-federation-route',
  'no-policy-federation',
  'no-policy-remote',
  'providers-default-route',
  'policies-federation-off',
  'policies-remote-off',
  'policies-default-route',
  'policies-alone',
  'providers-federation-off',
  'xmpp-federation-off',
  'no-policy-public',
  'no-policy-xmpp',
  'no-xmpp-route',
  'retired-enabled',
  'policies-no-public-provider',
  'policies-no-xmpp-partner',
  'policies-unheld',
  'retired-disabled',
] as const;

export type WarningId = (typeof WARNING_IDS)[number];

/** What is set and does nothing, or lets nobody do what it seems to. */
export interface OverviewWarning {
  readonly id: WarningId;
  /** What it is about; empty = the deployment as a whole. */
  readonly objects: readonly WarnedObject[];
}

/** One object of a warning. */
export interface WarnedObject {
  readonly name: string;
  /** The day its service ended, ISO 8601; null = it has not, or nobody knows. */
  readonly endedOn: string | null;
}

/** Left over and in nobody's way: the others are something an administrator believes to work. */
export const LEFTOVERS: ReadonlySet<WarningId> = new Set<WarningId>([
  'policies-no-public-provider',
  'policies-no-xmpp-partner',
  'policies-unheld',
  'retired-disabled',
]);
