import type { AccessEdge } from '../models/access-edge.ts';
import type { NounRow } from '../models/noun-row.ts';
import { FEDERATION_FACTS, type FederationKind, type FederationNeed } from './federation-kinds.ts';
import type { DomainCounts } from './posture.ts';
import type { XmppRoute } from './xmpp-route.ts';

/** What is known of a deployment; null = not read, or this role cannot. */
export interface DeploymentFacts {
  readonly edge: AccessEdge | null;
  readonly domains: DomainCounts | null;
  /** Every external access policy. */
  readonly policies: readonly NounRow[] | null;
  /** How many of each kind are enabled. */
  readonly hostedProviders: number | null;
  readonly publicProviders: number | null;
  readonly xmppPartners: number | null;
  readonly xmppRoute: XmppRoute | null;
  /** Every media configuration. */
  readonly media: readonly NounRow[] | null;
}

/** Whether a need is met on this side; `unknown` = nobody here can tell. */
export type NeedState = 'met' | 'unmet' | 'unknown';

/** Whether all that a kind needs is set on this side; what the other side has set, only the other side knows. */
export type KindState = 'in-force' | 'not-in-force' | 'unknown';

/** Whether everything a kind needs is set: one that is not is enough to say no, one that is unknown to say nothing. */
export function kindState(kind: FederationKind, facts: DeploymentFacts): KindState {
  const states = FEDERATION_FACTS[kind].needs.map((need) => needState(need, facts));
  if (states.includes('unmet')) return 'not-in-force';
  return states.includes('unknown') ? 'unknown' : 'in-force';
}

/**
 * Whether one need is met. A switch of a policy is, where at least one policy has it: whom that policy governs is not
 * asked here. Conferencing policies are not read by this product.
 */
export function needState(need: FederationNeed, facts: DeploymentFacts): NeedState {
  switch (need) {
    case 'edge-federation':
      return stateOf(facts.edge, (edge) => edge.allowFederatedUsers);
    case 'edge-outside':
      return stateOf(facts.edge, (edge) => edge.allowOutsideUsers);
    case 'edge-anonymous':
      return stateOf(facts.edge, (edge) => edge.allowAnonymousUsers);
    case 'policy-federation':
      return somePolicy(facts, ['enableFederationAccess']);
    case 'policy-public':
      return somePolicy(facts, ['enablePublicCloudAccess']);
    case 'policy-xmpp':
      return somePolicy(facts, ['enableFederationAccess', 'enableXmppAccess']);
    case 'policy-outside':
      return somePolicy(facts, ['enableOutsideAccess']);
    case 'policy-public-av':
      return somePolicy(facts, ['enablePublicCloudAccess', 'enablePublicCloudAudioVideoAccess']);
    case 'domain':
      return domainState(facts);
    case 'hosted-provider':
      return stateOf(facts.hostedProviders, (count) => count > 0);
    case 'public-provider':
      return stateOf(facts.publicProviders, (count) => count > 0);
    case 'xmpp-partner':
      return stateOf(facts.xmppPartners, (count) => count > 0);
    case 'xmpp-route':
      return routeState(facts.xmppRoute);
    case 'conferencing-policy':
      return 'unknown';
    case 'media-encryption':
      return stateOf(facts.media, (rows) =>
        rows.some(({ values }) => values['encryptionLevel'] === 'SupportEncryption'),
      );
  }
}

function stateOf<Value>(value: Value | null, isMet: (value: Value) => boolean): NeedState {
  if (value === null) return 'unknown';
  return isMet(value) ? 'met' : 'unmet';
}

function somePolicy({ policies }: DeploymentFacts, switches: readonly string[]): NeedState {
  return stateOf(policies, (rows) => rows.some(({ values }) => switches.every((name) => values[name] === true)));
}

/** A default route and discovery take any domain; else one must be listed. */
function domainState({ edge, domains }: DeploymentFacts): NeedState {
  if (edge?.routing === 'default-route' || edge?.enablePartnerDiscovery === true) return 'met';
  const listed = stateOf(domains, ({ allowed }) => allowed > 0);
  return edge === null && listed === 'unmet' ? 'unknown' : listed;
}

function routeState(route: XmppRoute | null): NeedState {
  if (route === null || route.kind === 'unknown') return 'unknown';
  return route.kind === 'none' ? 'unmet' : 'met';
}
