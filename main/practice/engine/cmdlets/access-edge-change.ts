import { parametersFor, VERIFICATION_LEVEL } from '../../../../shared/cmdlets/index.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import { Refusal } from '../errors/store-errors.ts';
import { accessEdge, type AccessEdgeSettings, type Routing } from '../store/configuration.ts';
import { valueKey } from '../values/catalogue-object.ts';
import { booleanArgument, isGiven, textArgument } from './arguments.ts';
import { refuseBadDomain } from './domain-names.ts';

type DnsSrv = Extract<Routing, { readonly method: 'UseDnsSrvRouting' }>;
type DefaultRoute = Extract<Routing, { readonly method: 'UseDefaultRouting' }>;
type Level = DnsSrv['discoveredPartnerVerificationLevel'];

/** Where a default route's own values start: no document gives a default for them. */
const FRESH_DEFAULT_ROUTE = { isPublicProvider: false, verificationLevel: 'UseSourceVerification' } as const;
const FRESH_DNS_SRV = {
  enablePartnerDiscovery: false,
  beClearingHouse: false,
  discoveredPartnerVerificationLevel: 'UseSourceVerification',
} as const;

/** Parameters that have no property of their own name among the common values. */
const ROUTING_PARAMETERS: ReadonlySet<string> = new Set([
  'UseDnsSrvRouting',
  'UseDefaultRouting',
  'EnablePartnerDiscovery',
  'BeClearingHouse',
  'DiscoveredPartnerVerificationLevel',
  'DefaultRouteFqdn',
  'IsPublicProvider',
  'VerificationLevel',
]);
const NO_PROPERTY: ReadonlySet<string> = new Set(['Identity', 'Instance', 'Force', 'WhatIf', 'Confirm']);

/**
 * The settings after a call with single values. The switch of a parameter set must be there for the routing method to
 * change, and for partner discovery in any case (enable-or-disable-discovery); values of the default route alone may be
 * changed without it while default routing is on (help, example 1). Throws a Refusal.
 */
export function changedSettings(settings: AccessEdgeSettings, call: BoundCall): AccessEdgeSettings {
  const given: Record<string, unknown> = {};
  for (const { name } of parametersFor('Set-CsAccessEdgeConfiguration', 'SE')) {
    if (ROUTING_PARAMETERS.has(name) || NO_PROPERTY.has(name) || !isGiven(call, name)) continue;
    given[valueKey(name)] = call.parameters.get(name);
  }
  // The binder has converted and ranged each value; the schema says so to the compiler.
  return accessEdge.parse({ ...settings, ...given, routing: changedRouting(settings.routing, call) });
}

function changedRouting(routing: Routing, call: BoundCall): Routing {
  if (call.set === 'DnsSrvRouting') return dnsSrv(routing, call);
  if (call.set === 'DefaultRoute') return defaultRoute(routing, call);
  return routing;
}

function dnsSrv(routing: Routing, call: BoundCall): Routing {
  if (booleanArgument(call, 'UseDnsSrvRouting') !== true) throw switchMissing('UseDnsSrvRouting');
  const before: DnsSrv =
    routing.method === 'UseDnsSrvRouting' ? routing : { method: 'UseDnsSrvRouting', ...FRESH_DNS_SRV };
  return {
    method: 'UseDnsSrvRouting',
    enablePartnerDiscovery: booleanArgument(call, 'EnablePartnerDiscovery') ?? before.enablePartnerDiscovery,
    beClearingHouse: booleanArgument(call, 'BeClearingHouse') ?? before.beClearingHouse,
    discoveredPartnerVerificationLevel:
      levelArgument(call, 'DiscoveredPartnerVerificationLevel') ?? before.discoveredPartnerVerificationLevel,
  };
}

function defaultRoute(routing: Routing, call: BoundCall): Routing {
  const switched = booleanArgument(call, 'UseDefaultRouting') === true;
  const before: DefaultRoute | null = routing.method === 'UseDefaultRouting' ? routing : null;
  if (!switched && before === null) throw switchMissing('UseDefaultRouting');
  const fqdn = textArgument(call, 'DefaultRouteFqdn');
  if (switched && fqdn === null) {
    throw new Refusal('defaultRouteMissing', '-UseDefaultRouting needs -DefaultRouteFqdn.', 'Global');
  }
  if (fqdn !== null) refuseBadDomain(fqdn);
  return {
    method: 'UseDefaultRouting',
    defaultRouteFqdn: fqdn ?? before?.defaultRouteFqdn ?? '',
    isPublicProvider:
      booleanArgument(call, 'IsPublicProvider') ?? before?.isPublicProvider ?? FRESH_DEFAULT_ROUTE.isPublicProvider,
    verificationLevel:
      levelArgument(call, 'VerificationLevel') ?? before?.verificationLevel ?? FRESH_DEFAULT_ROUTE.verificationLevel,
  };
}

function levelArgument(call: BoundCall, name: string): Level | undefined {
  const given = textArgument(call, name);
  return VERIFICATION_LEVEL.values.find((level) => level === given);
}

function switchMissing(name: string): Refusal {
  return new Refusal('routingSwitchMissing', `These values can only be changed together with -${name}.`, 'Global');
}
