import { ACCESS_EDGE_CONFIGURATION } from './access-edge-configuration.ts';
import { ADMIN_ROLE } from './admin-role.ts';
import { ALLOWED_DOMAIN } from './allowed-domain.ts';
import { BLOCKED_DOMAIN } from './blocked-domain.ts';
import { EXTERNAL_ACCESS_POLICY } from './external-access-policy.ts';
import { HOSTING_PROVIDER } from './hosting-provider.ts';
import { MANAGEMENT_STORE_REPLICATION } from './management-store-replication.ts';
import { MEDIA_CONFIGURATION } from './media-configuration.ts';
import { POOL } from './pool.ts';
import { PUBLIC_PROVIDER } from './public-provider.ts';
import { SERVER_VERSION } from './server-version.ts';
import { SERVICE } from './service.ts';
import { SIP_DOMAIN } from './sip-domain.ts';
import { SITE } from './site.ts';
import { SYNTHETIC_TRANSACTION } from './synthetic-transaction.ts';
import { TOPOLOGY } from './topology.ts';
import { USER } from './user.ts';
import { XMPP_GATEWAY_CONFIGURATION } from './xmpp-gateway-configuration.ts';
import { XMPP_PARTNER } from './xmpp-partner.ts';
import type { CmdletDefinition, CmdletParameter, OutputType, ServerVersion } from './types.ts';

export type { CmdletDefinition, CmdletParameter, OutputProperty, OutputType, ServerVersion } from './types.ts';
export { DOMAIN_NAME_LIMIT } from './allowed-domain.ts';
export { COMMON_PARAMETERS } from './common-parameters.ts';
export { ALL_SETS, cmdletDefinition, LIST_OF_TEXT, parameter } from './define.ts';
export { ENCRYPTION_LEVELS, VIDEO_RATES } from './media-configuration.ts';
export { LIST_MODIFIER, XMPP_NEGOTIATIONS, XMPP_PARTNER_TYPES } from './xmpp-partner.ts';
export { VERIFICATION_LEVEL } from './usual-parameters.ts';

/** Every cmdlet Edgewise knows, by noun. */
export const CATALOGUE: readonly CmdletDefinition[] = [
  ...ALLOWED_DOMAIN,
  ...BLOCKED_DOMAIN,
  ...ACCESS_EDGE_CONFIGURATION,
  ...EXTERNAL_ACCESS_POLICY,
  ...USER,
  ...PUBLIC_PROVIDER,
  ...HOSTING_PROVIDER,
  ...XMPP_PARTNER,
  ...XMPP_GATEWAY_CONFIGURATION,
  ...MEDIA_CONFIGURATION,
  ...TOPOLOGY,
  ...SITE,
  ...POOL,
  ...SERVICE,
  ...SIP_DOMAIN,
  ...SERVER_VERSION,
  ...MANAGEMENT_STORE_REPLICATION,
  ...ADMIN_ROLE,
  ...SYNTHETIC_TRANSACTION,
];

const BY_NAME: ReadonlyMap<string, CmdletDefinition> = new Map(
  CATALOGUE.map((definition) => [definition.name.toLowerCase(), definition]),
);

/** The definition of a cmdlet, without regard to case, or null = not in the catalogue (it may still exist on a server). */
export function cmdlet(name: string): CmdletDefinition | null {
  return BY_NAME.get(name.toLowerCase()) ?? null;
}

/** The cmdlet's own parameters on a server version, in the help's order; empty for a cmdlet the version does not have. */
export function parametersFor(name: string, version: ServerVersion): readonly CmdletParameter[] {
  const definition = cmdlet(name);
  if (!definition?.versions.includes(version)) return [];
  return definition.parameters.filter((each) => each.versions.includes(version));
}

/** One of the cmdlet's own parameters by its full name, without regard to case, or null. */
export function cmdletParameter(name: string, parameterName: string): CmdletParameter | null {
  const wanted = parameterName.toLowerCase();
  return cmdlet(name)?.parameters.find((each) => each.name.toLowerCase() === wanted) ?? null;
}

const BY_TYPE: ReadonlyMap<string, OutputType> = new Map(
  CATALOGUE.flatMap((definition) => definition.outputTypes.map((each) => [each.type, each])),
);

/** The output type of a full .NET type name, with or without the `Deserialized.` a reading PowerShell adds, or null. */
export function outputTypeNamed(typeName: string): OutputType | null {
  return BY_TYPE.get(typeName.replace(/^Deserialized\./, '')) ?? null;
}
