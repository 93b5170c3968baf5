import type { BoundCall } from '../binding/bind-input.ts';
import { Refusal } from '../errors/store-errors.ts';
import type { Configuration } from '../store/configuration.ts';
import { accessEdgeObject, settingsFrom } from './access-edge-object.ts';
import { changedSettings } from './access-edge-change.ts';
import { textArgument, valueArgument } from './arguments.ts';
import { catalogued } from './catalogued.ts';
import { stateless, type CmdletContext, type CmdletImplementation } from './implementation.ts';
import { notFound, readRows } from './reading.ts';
import { refusing } from './refusing.ts';

const KIND = 'AccessEdgeSettings';
/** The only identity there is (Get-CsAccessEdgeConfiguration help). */
const GLOBAL = 'Global';

/** Get- and Set-CsAccessEdgeConfiguration; source: their help and federation-domain section 3. */
export const ACCESS_EDGE_CMDLETS: readonly CmdletImplementation[] = [
  catalogued(
    'Get-CsAccessEdgeConfiguration',
    stateless((call, context) =>
      readRows(
        {
          kind: KIND,
          rows: (configuration) => [configuration.accessEdge],
          identity: () => GLOBAL,
          object: (settings) => accessEdgeObject(settings, context.version),
        },
        call,
        context,
      ),
    ),
  ),
  catalogued('Set-CsAccessEdgeConfiguration', stateless(setAccessEdge)),
];

async function setAccessEdge(call: BoundCall, context: CmdletContext): Promise<void> {
  await refusing(context, async () => {
    const identity = textArgument(call, 'Identity');
    if (identity !== null && identity.toLowerCase() !== GLOBAL.toLowerCase()) throw notFound(KIND, identity);
    changed(context.store.current(), call);
    if (!(await context.shouldProcess(GLOBAL))) return;
    await context.store.change('accessEdge', (now) => changed(now, call));
  });
}

function changed(now: Configuration, call: BoundCall): Configuration {
  const accessEdge =
    call.set === 'Instance'
      ? settingsFrom(valueArgument(call, 'Instance'), now.accessEdge)
      : changedSettings(now.accessEdge, call);
  if (accessEdge.routing.method === 'UseDefaultRouting') refuseProviders(now);
  return { ...now, accessEdge };
}

/** A default route and providers exclude each other (Set-CsAccessEdgeConfiguration and Get-CsHostingProvider help). */
function refuseProviders(now: Configuration): void {
  const names = [...now.publicProviders, ...now.hostingProviders].map((provider) => provider.name);
  if (names.length === 0) return;
  const message = `Default routing cannot be used while there are public or hosting providers: ${names.join(', ')}.`;
  throw new Refusal('providersExist', message, GLOBAL);
}
