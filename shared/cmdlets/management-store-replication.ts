import { FORCE } from './common-parameters.ts';
import {
  BOOLEAN,
  cmdletDefinition,
  DATE_TIME,
  LIST_OF_TEXT,
  outputType,
  parameter,
  property,
  STRING,
  SWITCH,
} from './define.ts';
import type { CmdletDefinition } from './types.ts';

const REPLICA_STATE = outputType('Microsoft.Rtc.Management.Xds.ReplicaState', 'documented', [
  property('UpToDate', BOOLEAN),
  property('ReplicaFqdn', STRING, { unverified: true }),
  property('LastStatusReport', DATE_TIME, { unverified: true }),
  property('LastUpdateCreation', DATE_TIME),
  property('ProductVersion', STRING, { unverified: true }),
]);

const STORE_STATUS = outputType('Microsoft.Rtc.Management.Xds.CentralManagementStoreStatusResult', 'documented', [
  property('ActiveMasterFqdn'),
  property('ActiveMasterLastHeartbeat', DATE_TIME, { unverified: true }),
  // Its name is documented; what stands in it for each agent is not.
  property('ActiveFileTransferAgents', LIST_OF_TEXT, { unverified: true }),
  property('ActiveReplicas', LIST_OF_TEXT, { unverified: true }),
  property('DeletedReplicas', LIST_OF_TEXT, { unverified: true }),
]);

const REPLICA_FQDN = parameter('ReplicaFqdn', STRING, 'Computer to check or replicate; all computers when omitted.', {
  position: 0,
  pipeline: 'by-property-name',
});

/** Replication of the Central Management store to every computer (federation-domain section 9). */
export const MANAGEMENT_STORE_REPLICATION: readonly CmdletDefinition[] = [
  cmdletDefinition(
    'Get-CsManagementStoreReplicationStatus',
    [
      REPLICA_FQDN,
      parameter('CentralManagementStoreStatus', SWITCH, 'Return the status of the store instead of replica states.', {
        pipeline: 'by-property-name',
      }),
    ],
    { outputTypes: [REPLICA_STATE, STORE_STATUS] },
  ),
  cmdletDefinition('Invoke-CsManagementStoreReplication', [REPLICA_FQDN, FORCE]),
];
