import { describe, expect, it } from 'vitest';
import { closedEdge } from '../models/access-edge.fixture.ts';
import type { NounRow } from '../models/noun-row.ts';
import { FEDERATION_FACTS, FEDERATION_KINDS, FEDERATION_USES, NEED_PANELS } from './federation-kinds.ts';
import { kindState, needState, type DeploymentFacts } from './kinds-in-force.ts';

const policy = (values: NounRow['values']): NounRow => ({ identity: 'Global', values });
const everything: NounRow['values'] = {
  enableFederationAccess: true,
  enableXmppAccess: true,
  enableOutsideAccess: true,
  enablePublicCloudAccess: true,
  enablePublicCloudAudioVideoAccess: true,
};

const open: DeploymentFacts = {
  edge: { ...closedEdge, allowFederatedUsers: true, allowOutsideUsers: true, allowAnonymousUsers: true },
  domains: { allowed: 3, blocked: 0 },
  policies: [policy(everything)],
  hostedProviders: 1,
  publicProviders: 1,
  xmppPartners: 1,
  xmppRoute: { kind: 'routed', edges: ['edge01.contoso.com'] },
  media: [{ identity: 'Global', values: { encryptionLevel: 'SupportEncryption' } }],
};

describe('a kind of federation', () => {
  it('is in force when all it needs is set; of anonymous access nobody here knows all', () =>
    expect(FEDERATION_KINDS.map((kind) => kindState(kind, open))).toEqual([
      'in-force',
      'in-force',
      'in-force',
      'in-force',
      'in-force',
      'unknown',
    ]));

  it('is unknown where nothing was read, and never in force', () => {
    const nothing: DeploymentFacts = {
      edge: null,
      domains: null,
      policies: null,
      hostedProviders: null,
      publicProviders: null,
      xmppPartners: null,
      xmppRoute: null,
      media: null,
    };
    expect(FEDERATION_KINDS.map((kind) => kindState(kind, nothing))).toEqual(FEDERATION_KINDS.map(() => 'unknown'));
  });

  it('is not in force when one thing is missing, whatever is unknown besides', () => {
    const off: DeploymentFacts = { ...open, edge: { ...closedEdge, allowFederatedUsers: false }, policies: null };
    expect((['sip', 'hosted', 'public-im', 'xmpp'] as const).map((kind) => kindState(kind, off))).toEqual([
      'not-in-force',
      'not-in-force',
      'not-in-force',
      'not-in-force',
    ]);
    expect(kindState('xmpp', { ...open, xmppRoute: { kind: 'none' } })).toBe('not-in-force');
    expect(kindState('public-im', { ...open, publicProviders: 0 })).toBe('not-in-force');
    expect(kindState('remote', { ...open, policies: [policy({})] })).toBe('not-in-force');
  });
});

describe('a need', () => {
  it('of XMPP is met by one policy that has both switches, not by two that have one each', () => {
    const halves = [policy({ enableXmppAccess: true }), policy({ enableFederationAccess: true })];
    expect(needState('policy-xmpp', { ...open, policies: halves })).toBe('unmet');
  });

  it('of a domain is met by discovery, a default route or a listed one', () => {
    const edge = { ...closedEdge, enablePartnerDiscovery: false };
    const none = { ...open, edge, domains: { allowed: 0, blocked: 9 } };
    expect(needState('domain', none)).toBe('unmet');
    expect(needState('domain', { ...none, edge: { ...edge, enablePartnerDiscovery: true } })).toBe('met');
    expect(needState('domain', { ...none, domains: { allowed: 1, blocked: 0 } })).toBe('met');
    expect(needState('domain', { ...none, edge: null })).toBe('unknown');
  });
});

describe('the facts', () => {
  it('say of every kind what it allows, and where what it needs is set', () => {
    for (const kind of FEDERATION_KINDS) {
      const { allows, needs, needsForMedia } = FEDERATION_FACTS[kind];
      expect(Object.keys(allows)).toEqual([...FEDERATION_USES]);
      expect(new Set([...needs, ...needsForMedia]).size).toBe(needs.length + needsForMedia.length);
      for (const need of needs) expect(NEED_PANELS).toHaveProperty(need);
    }
  });

  it('give audio and video to nobody over XMPP, and conferences to nobody of a public service', () => {
    expect(FEDERATION_FACTS.xmpp.allows['audio-video']).toBe('no');
    expect(FEDERATION_FACTS['public-im'].allows['im-conference']).toBe('no');
    expect(FEDERATION_FACTS['public-im'].allows['audio-video']).toBe('live-and-skype');
  });
});
