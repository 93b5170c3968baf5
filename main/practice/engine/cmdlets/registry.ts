import { COMMON_PARAMETERS, type CmdletDefinition, type ServerVersion } from '../../../../shared/cmdlets/index.ts';
import type { CommandShape } from '../binding/shape.ts';
import { mayRun } from '../roles.ts';
import { ACCESS_EDGE_CMDLETS } from './access-edge.ts';
import { ADMIN_ROLE_CMDLETS } from './admin-role.ts';
import { ALLOWED_DOMAIN_CMDLETS } from './allowed-domain.ts';
import { BLOCKED_DOMAIN_CMDLETS } from './blocked-domain.ts';
import type { ServerProducts } from '../store/products.ts';
import { COMPANIONS } from '../companions/companions.ts';
import { COMPUTER_CMDLETS } from './computer.ts';
import { EXTERNAL_ACCESS_POLICY_CMDLETS } from './external-access-policy.ts';
import type { CmdletImplementation } from './implementation.ts';
import { MEDIA_CONFIGURATION_CMDLETS } from './media-configuration.ts';
import { PROVIDER_CMDLETS } from './providers.ts';
import { REPLICATION_CMDLETS } from './replication.ts';
import { SERVICE_CMDLETS } from './service.ts';
import { SYNTHETIC_TRANSACTION_CMDLETS } from './synthetic-transaction.ts';
import { TOPOLOGY_CMDLETS } from './topology.ts';
import { USER_CMDLETS } from './user.ts';
import { XMPP_CMDLETS } from './xmpp.ts';

/** Every command of the practice deployment. A new noun is one line here. */
const COMMANDS: readonly CmdletImplementation[] = [
  ...ALLOWED_DOMAIN_CMDLETS,
  ...BLOCKED_DOMAIN_CMDLETS,
  ...ACCESS_EDGE_CMDLETS,
  ...EXTERNAL_ACCESS_POLICY_CMDLETS,
  ...USER_CMDLETS,
  ...PROVIDER_CMDLETS,
  ...XMPP_CMDLETS,
  ...MEDIA_CONFIGURATION_CMDLETS,
  ...TOPOLOGY_CMDLETS,
  ...COMPUTER_CMDLETS,
  ...SERVICE_CMDLETS,
  ...REPLICATION_CMDLETS,
  ...ADMIN_ROLE_CMDLETS,
  ...SYNTHETIC_TRANSACTION_CMDLETS,
  ...COMPANIONS,
];

/**
 * The commands a role has on a server, in alphabetical order. Beside an older pool they are also those of its product:
 * what only that pool does is still administered (S19/migrating-xmpp-federation); that a newer server has them is guessed.
 */
export function commandsOf(role: string, server: ServerProducts): readonly CmdletImplementation[] {
  return everyCommand(server).filter(({ definition }) => mayRun(role, definition.name));
}

/** The commands a server has, whoever asks, in alphabetical order. */
export function everyCommand(server: ServerProducts): readonly CmdletImplementation[] {
  return COMMANDS.filter(({ definition }) => isOn(definition, server)).toSorted((one, other) =>
    one.definition.name < other.definition.name ? -1 : 1,
  );
}

function isOn({ versions }: CmdletDefinition, { version, legacyVersion }: ServerProducts): boolean {
  return versions.includes(version) || (legacyVersion !== null && versions.includes(legacyVersion));
}

/** A command by name, without regard to case, or null = this role's session has none. */
export function findCommand(name: string, role: string, server: ServerProducts): CmdletImplementation | null {
  const wanted = name.toLowerCase();
  return commandsOf(role, server).find((each) => each.definition.name.toLowerCase() === wanted) ?? null;
}

/** What the binder must know of a command on a server version. */
export function shapeOf(implementation: CmdletImplementation, version: ServerVersion): CommandShape {
  const { definition } = implementation;
  const own = definition.parameters.filter((each) => each.versions.includes(version));
  return {
    name: definition.name,
    implementingType: implementingType(implementation),
    parameterSets: definition.parameterSets,
    defaultParameterSet: definition.defaultParameterSet,
    parameters: [...own, ...COMMON_PARAMETERS],
  };
}

/** The module a command comes from. */
export function moduleOf(implementation: CmdletImplementation, version: ServerVersion): string {
  if (implementation.commandType === 'Function') return '';
  return version === '2013' ? 'Lync' : 'SkypeForBusiness';
}

/**
 * The class of a cmdlet, for FullyQualifiedErrorId. Unverified: inferred from the one transcript of a cmdlet of this
 * family that is public, `…,Microsoft.Rtc.Management.Internal.NewPartnerApplicationCmdlet`. A function has its name.
 */
function implementingType(implementation: CmdletImplementation): string {
  const { name, verb, noun } = implementation.definition;
  if (implementation.commandType === 'Function') return name;
  return `Microsoft.Rtc.Management.Internal.${verb}${noun.replace(/^Cs/, '')}Cmdlet`;
}
