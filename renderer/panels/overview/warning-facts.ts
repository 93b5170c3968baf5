import type { Overview } from '../../../shared/contract/overview.ts';
import { valueOrNull, type Result } from '../../../shared/result.ts';
import { lackOf } from '../../../shared/rules/absent-cmdlet.ts';
import { policyScope } from '../../../shared/rules/external-access-policy.ts';
import type { WarningFacts, WarningId } from '../../../shared/rules/warning-facts.ts';
import { NOUNS } from '../../../shared/nouns/nouns.ts';
import type { OverviewPanel } from './panel-titles.ts';

/** What the overview has read, as far as warnings are found in it; `unheld` = the policies nobody has, where looked for. */
export function warningFacts(overview: Overview | undefined, unheld: readonly string[] | null): WarningFacts {
  return {
    edge: valueOrNull(overview?.edge),
    domains: valueOrNull(overview?.domains),
    policies: valueOrNull(overview?.policies),
    hostingProviders: valueOrNull(overview?.hostingProviders),
    publicProviders: valueOrNull(overview?.publicProviders),
    xmppPartners: valueOrNull(overview?.xmppPartners),
    routes: valueOrNull(overview?.routes),
    unheld,
  };
}

/** Identities of the user policies that were read: those that are assigned to somebody, or to nobody. */
export function userPolicies(overview: Overview | undefined): readonly string[] {
  const policies = valueOrNull(overview?.policies) ?? [];
  return policies.map(({ identity }) => identity).filter((identity) => policyScope(identity).kind === 'user');
}

/**
 * The cmdlets a warning would be found by that this role has not. What the server itself lacks (XMPP) is nothing to be
 * looked at. `cmdlets` = the session's.
 */
export function notLookedAt(overview: Overview | undefined, cmdlets: readonly string[]): readonly string[] {
  if (overview === undefined) return [];
  const { edge, domains, policies, hostingProviders, publicProviders, xmppPartners, routes } = overview;
  const parts: readonly Result<unknown>[] = [
    policies,
    edge,
    domains,
    hostingProviders,
    publicProviders,
    xmppPartners,
    routes,
  ];
  const ofServer = lackOf(cmdlets) === 'server' ? NOUNS['xmpp-partner'].get : null;
  return parts.flatMap((part) =>
    !part.ok && part.error.code === 'permission.cmdlet-absent' && part.error.values.cmdlet !== ofServer
      ? [part.error.values.cmdlet]
      : [],
  );
}

/** Where each can be put right; null = in Topology Builder, which is no part of this product. */
export const WARNING_PANELS: Readonly<Record<WarningId, OverviewPanel | null>> = {
  'nobody-reachable': 'sip-federated-domains',
  'no-federation-route': null,
  'no-policy-federation': 'external-access-policy',
  'no-policy-remote': 'external-access-policy',
  'providers-default-route': 'sip-federated-providers',
  'policies-federation-off': 'access-edge',
  'policies-remote-off': 'access-edge',
  'policies-default-route': 'access-edge',
  'policies-alone': 'external-access-policy',
  'providers-federation-off': 'access-edge',
  'xmpp-federation-off': 'access-edge',
  'no-policy-public': 'external-access-policy',
  'no-policy-xmpp': 'external-access-policy',
  'no-xmpp-route': 'xmpp-federated-partners',
  'retired-enabled': 'sip-federated-providers',
  'policies-no-public-provider': 'external-access-policy',
  'policies-no-xmpp-partner': 'external-access-policy',
  'policies-unheld': 'external-access-policy',
  'retired-disabled': 'sip-federated-providers',
};
