import { describe, expect, it } from 'vitest';
import type { AccessEdge } from '../../../shared/models/access-edge.ts';
import {
  changeOf,
  draftOf,
  initialFields,
  isOffered,
  isUnchanged,
  postureSource,
  problemsOf,
  withValue,
} from './edge-fields.ts';
import { routingHurdle } from './routing-hurdle.ts';

const edge: AccessEdge = {
  routing: 'dns-srv',
  enablePartnerDiscovery: false,
  beClearingHouse: false,
  discoveredPartnerVerificationLevel: 'UseSourceVerification',
  allowFederatedUsers: true,
  allowOutsideUsers: true,
  allowAnonymousUsers: false,
  enableArchivingDisclaimer: false,
  enableUserReplicator: true,
  keepCrlsUpToDateForPeers: true,
  markSourceVerifiableOnOutgoingMessages: true,
  outgoingTlsCountForFederatedPartners: 4,
  dnsSrvCacheRecordCount: null,
  discoveredPartnerStandardRate: 20,
  enableDiscoveredPartnerContactsLimit: true,
  maxContactsPerDiscoveredPartner: 1_000,
  discoveredPartnerReportPeriodMinutes: 60,
  maxAcceptedCertificatesStored: 1_000,
  maxRejectedCertificatesStored: 500,
  certificatesDeletedPercentage: 20,
  skypeSearchUrl: null,
};
const read = { edge, settable: null, version: 'a'.repeat(64) };
const fields = initialFields(edge);

describe('the fields of the Access Edge', () => {
  it('ask for nothing until one is changed, and for nothing again when it is changed back', () => {
    expect(isUnchanged(fields, read)).toBe(true);
    const changed = withValue(fields, 'enablePartnerDiscovery', true);
    expect(changeOf(changed, read)).toEqual({ enablePartnerDiscovery: true });
    expect(isUnchanged(withValue(changed, 'enablePartnerDiscovery', false), read)).toBe(true);
  });

  it('make a draft of what was changed alone, with the version and the values they were filled from', () => {
    expect(draftOf(withValue(fields, 'outgoingTlsCountForFederatedPartners', '2'), read)).toEqual({
      kind: 'access-edge.set',
      versionRead: read.version,
      read: edge,
      outgoingTlsCountForFederatedPartners: 2,
    });
    expect(draftOf(fields, read)).toBeNull();
  });

  it.each(['9', '0', '', 'four', '2.5', '-1'])('refuse %j as a number of connections', (typed) => {
    const problem = problemsOf(withValue(fields, 'outgoingTlsCountForFederatedPartners', typed), read);
    expect(problem.get('outgoingTlsCountForFederatedPartners')).toMatchObject({
      problem: 'out-of-range',
      min: 1,
      max: 4,
    });
  });

  it('have of a routing method only its own, and need its FQDN', () => {
    const byRoute = { ...fields, routing: 'default-route' } as const;
    expect(isOffered('enablePartnerDiscovery', byRoute, read)).toBe(false);
    expect(isOffered('defaultRouteFqdn', byRoute, read)).toBe(true);
    expect(problemsOf(byRoute, read).get('defaultRouteFqdn')?.problem).toBe('missing');
    const named = withValue(byRoute, 'defaultRouteFqdn', 'edge.partner.example');
    expect(problemsOf(named, read).size).toBe(0);
    expect(changeOf(named, read)).toEqual({ routing: 'default-route', defaultRouteFqdn: 'edge.partner.example' });
    expect(postureSource(named)).toMatchObject({ routing: 'default-route', defaultRouteFqdn: 'edge.partner.example' });
  });

  it('are those the server can set; where it does not say, those it told a value of', () => {
    expect(isOffered('dnsSrvCacheRecordCount', fields, read)).toBe(false);
    expect(isOffered('dnsSrvCacheRecordCount', fields, { edge, settable: ['dnsSrvCacheRecordCount'] })).toBe(true);
    expect(isOffered('allowOutsideUsers', fields, { edge, settable: [] })).toBe(false);
  });
});

describe('a default route', () => {
  it.each([
    [1, 0, 'providers'],
    [0, 3, 'providers'],
    [null, 3, 'providers'],
    [null, 0, 'unknown'],
  ] as const)('with %s hosted and %s public providers meets %s', (hostingProviders, publicProviders, kind) => {
    expect(routingHurdle('default-route', 'dns-srv', { hostingProviders, publicProviders })?.kind).toBe(kind);
  });

  it('meets nothing without providers, or where it is in use already', () => {
    expect(routingHurdle('default-route', 'dns-srv', { hostingProviders: 0, publicProviders: 0 })).toBeNull();
    expect(routingHurdle('default-route', 'default-route', { hostingProviders: 1, publicProviders: 0 })).toBeNull();
  });
});
