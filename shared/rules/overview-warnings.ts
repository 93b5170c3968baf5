import { retiredServiceOf } from '../facts/retired-services.ts';
import type { NounRow } from '../models/noun-row.ts';
import type { ProviderName } from '../models/topology.ts';
import {
  ACCESS_SWITCHES,
  allowedBy,
  idleReason,
  policyScope,
  type AccessSwitch,
  type IdleReason,
} from './external-access-policy.ts';
import {
  WARNING_IDS,
  type OverviewWarning,
  type WarnedObject,
  type WarningFacts,
  type WarningId,
} from './warning-facts.ts';

/**
 * Every contradiction in what was read, the worst first. Sources: federation-domain 2, 3, 5, 6 and 13: who may talk to
 * whom is an AND of the Access Edge, a policy, and a listed domain, an enabled provider or a partner, so that each of
 * them without another is in effect for nobody.
 */
export function overviewWarnings(facts: WarningFacts): readonly OverviewWarning[] {
  const found = new Map<WarningId, readonly WarnedObject[]>([
    ...ofReach(facts),
    ...ofPolicies(facts),
    ...ofProviders(facts),
    ...ofXmpp(facts),
  ]);
  return WARNING_IDS.flatMap((id) => {
    const objects = found.get(id);
    return objects === undefined ? [] : [{ id, objects }];
  });
}

type Found = readonly (readonly [WarningId, readonly WarnedObject[]])[];

/** Whether anybody can be reached at all. */
function ofReach({ edge, domains, routes }: WarningFacts): Found {
  if (edge?.allowFederatedUsers !== true) return [];
  const closed = edge.routing === 'dns-srv' && !edge.enablePartnerDiscovery;
  return [
    ...when(closed && domains?.allowed === 0, 'nobody-reachable'),
    ...when(
      routes !== null && routes.length > 0 && routes.every(({ federationRoute }) => federationRoute === null),
      'no-federation-route',
    ),
  ];
}

const IDLE: Readonly<Record<IdleReason, WarningId>> = {
  'federation-off': 'policies-federation-off',
  'remote-off': 'policies-remote-off',
  'default-routing': 'policies-default-route',
};

/** What a policy allows and something else does not, and the other way round. */
function ofPolicies(facts: WarningFacts): Found {
  const { edge, policies, publicProviders, xmppPartners, unheld } = facts;
  if (policies === null) return [];
  const named = (id: WarningId, test: (allowed: ReadonlySet<AccessSwitch>, row: NounRow) => boolean): Found =>
    naming(id, policies.filter((row) => test(new Set(allowedBy(row.values)), row)).map(policyName));
  const idle = (reason: IdleReason): Found =>
    edge === null
      ? []
      : named(IDLE[reason], (allowed) => [...allowed].some((each) => idleReason(each, edge) === reason));
  const works = edge?.allowFederatedUsers === true;
  const some = (each: AccessSwitch): boolean => policies.some((row) => allowedBy(row.values).includes(each));
  const still = new Set(policies.map(({ identity }) => identity));
  return [
    ...idle('federation-off'),
    ...idle('remote-off'),
    ...idle('default-routing'),
    ...named('policies-alone', (allowed, { values }) =>
      ACCESS_SWITCHES.some((each) => values[each] === true && !allowed.has(each)),
    ),
    ...when(works && !some('enableFederationAccess'), 'no-policy-federation'),
    ...when(edge?.allowOutsideUsers === true && !some('enableOutsideAccess'), 'no-policy-remote'),
    ...(works && edge.routing === 'dns-srv' && publicProviders?.some(({ enabled }) => enabled) === false
      ? named('policies-no-public-provider', (allowed) => allowed.has('enablePublicCloudAccess'))
      : []),
    ...(works && xmppPartners?.length === 0
      ? named('policies-no-xmpp-partner', (allowed) => allowed.has('enableXmppAccess'))
      : []),
    ...naming(
      'policies-unheld',
      (unheld ?? []).filter((each) => still.has(each)).map((identity) => policyName({ identity })),
    ),
  ];
}

/** Providers whose service has ended, and those that nothing leads to. */
function ofProviders({ edge, policies, hostingProviders, publicProviders }: WarningFacts): Found {
  const all = [...(publicProviders ?? []), ...(hostingProviders ?? [])];
  const enabled = all.filter((each) => each.enabled);
  const retired = (on: boolean): readonly WarnedObject[] =>
    (publicProviders ?? [])
      .filter((each) => each.enabled === on)
      .flatMap(({ name, proxyFqdn }) => {
        const service = proxyFqdn === null ? null : retiredServiceOf(name, proxyFqdn);
        return service === null ? [] : [{ name, endedOn: service.endedOn }];
      });
  const publicEnabled = publicProviders?.filter((each) => each.enabled) ?? [];
  const forNobody = policies?.every((row) => !allowedBy(row.values).includes('enablePublicCloudAccess')) === true;
  const routed = edge?.routing === 'default-route';
  return [
    ...about('retired-enabled', retired(true)),
    ...about('retired-disabled', retired(false)),
    ...naming('providers-default-route', routed ? all.map(nameOf) : []),
    ...naming('providers-federation-off', edge?.allowFederatedUsers === false ? enabled.map(nameOf) : []),
    ...naming('no-policy-public', edge?.allowFederatedUsers === true && forNobody ? publicEnabled.map(nameOf) : []),
  ];
}

/** Partners that nothing leads to. */
function ofXmpp({ edge, policies, xmppPartners, routes }: WarningFacts): Found {
  if (xmppPartners === null) return [];
  const forNobody = policies?.every((row) => !allowedBy(row.values).includes('enableXmppAccess')) === true;
  const unrouted =
    routes !== null && routes.length > 0 && routes.every(({ xmppFederationRoute }) => xmppFederationRoute === null);
  return [
    ...naming('xmpp-federation-off', edge?.allowFederatedUsers === false ? xmppPartners : []),
    ...naming('no-policy-xmpp', edge?.allowFederatedUsers === true && forNobody ? xmppPartners : []),
    ...naming('no-xmpp-route', unrouted ? xmppPartners : []),
  ];
}

/** Of the deployment as a whole. */
function when(holds: boolean, id: WarningId): Found {
  return holds ? [[id, []]] : [];
}

/** Of these objects: nothing where there is none. */
function about(id: WarningId, objects: readonly WarnedObject[]): Found {
  return objects.length === 0 ? [] : [[id, objects]];
}

function naming(id: WarningId, names: readonly string[]): Found {
  return about(
    id,
    names.map((name) => ({ name, endedOn: null })),
  );
}

/** As people call a policy: without its scope. */
function policyName({ identity }: Pick<NounRow, 'identity'>): string {
  const scope = policyScope(identity);
  return scope.kind === 'global' ? identity : scope.name;
}

function nameOf({ name }: ProviderName): string {
  return name;
}
