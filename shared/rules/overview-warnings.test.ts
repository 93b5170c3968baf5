import { describe, expect, it } from 'vitest';
import { closedEdge } from '../models/access-edge.fixture.ts';
import type { AccessEdge } from '../models/access-edge.ts';
import type { NounRow } from '../models/noun-row.ts';
import type { ProviderName } from '../models/topology.ts';
import { overviewWarnings } from './overview-warnings.ts';
import { WARNING_IDS, type WarningFacts } from './warning-facts.ts';

const edge: AccessEdge = { ...closedEdge, allowFederatedUsers: true, allowOutsideUsers: true };
const everything: NounRow['values'] = {
  enableFederationAccess: true,
  enableXmppAccess: true,
  enableOutsideAccess: true,
  enablePublicCloudAccess: true,
  enablePublicCloudAudioVideoAccess: true,
};
const policy = (identity: string, values: NounRow['values'] = everything): NounRow => ({ identity, values });
const provider = (name: string, proxyFqdn: string, enabled = true): ProviderName => ({ name, proxyFqdn, enabled });
const site = (federationRoute: string | null, xmppFederationRoute = federationRoute) => ({
  site: 'Redmond',
  federationRoute,
  xmppFederationRoute,
});

/** Nothing is wrong with it. */
const sound: WarningFacts = {
  edge,
  domains: { allowed: 3, blocked: 0 },
  policies: [policy('Global')],
  hostingProviders: [provider('LyncOnline', 'sipfed.online.lync.com')],
  publicProviders: [provider('Chat', 'edge.chat.example')],
  xmppPartners: ['jabber.example'],
  routes: [site('EdgeServer:edge01.contoso.com'), site(null)],
  unheld: [],
};
const off: AccessEdge = { ...edge, allowFederatedUsers: false };
const routed: AccessEdge = {
  ...closedEdge,
  allowFederatedUsers: true,
  allowOutsideUsers: true,
  routing: 'default-route',
  defaultRouteFqdn: 'edge.hub.example',
  isPublicProvider: null,
  verificationLevel: null,
};

function of(facts: Partial<WarningFacts>): readonly (readonly [string, ...string[]])[] {
  return overviewWarnings({ ...sound, ...facts }).map(({ id, objects }) => [
    id,
    ...objects.map(({ name, endedOn }) => (endedOn === null ? name : `${name} until ${endedOn}`)),
  ]);
}

describe('a deployment', () => {
  it('that contradicts itself nowhere has no warning', () => expect(of({})).toEqual([]));

  it('of which nothing is known has none either', () => {
    const nothing: WarningFacts = {
      edge: null,
      domains: null,
      policies: null,
      hostingProviders: null,
      publicProviders: null,
      xmppPartners: null,
      routes: null,
      unheld: null,
    };
    expect(overviewWarnings(nothing)).toEqual([]);
  });

  it('reaches nobody with discovery off and nobody listed, and only then', () => {
    const none = { allowed: 0, blocked: 2 };
    expect(of({ domains: none })).toEqual([['nobody-reachable']]);
    expect(of({ domains: none, edge: { ...edge, enablePartnerDiscovery: true } })).toEqual([]);
    expect(of({ domains: null })).toEqual([]);
  });

  it('reaches nobody without a federation route of any site', () => {
    expect(of({ routes: [site(null, 'EdgeServer:edge01.contoso.com')] })).toEqual([['no-federation-route']]);
    expect(of({ routes: [] }), 'a topology that names no site says nothing').toEqual([]);
  });

  it('that lets the Edge federate or let people in lets nobody without a policy that does', () => {
    expect(of({ policies: [policy('Global', {})], xmppPartners: [], publicProviders: [] })).toEqual([
      ['no-policy-federation'],
      ['no-policy-remote'],
    ]);
  });
});

