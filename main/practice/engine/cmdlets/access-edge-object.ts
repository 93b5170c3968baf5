import { outputTypeNamed, type ServerVersion } from '../../../../shared/cmdlets/index.ts';
import { asText, property } from '../../../psrp/clixml/read.ts';
import type { PsObject, PsValue } from '../../../psrp/clixml/values.ts';
import { Refusal } from '../errors/store-errors.ts';
import { accessEdge, type AccessEdgeSettings, type Routing } from '../store/configuration.ts';
import { catalogueObject, valueKey } from '../values/catalogue-object.ts';
import { instanceOfType, isOfType } from './instance.ts';
import { plainValue } from './row-values.ts';

const EDGE = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge';

/** The two types of the one object: which one it is depends on the routing method (federation-domain section 3). */
const TYPES: Readonly<Record<Routing['method'], string>> = {
  UseDnsSrvRouting: `${EDGE}.DisplayAccessEdgeSettingsDnsSrvRouting`,
  UseDefaultRouting: `${EDGE}.DisplayAccessEdgeSettingsDefaultRoute`,
};

const ROUTING_VALUES: Readonly<Record<Routing['method'], readonly string[]>> = {
  UseDnsSrvRouting: ['EnablePartnerDiscovery', 'BeClearingHouse', 'DiscoveredPartnerVerificationLevel'],
  UseDefaultRouting: ['DefaultRouteFqdn', 'IsPublicProvider', 'VerificationLevel'],
};

/** The object Get-CsAccessEdgeConfiguration returns. */
export function accessEdgeObject(settings: AccessEdgeSettings, version: ServerVersion): PsObject {
  const { routing, ...plain } = settings;
  const { method, ...own } = routing;
  return catalogueObject(TYPES[method], version, { ...plain, ...own, identity: 'Global', routingMethod: method });
}

/**
 * The settings an object for -Instance stands for; a property it does not have stays as it is. Throws a Refusal for an
 * object of another kind, or with a value it cannot have.
 */
export function settingsFrom(instance: PsValue | undefined, before: AccessEdgeSettings): AccessEdgeSettings {
  const object = instanceOfType(instance, Object.values(TYPES));
  const method = object === null ? null : methodOf(object);
  if (object === null || method === null) {
    throw new Refusal('instanceUnusable', 'The instance is not the Global Access Edge configuration.', 'Global');
  }
  const type = outputTypeNamed(TYPES[method]);
  const plain: Record<string, unknown> = {};
  const own: Record<string, unknown> = { ...(before.routing.method === method ? before.routing : {}), method };
  for (const { name, type: wanted } of type?.properties ?? []) {
    const value = property(object, name);
    if (value === undefined || name === 'Identity' || name === 'RoutingMethod') continue;
    const target = ROUTING_VALUES[method].includes(name) ? own : plain;
    target[valueKey(name)] = plainValue(value, wanted);
  }
  const checked = accessEdge.safeParse({ ...before, ...plain, routing: own });
  if (!checked.success) {
    const where = checked.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Refusal('instanceUnusable', `The instance has values that are not allowed: ${where}.`, 'Global');
  }
  return checked.data;
}

/** The routing method of an instance's type; null where the instance says another, or is not the one Global object. */
function methodOf(object: PsObject): Routing['method'] | null {
  const method = isOfType(object, TYPES.UseDnsSrvRouting) ? 'UseDnsSrvRouting' : 'UseDefaultRouting';
  const said = asText(property(object, 'RoutingMethod')) ?? method;
  const identity = asText(property(object, 'Identity')) ?? 'Global';
  return said === method && identity.toLowerCase() === 'global' ? method : null;
}
