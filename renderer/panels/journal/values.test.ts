import { describe, expect, it } from 'vitest';
import type { JournalStep } from '../../../shared/contract/journal.ts';
import { formatMessage } from '../../../shared/i18n/index.ts';
import type { Text } from '../../i18n/language.ts';
import { changedValues } from './values.ts';

const text: Text = (id, values) => formatMessage('en', id, values);
const row = { identity: 'fabrikam.com', domain: 'fabrikam.com', comment: 'PO 4711' };
const step = {
  cmdlet: '',
  arguments: [],
  words: { id: '', values: {} },
  powershell: '',
  expects: [],
  state: 'done',
  error: null,
} as const satisfies Partial<JournalStep>;

describe('what a step has changed', () => {
  it('of the Access Edge is shown in the words of its form', () => {
    const edge = {
      allowFederatedUsers: true,
      allowOutsideUsers: true,
      allowAnonymousUsers: true,
      enableArchivingDisclaimer: null,
      enableUserReplicator: null,
      keepCrlsUpToDateForPeers: null,
      markSourceVerifiableOnOutgoingMessages: null,
      outgoingTlsCountForFederatedPartners: 4,
      dnsSrvCacheRecordCount: null,
      discoveredPartnerStandardRate: null,
      enableDiscoveredPartnerContactsLimit: null,
      maxContactsPerDiscoveredPartner: null,
      discoveredPartnerReportPeriodMinutes: null,
      maxAcceptedCertificatesStored: null,
      maxRejectedCertificatesStored: null,
      certificatesDeletedPercentage: null,
      skypeSearchUrl: null,
    };
    const routing = {
      routing: 'dns-srv',
      beClearingHouse: null,
      discoveredPartnerVerificationLevel: null,
    } as const;
    const changes = changedValues(text, {
      ...step,
      result: { object: 'access-edge', values: {} },
      before: { edge: { ...edge, ...routing, enablePartnerDiscovery: true } },
      after: { edge: { ...edge, ...routing, enablePartnerDiscovery: false, outgoingTlsCountForFederatedPartners: 8 } },
    });
    expect(changes).toEqual([
      { name: 'TLS connections to each federated partner', before: '4', after: '8' },
      { name: 'Enable partner domain discovery', before: 'On', after: 'Off' },
    ]);
  });

  it('of a domain is shown in words, and that it is on the list now', () => {
    const changes = changedValues(text, {
      ...step,
      result: { object: 'domain', list: 'blocked', domain: 'fabrikam.com', present: true, values: {} },
      before: { allowed: null, blocked: null },
      after: { allowed: null, blocked: row },
    });
    expect(changes).toEqual([
      { name: 'fabrikam.com', before: 'not on the list', after: 'on the list' },
      { name: 'Comment', before: 'none', after: 'PO 4711' },
    ]);
  });

  it('of a user is the policy, and none is <Automatic> as in the panel', () => {
    const ana = 'sip:ana@contoso.com';
    const changes = changedValues(text, {
      ...step,
      result: { object: 'noun', noun: 'user', identity: ana, present: true, values: {} },
      before: { row: { identity: ana, values: { externalAccessPolicy: null } } },
      after: { row: { identity: ana, values: { externalAccessPolicy: 'FedPic' } } },
    });
    expect(changes).toEqual([{ name: 'External access policy', before: '<Automatic>', after: 'FedPic' }]);
  });
});
