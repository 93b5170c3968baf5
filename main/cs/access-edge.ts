import type { AccessEdge, AccessEdgeValues } from '../../shared/models/access-edge.ts';
import type { RemoteSession } from '../session/session.ts';
import {
  answerObject,
  boolean,
  booleanOrNull,
  enumOrNull,
  isOfType,
  numberOrNull,
  text,
  textOrNull,
  unreadable,
  type AnswerObject,
} from './properties.ts';
import { VERIFICATION_LEVEL } from '../../shared/cmdlets/index.ts';
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
  const values = commonValues(answer);
  return routesByDefault(answer)
    ? {
        ...values,
        routing: 'default-route',
        defaultRouteFqdn: text(answer, 'DefaultRouteFqdn'),
        isPublicProvider: booleanOrNull(answer, 'IsPublicProvider'),
        verificationLevel: enumOrNull(answer, 'VerificationLevel', VERIFICATION_LEVEL.values),
      }
    : {
        ...values,
        routing: 'dns-srv',
        enablePartnerDiscovery: boolean(answer, 'EnablePartnerDiscovery'),
        beClearingHouse: booleanOrNull(answer, 'BeClearingHouse'),
        discoveredPartnerVerificationLevel: enumOrNull(
          answer,
          'DiscoveredPartnerVerificationLevel',
          VERIFICATION_LEVEL.values,
        ),
      };
}

function commonValues(answer: AnswerObject): AccessEdgeValues {
  const flag = (name: string): boolean | null => booleanOrNull(answer, name);
  const count = (name: string): number | null => numberOrNull(answer, name);
  return {
    allowFederatedUsers: boolean(answer, 'AllowFederatedUsers'),
    allowOutsideUsers: boolean(answer, 'AllowOutsideUsers'),
    allowAnonymousUsers: boolean(answer, 'AllowAnonymousUsers'),
    enableArchivingDisclaimer: flag('EnableArchivingDisclaimer'),
    enableUserReplicator: flag('EnableUserReplicator'),
    keepCrlsUpToDateForPeers: flag('KeepCrlsUpToDateForPeers'),
    markSourceVerifiableOnOutgoingMessages: flag('MarkSourceVerifiableOnOutgoingMessages'),
    outgoingTlsCountForFederatedPartners: count('OutgoingTlsCountForFederatedPartners'),
    dnsSrvCacheRecordCount: count('DnsSrvCacheRecordCount'),
    discoveredPartnerStandardRate: count('DiscoveredPartnerStandardRate'),
    enableDiscoveredPartnerContactsLimit: flag('EnableDiscoveredPartnerContactsLimit'),
    maxContactsPerDiscoveredPartner: count('MaxContactsPerDiscoveredPartner'),
    discoveredPartnerReportPeriodMinutes: count('DiscoveredPartnerReportPeriodMinutes'),
    maxAcceptedCertificatesStored: count('MaxAcceptedCertificatesStored'),
    maxRejectedCertificatesStored: count('MaxRejectedCertificatesStored'),
    certificatesDeletedPercentage: count('CertificatesDeletedPercentage'),
    skypeSearchUrl: textOrNull(answer, 'SkypeSearchUrl'),
  };
}

/** RoutingMethod says it; where a build has no such property, the type of the object does. */
function routesByDefault(answer: AnswerObject): boolean {
  const method = textOrNull(answer, 'RoutingMethod');
  if (method === null) return isOfType(answer, DEFAULT_ROUTE_TYPE);
  if (method === 'UseDefaultRouting') return true;
  if (method === 'UseDnsSrvRouting') return false;
  throw unreadable(GET, `RoutingMethod is ${method}`);
}
