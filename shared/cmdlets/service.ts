import {
  cmdletDefinition,
  EVERY_VERSION,
  FROM_2015,
  LIST_OF_TEXT,
  outputType,
  parameter,
  property,
  STRING,
  SWITCH,
  UINT16,
} from './define.ts';
import type { CmdletDefinition, CmdletParameter, ServerVersion } from './types.ts';
import { FILTER, identityToGet } from './usual-parameters.ts';

/** One role switch of Get-CsService: name, its parameter set where it differs, aliases and versions. */
interface RoleSwitch {
  readonly name: string;
  readonly set?: string;
  readonly aliases?: readonly string[];
  readonly versions?: readonly ServerVersion[];
}

const ROLES: readonly RoleSwitch[] = [
  { name: 'ApplicationDatabase' },
  { name: 'ApplicationServer' },
  { name: 'ArchivingDatabase' },
  { name: 'ArchivingServer' },
  { name: 'CentralManagement' },
  { name: 'CentralManagementDatabase' },
  { name: 'ConferencingServer', set: 'ConferenceServer', aliases: ['ConferenceServer'] },
  { name: 'Director' },
  { name: 'EdgeServer' },
  { name: 'FileStore' },
  { name: 'ManagementServer' },
  { name: 'MediationServer' },
  { name: 'MonitoringServer' },
  { name: 'MonitoringDatabase' },
  { name: 'PstnGateway' },
  { name: 'Registrar' },
  { name: 'TrustedApplicationPool', aliases: ['ExternalServer'] },
  { name: 'UserDatabase' },
  { name: 'UserServer' },
  { name: 'WebServer' },
  { name: 'BackupServer' },
  { name: 'LegalInterceptServer', versions: ['2013'] },
  { name: 'PersistentChatComplianceDatabase' },
  { name: 'PersistentChatDatabase' },
  { name: 'PersistentChatServer' },
  { name: 'WacServer' },
  { name: 'VideoGateway', versions: FROM_2015 },
  { name: 'VideoInteropServer', versions: FROM_2015 },
];

function roleSwitch(role: RoleSwitch): CmdletParameter {
  return parameter(role.name, SWITCH, 'Return only this role.', {
    sets: [role.set ?? role.name],
    aliases: role.aliases ?? [],
    versions: role.versions ?? EVERY_VERSION,
  });
}

/** What Get-CsService returns with -EdgeServer: the ports are known as parameters of Set-CsEdgeServer only. The types of the other roles are named in no source. */
const EDGE_TYPE = outputType('Microsoft.Rtc.Management.Xds.DisplayEdgeServer', 'parameter-derived', [
  property('Identity'),
  property('Registrar'),
  property('AccessEdgeInternalSipPort', UINT16),
  property('AccessEdgeExternalSipPort', UINT16),
  property('AccessEdgeClientSipPort', UINT16),
  property('DataPsomServerPort', UINT16),
  property('DataPsomClientPort', UINT16),
  property('MediaRelayAuthEdgePort', UINT16),
  property('XmppInternalPort', UINT16),
  property('XmppListeningPort', UINT16),
  property('DependentServiceList', LIST_OF_TEXT),
  property('ServiceId', STRING, { unverified: true }),
  property('SiteId'),
  property('PoolFqdn'),
  property('Version', 'System.Int32', { unverified: true }),
  property('Role', STRING, { unverified: true }),
]);

/** Services of the topology, by role. The 2010-only switches ProvisionServer and ProvisionDatabase are left out. */
export const SERVICE: readonly CmdletDefinition[] = [
  cmdletDefinition(
    'Get-CsService',
    [
      identityToGet('Service identity, e.g. Registrar:pool.contoso.com.'),
      FILTER,
      ...ROLES.map(roleSwitch),
      parameter('PoolFqdn', STRING, 'Only services on this pool.'),
    ],
    {
      parameterSets: ['Identity', 'Filter', ...ROLES.map((role) => role.set ?? role.name)],
      outputTypes: [EDGE_TYPE],
      note: 'The other roles return their own Microsoft.Rtc.Management.Xds.Display* types; their properties are unverified.',
    },
  ),
];
