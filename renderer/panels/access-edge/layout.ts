import type { MessageId } from '../../../shared/i18n/index.ts';
import type { AccessEdgeField } from '../../../shared/rules/access-edge.ts';

/** One heading under More, and what stands under it. The routing method itself stands first under `routing`. */
export interface EdgeGroup {
  readonly title: MessageId;
  readonly fields: readonly AccessEdgeField[];
}

/** What Microsoft's control panel does not show, by what it is about. */
export const moreGroups: readonly EdgeGroup[] = [
  { title: 'edge.group.routing', fields: ['defaultRouteFqdn', 'isPublicProvider', 'beClearingHouse'] },
  {
    title: 'edge.group.verification',
    fields: ['discoveredPartnerVerificationLevel', 'verificationLevel', 'markSourceVerifiableOnOutgoingMessages'],
  },
  {
    title: 'edge.group.limits',
    fields: [
      'outgoingTlsCountForFederatedPartners',
      'dnsSrvCacheRecordCount',
      'discoveredPartnerStandardRate',
      'enableDiscoveredPartnerContactsLimit',
      'maxContactsPerDiscoveredPartner',
      'discoveredPartnerReportPeriodMinutes',
    ],
  },
  {
    title: 'edge.group.certificates',
    fields: [
      'keepCrlsUpToDateForPeers',
      'maxAcceptedCertificatesStored',
      'maxRejectedCertificatesStored',
      'certificatesDeletedPercentage',
    ],
  },
  { title: 'edge.group.other', fields: ['enableUserReplicator', 'skypeSearchUrl'] },
];

/** Microsoft's five boxes in Microsoft's order; those of the second line need federation and stand under it. */
export const boxes = {
  federation: 'allowFederatedUsers',
  underFederation: ['enablePartnerDiscovery', 'enableArchivingDisclaimer'],
  others: ['allowOutsideUsers', 'allowAnonymousUsers'],
} as const satisfies Readonly<Record<string, AccessEdgeField | readonly AccessEdgeField[]>>;

/** The largest number a parameter can hold at all: where that is the limit, no limit is spoken of. */
export const UNLIMITED = 4_294_967_295;

/** Fields that hold a verification level. */
export const levelFields: ReadonlySet<AccessEdgeField> = new Set<AccessEdgeField>([
  'discoveredPartnerVerificationLevel',
  'verificationLevel',
]);
