import { cmdletParameter } from '../cmdlets/index.ts';
import { failure, type Failure } from '../errors.ts';
import type { AccessEdge } from '../models/access-edge.ts';
import { isCount, parameterRange, type CountRange } from './count.ts';
import { checkDomainName, requireDomainName, type DomainNameReason } from './domain-name.ts';

export type AccessEdgeRouting = AccessEdge['routing'];

const SET = 'Set-CsAccessEdgeConfiguration';
const FLAG = 'System.Boolean';
const COUNT = 'System.UInt32';

/** Every field of the Access Edge that can be set, in the order its parameters are written. */
export const ACCESS_EDGE_FIELDS = [
  'allowFederatedUsers',
  'enablePartnerDiscovery',
  'enableArchivingDisclaimer',
  'allowOutsideUsers',
  'allowAnonymousUsers',
  'beClearingHouse',
  'discoveredPartnerVerificationLevel',
  'defaultRouteFqdn',
  'isPublicProvider',
  'verificationLevel',
  'enableUserReplicator',
  'keepCrlsUpToDateForPeers',
  'markSourceVerifiableOnOutgoingMessages',
  'outgoingTlsCountForFederatedPartners',
  'dnsSrvCacheRecordCount',
  'discoveredPartnerStandardRate',
  'enableDiscoveredPartnerContactsLimit',
  'maxContactsPerDiscoveredPartner',
  'discoveredPartnerReportPeriodMinutes',
  'maxAcceptedCertificatesStored',
  'maxRejectedCertificatesStored',
  'certificatesDeletedPercentage',
  'skypeSearchUrl',
] as const;

export type AccessEdgeField = (typeof ACCESS_EDGE_FIELDS)[number];

/** Fields one routing method alone has: the parameter sets of Set-CsAccessEdgeConfiguration. */
const ROUTING_FIELDS: Readonly<Record<AccessEdgeRouting, readonly AccessEdgeField[]>> = {
  'dns-srv': ['enablePartnerDiscovery', 'beClearingHouse', 'discoveredPartnerVerificationLevel'],
  'default-route': ['defaultRouteFqdn', 'isPublicProvider', 'verificationLevel'],
};

/** The switch of each routing method, which selects its parameter set. */
export const ROUTING_SWITCHES: Readonly<Record<AccessEdgeRouting, string>> = {
  'dns-srv': 'UseDnsSrvRouting',
  'default-route': 'UseDefaultRouting',
};

/** The parameter of a field. */
export function accessEdgeParameter(field: AccessEdgeField): string {
  return field.charAt(0).toUpperCase() + field.slice(1);
}

/** The routing method a field belongs to, or null = it is there under both. */
export function routingOf(field: AccessEdgeField): AccessEdgeRouting | null {
  if (ROUTING_FIELDS['dns-srv'].includes(field)) return 'dns-srv';
  return ROUTING_FIELDS['default-route'].includes(field) ? 'default-route' : null;
}

/** What a field takes: a box to tick, a number, or a text (a name of an enum is one). */
export function kindOf(field: AccessEdgeField): 'flag' | 'count' | 'text' {
  const type = cmdletParameter(SET, accessEdgeParameter(field))?.type;
  return type === FLAG ? 'flag' : type === COUNT ? 'count' : 'text';
}

/** The numbers a field takes. */
export function rangeOf(field: AccessEdgeField): CountRange {
  return parameterRange(SET, accessEdgeParameter(field));
}

/** What may be changed of the Access Edge, as a form or a draft has it; a field left out is not looked at. */
export type AccessEdgeChange = { readonly [Field in AccessEdgeField]?: string | number | boolean | undefined } & {
  readonly routing?: AccessEdgeRouting | undefined;
};

/** What is wrong with a field. */
export type AccessEdgeProblem =
  | { readonly field: AccessEdgeField; readonly problem: 'out-of-range'; readonly min: number; readonly max: number }
  | { readonly field: 'defaultRouteFqdn'; readonly problem: 'missing' }
  | { readonly field: 'defaultRouteFqdn'; readonly problem: 'name'; readonly reason: DomainNameReason }
  | { readonly field: AccessEdgeField; readonly problem: 'not-with-routing'; readonly routing: AccessEdgeRouting };

/**
 * Checks a change of the Access Edge, for form and handler alike; `now` is what it is made of. Default routing needs an
 * FQDN and excludes partner discovery; each routing method has its own fields (Set-CsAccessEdgeConfiguration's parameter
 * sets); a number has its range. A field of the other method that is switched off or empty asks for nothing. Whether
 * there are providers is the server's state and is not checked here.
 */
export function checkAccessEdge(change: AccessEdgeChange, now: AccessEdge): readonly AccessEdgeProblem[] {
  const routing = change.routing ?? now.routing;
  const problems: AccessEdgeProblem[] = [];
  for (const field of ACCESS_EDGE_FIELDS) {
    const value = change[field];
    const belongs = routingOf(field);
    if (value === undefined) continue;
    if (belongs !== null && belongs !== routing) {
      if (value !== false && value !== '') problems.push({ field, problem: 'not-with-routing', routing });
    } else if (typeof value === 'number' && !isCount(value, rangeOf(field))) {
      problems.push({ field, problem: 'out-of-range', ...rangeOf(field) });
    }
  }
  return routing === 'default-route' ? [...problems, ...checkRoute(change, now)] : problems;
}

/** Throws the first problem of a change as input.*. */
export function requireAccessEdge(change: AccessEdgeChange, now: AccessEdge): void {
  const [problem] = checkAccessEdge(change, now);
  if (problem === undefined) return;
  if (problem.problem === 'name') requireDomainName(String(change.defaultRouteFqdn));
  throw problemFailure(problem, change);
}

function problemFailure(problem: AccessEdgeProblem, change: AccessEdgeChange): Failure {
  const field = accessEdgeParameter(problem.field);
  switch (problem.problem) {
    case 'out-of-range':
      return failure('input.number-out-of-range', {
        field,
        value: Number(change[problem.field]),
        min: problem.min,
        max: problem.max,
      });
    case 'not-with-routing':
      return failure('input.not-with-routing', { field, routing: ROUTING_SWITCHES[problem.routing] });
    case 'missing':
    case 'name':
      return failure('input.default-route-missing', {});
  }
}

function checkRoute(change: AccessEdgeChange, now: AccessEdge): readonly AccessEdgeProblem[] {
  const field = 'defaultRouteFqdn';
  const fqdn = change[field] ?? (now.routing === 'default-route' ? now.defaultRouteFqdn : '');
  if (typeof fqdn !== 'string' || fqdn.trim() === '') return [{ field, problem: 'missing' }];
  const check = checkDomainName(fqdn);
  return check.ok ? [] : [{ field, problem: 'name', reason: check.reason }];
}
