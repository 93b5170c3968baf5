import type { AccessEdgeRead, RequestInput } from '../../shared/contract/requests.ts';
import { takesParameter, type CmdletAbilities } from '../../shared/plan/abilities.ts';
import { accessEdgeVersion } from '../../shared/plan/row-version.ts';
import { ACCESS_EDGE_FIELDS, accessEdgeParameter, type AccessEdgeField } from '../../shared/rules/access-edge.ts';
import { readAccessEdge } from '../cs/access-edge.ts';
import { countProviders } from '../cs/providers.ts';
import { deploymentOf, type Caller, type Handlers, type HandlerTools } from './handler.ts';
import { countedLists, readContext } from './read-lists.ts';

const SET = 'Set-CsAccessEdgeConfiguration';

/** The Access Edge's requests; it is written as anything is, by a plan. */
export const accessEdgeHandlers: Pick<Handlers, 'access-edge.read'> = { 'access-edge.read': readEdge };

async function readEdge(
  tools: HandlerTools,
  input: RequestInput<'access-edge.read'>,
  caller: Caller,
): Promise<AccessEdgeRead> {
  const deployment = deploymentOf(tools, input.deployment);
  const { signal } = caller;
  const at = tools.clock();
  const { edge, providers, abilities } = await deployment.session.read(async ({ session, cmdlets }) => {
    const read = await readAccessEdge(session, signal);
    const counts = await countProviders(session, cmdlets.abilities, signal);
    return { edge: read, providers: counts, abilities: cmdlets.abilities };
  }, signal);
  return {
    edge,
    version: accessEdgeVersion(edge, tools.sha256),
    readAt: new Date(at).toISOString(),
    hostingProviders: providers.hosting,
    publicProviders: providers.public,
    settable: settableFields(abilities),
    counts: await countedLists(deployment, readContext(tools, deployment, caller)),
  };
}

function settableFields(abilities: CmdletAbilities): readonly AccessEdgeField[] | null {
  if (!abilities.has(SET.toLowerCase())) return [];
  const known = ACCESS_EDGE_FIELDS.map((field) => takesParameter(abilities, SET, accessEdgeParameter(field)));
  return known.includes(null) ? null : ACCESS_EDGE_FIELDS.filter((_, index) => known[index] === true);
}
