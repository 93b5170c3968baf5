import type { AccessEdge, AccessEdgeSwitches } from '../../shared/models/access-edge.ts';
import type { RemoteSession } from '../session/session.ts';
import {
  answerObject,
  boolean,
  booleanOrNull,
  isOfType,
  text,
  textOrNull,
  unreadable,
  type AnswerObject,
} from './properties.ts';
import { runCmdlet } from './run-cmdlet.ts';

const GET = 'Get-CsAccessEdgeConfiguration';
const DEFAULT_ROUTE_TYPE =
  'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.DisplayAccessEdgeSettingsDefaultRoute';

/**
 * Reads the Access Edge configuration; only the Global object exists. Source: Get-CsAccessEdgeConfiguration help and
 * the sample output on Microsoft's page on managing it. Throws cmdlet.answer-unreadable for none, several, or a wrong one.
 */
export async function readAccessEdge(session: RemoteSession, signal?: AbortSignal): Promise<AccessEdge> {
  const found: AccessEdge[] = [];
  await runCmdlet(session, GET, [], {
    signal,
    onOutput: (value) => found.push(accessEdge(answerObject(GET, value))),
  });
  const [edge] = found;
  if (edge === undefined || found.length > 1) throw unreadable(GET, `${found.length} objects came instead of one`);
  return edge;
}

function accessEdge(answer: AnswerObject): AccessEdge {
  const switches: AccessEdgeSwitches = {
    allowFederatedUsers: boolean(answer, 'AllowFederatedUsers'),
    allowOutsideUsers: boolean(answer, 'AllowOutsideUsers'),
    allowAnonymousUsers: boolean(answer, 'AllowAnonymousUsers'),
    enableArchivingDisclaimer: booleanOrNull(answer, 'EnableArchivingDisclaimer'),
  };
  return routesByDefault(answer)
    ? { ...switches, routing: 'default-route', defaultRouteFqdn: text(answer, 'DefaultRouteFqdn') }
    : { ...switches, routing: 'dns-srv', enablePartnerDiscovery: boolean(answer, 'EnablePartnerDiscovery') };
}

/** RoutingMethod says it; where a build has no such property, the type of the object does. */
function routesByDefault(answer: AnswerObject): boolean {
  const method = textOrNull(answer, 'RoutingMethod');
  if (method === null) return isOfType(answer, DEFAULT_ROUTE_TYPE);
  if (method === 'UseDefaultRouting') return true;
  if (method === 'UseDnsSrvRouting') return false;
  throw unreadable(GET, `RoutingMethod is ${method}`);
}
