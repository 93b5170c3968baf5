import type { BoundCall } from '../binding/bind-input.ts';
import type { Configuration } from '../store/configuration.ts';
import { PRODUCTS } from '../store/products.ts';
import { catalogueObject } from '../values/catalogue-object.ts';
import { booleanArgument, textArgument } from './arguments.ts';
import { catalogued } from './catalogued.ts';
import { stateless, type CmdletContext, type CmdletImplementation } from './implementation.ts';
import { notFound } from './reading.ts';
import { refusing } from './refusing.ts';

const REPLICA_TYPE = 'Microsoft.Rtc.Management.Xds.ReplicaState';
const STATUS_TYPE = 'Microsoft.Rtc.Management.Xds.CentralManagementStoreStatusResult';

/**
 * Get-CsManagementStoreReplicationStatus and Invoke-CsManagementStoreReplication; source: their help and
 * federation-domain section 9 (first False, then Invoke-, wait, ask again).
 */
export const REPLICATION_CMDLETS: readonly CmdletImplementation[] = [
  catalogued('Get-CsManagementStoreReplicationStatus', stateless(getStatus)),
  catalogued('Invoke-CsManagementStoreReplication', stateless(invoke)),
];

async function getStatus(call: BoundCall, context: CmdletContext): Promise<void> {
  if (booleanArgument(call, 'CentralManagementStoreStatus') === true) {
    await writeStoreStatus(context);
    return;
  }
  const fqdn = textArgument(call, 'ReplicaFqdn');
  await refusing(context, async () => {
    const replicas = context.store
      .replicas()
      .filter((replica) => fqdn === null || replica.fqdn.toLowerCase() === fqdn.toLowerCase());
    if (fqdn !== null && replicas.length === 0) throw notFound('Replica', fqdn);
    for (const { fqdn: replicaFqdn, ...replica } of replicas) {
      const values = { ...replica, replicaFqdn, productVersion: buildOn(replicaFqdn, context.store.current()) };
      await context.write(catalogueObject(REPLICA_TYPE, context.version, values));
    }
  });
}

/** The build on a computer, which in a mixed deployment is not everywhere the same. */
function buildOn(fqdn: string, { pools, version, legacyVersion }: Configuration): string {
  const pool = pools.find(({ computers }) => computers.includes(fqdn));
  return PRODUCTS[pool?.legacy === true ? (legacyVersion ?? version) : version].build;
}

async function writeStoreStatus(context: CmdletContext): Promise<void> {
  const computers = context.store.replicas().map((replica) => replica.fqdn);
  const master = computers[0] ?? '';
  const values = {
    activeMasterFqdn: master,
    activeMasterLastHeartbeat: context.store.now(),
    activeFileTransferAgents: [master],
    activeReplicas: computers,
    deletedReplicas: [],
  };
  await context.write(catalogueObject(STATUS_TYPE, context.version, values));
}

async function invoke(call: BoundCall, context: CmdletContext): Promise<void> {
  const fqdn = textArgument(call, 'ReplicaFqdn');
  await refusing(context, () => {
    if (!context.store.replicate(fqdn)) throw notFound('Replica', fqdn ?? '');
  });
}
