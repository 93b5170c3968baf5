import type { PsValue } from '../../../psrp/clixml/values.ts';
import { scalar } from '../../../psrp/clixml/build.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import type { Configuration } from '../store/configuration.ts';
import { topologyDocument } from '../store/topology-document.ts';
import { catalogueObject } from '../values/catalogue-object.ts';
import { booleanArgument, textArgument } from './arguments.ts';
import { catalogued } from './catalogued.ts';
import { stateless, type CmdletContext, type CmdletImplementation } from './implementation.ts';
import { notFound, readRows } from './reading.ts';
import { refusing } from './refusing.ts';

const TOPOLOGY_TYPE = 'Microsoft.Rtc.Management.Deploy.Internal.DefaultTopology';
const COMPUTER_TYPE = 'Microsoft.Rtc.Management.Deploy.Internal.Machine';

interface Computer {
  readonly fqdn: string;
  readonly pool: string;
}

/** Get-CsTopology and Get-CsComputer; source: their help and federation-domain section 10. */
export const COMPUTER_CMDLETS: readonly CmdletImplementation[] = [
  catalogued('Get-CsTopology', stateless(getTopology)),
  catalogued('Get-CsComputer', stateless(getComputers)),
];

async function getTopology(call: BoundCall, context: CmdletContext): Promise<void> {
  const local = booleanArgument(call, 'LocalStore') === true;
  const configuration = local ? context.store.local() : context.store.current();
  const asXml = booleanArgument(call, 'AsXml') === true;
  await context.write(asXml ? scalar('XD', topologyDocument(configuration)) : topologyObject(configuration, context));
}

function topologyObject(configuration: Configuration, { version }: CmdletContext): PsValue {
  const { sites, pools, services } = configuration;
  return catalogueObject(TOPOLOGY_TYPE, version, {
    sites: sites.map(({ name }) => `Site:${name}`),
    clusters: pools.map(({ fqdn }) => fqdn),
    machines: computersIn(configuration).map(({ fqdn }) => fqdn),
    services: services.map(({ role, pool }) => `${role}:${pool}`),
  });
}

/** All computers, one, those of a pool, or the one that answers; a pool that is not there is an error. */
async function getComputers(call: BoundCall, context: CmdletContext): Promise<void> {
  const pool = textArgument(call, 'Pool')?.toLowerCase();
  const local = booleanArgument(call, 'Local') === true;
  await refusing(context, async () => {
    const { pools } = context.store.current();
    if (pool !== undefined && !pools.some(({ fqdn }) => fqdn.toLowerCase() === pool)) throw notFound('Cluster', pool);
    await readRows(
      {
        kind: 'Machine',
        rows: (configuration) =>
          computersIn(configuration)
            // The first computer of the topology is the one that answers (store/replication.ts).
            .filter((_, place) => !local || place === 0)
            .filter((computer) => pool === undefined || computer.pool.toLowerCase() === pool),
        identity: (computer) => computer.fqdn,
        object: (computer) =>
          catalogueObject(
            COMPUTER_TYPE,
            context.version,
            { identity: computer.fqdn, ...computer },
            { text: computer.fqdn },
          ),
      },
      call,
      context,
    );
  });
}

function computersIn({ pools }: Configuration): readonly Computer[] {
  return pools.flatMap((pool) => pool.computers.map((fqdn) => ({ fqdn, pool: pool.fqdn })));
}