describe('a policy', () => {
  const policies = [
    policy('Global', { enableOutsideAccess: true }),
    policy('Site:Tacoma', {}),
    policy('Tag:Sales', { enableFederationAccess: true }),
  ];

  it('that allows what the Access Edge switches off is named under what is off', () => {
    expect(of({ policies, edge: off, hostingProviders: [], publicProviders: [], xmppPartners: [] })).toEqual([
      ['policies-federation-off', 'Sales'],
    ]);
    expect(
      of({ policies, edge: { ...edge, allowOutsideUsers: false }, publicProviders: [], xmppPartners: [] }),
    ).toEqual([['policies-remote-off', 'Global']]);
  });

  it('that allows public users has none to allow under a default route', () => {
    expect(of({ edge: routed, hostingProviders: [], publicProviders: [] })).toEqual([
      ['policies-default-route', 'Global'],
    ]);
  });

  it('with a switch that needs another one is named', () => {
    const alone = policy('Tag:Half', { enableXmppAccess: true, enablePublicCloudAudioVideoAccess: true });
    expect(of({ policies: [policy('Global'), alone] })).toEqual([['policies-alone', 'Half']]);
  });

  it('that allows users of what is not there is left over', () => {
    const disabled = [provider('Chat', 'edge.chat.example', false)];
    expect(of({ publicProviders: disabled, xmppPartners: [] })).toEqual([
      ['policies-no-public-provider', 'Global'],
      ['policies-no-xmpp-partner', 'Global'],
    ]);
    expect(of({ publicProviders: null, xmppPartners: null }), 'unknown is not none').toEqual([]);
  });

  it('that nobody has is named as long as it is there', () => {
    const there = [policy('Global'), policy('Tag:Merger 2019')];
    expect(of({ policies: there, unheld: ['Tag:Merger 2019', 'Tag:Deleted meanwhile'] })).toEqual([
      ['policies-unheld', 'Merger 2019'],
    ]);
  });
});

describe('a provider', () => {
  it('of a service that has ended is a warning while it is enabled, and left over when not', () => {
    const publicProviders = [
      provider('AIM', 'sip.oscar.aol.com'),
      provider('Yahoo!', 'lcsap.msg.yahoo.com', false),
      provider('Chat', 'edge.chat.example'),
    ];
    expect(of({ publicProviders })).toEqual([
      ['retired-enabled', 'AIM until 2014-06-30'],
      ['retired-disabled', 'Yahoo! until 2014-06-30'],
    ]);
  });

  it('is in the way of a default route, whether it is enabled or not', () => {
    const policies = [
      policy('Global', { enableFederationAccess: true, enableXmppAccess: true, enableOutsideAccess: true }),
    ];
    const publicProviders = [provider('Chat', 'edge.chat.example', false)];
    expect(of({ edge: routed, policies, publicProviders })).toEqual([
      ['providers-default-route', 'Chat', 'LyncOnline'],
    ]);
  });

  it('that is enabled, and a partner, do nothing while federation is off', () => {
    expect(of({ edge: off, policies: null })).toEqual([
      ['providers-federation-off', 'Chat', 'LyncOnline'],
      ['xmpp-federation-off', 'jabber.example'],
    ]);
  });

  it('and a partner are for nobody without a policy that allows them', () => {
    const policies = [policy('Global', { enableFederationAccess: true, enableOutsideAccess: true })];
    expect(of({ policies })).toEqual([
      ['no-policy-public', 'Chat'],
      ['no-policy-xmpp', 'jabber.example'],
    ]);
  });
});

describe('an XMPP partner', () => {
  it('is not reached without a route of any site', () => {
    const routes = [{ ...site('EdgeServer:edge01.contoso.com'), xmppFederationRoute: null }];
    expect(of({ routes })).toEqual([['no-xmpp-route', 'jabber.example']]);
    expect(of({ routes, xmppPartners: [], policies: null })).toEqual([]);
  });
});

describe('the warnings', () => {
  it('come the worst first, whatever they were found by', () => {
    const found = of({
      domains: { allowed: 0, blocked: 0 },
      policies: [policy('Global', {}), policy('Tag:Half', { enableXmppAccess: true })],
      publicProviders: [provider('AIM', 'sip.oscar.aol.com')],
    }).map(([id]) => id);
    expect(found).toEqual(WARNING_IDS.filter((id) => found.includes(id)));
    expect(found[0]).toBe('nobody-reachable');
  });
});
