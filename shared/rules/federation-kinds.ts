import type { MicrosoftPage } from '../facts/microsoft-pages.ts';

/** The kinds of external communication, side by side; their words are `kinds.kind.<kind>`. */
export const FEDERATION_KINDS = ['sip', 'hosted', 'public-im', 'xmpp', 'remote', 'anonymous'] as const;
export type FederationKind = (typeof FEDERATION_KINDS)[number];

/** What people can do across it; its words are `kinds.use.<use>`. */
export const FEDERATION_USES = [
  'im-presence',
  'contacts',
  'person-to-person',
  'im-conference',
  'audio-video',
  'meetings',
] as const;
export type FederationUse = (typeof FEDERATION_USES)[number];

/** Whether a use is there; one that is there for some or in part says for whom: `kinds.partly.<partly>`. */
export type Allowance = 'yes' | 'no' | PartlyAllowed;
export type PartlyAllowed = 'single-persons' | 'live-and-skype' | 'invited';

/** One thing a kind needs on this side; its words are `kinds.need.<need>`. */
export type FederationNeed =
  | 'edge-federation'
  | 'edge-outside'
  | 'edge-anonymous'
  | 'policy-federation'
  | 'policy-public'
  | 'policy-xmpp'
  | 'policy-outside'
  | 'policy-public-av'
  | 'domain'
  | 'hosted-provider'
  | 'public-provider'
  | 'xmpp-partner'
  | 'xmpp-route'
  | 'conferencing-policy'
  | 'media-encryption';

export interface FederationFacts {
  readonly allows: Readonly<Record<FederationUse, Allowance>>;
  /** All of them, in the order in which they are set. */
  readonly needs: readonly FederationNeed[];
  /** What audio and video need beside them; empty = nothing more, or there is none. */
  readonly needsForMedia: readonly FederationNeed[];
  /** Microsoft's page on how it is set up. */
  readonly page: MicrosoftPage;
}

const EVERYTHING: FederationFacts['allows'] = {
  'im-presence': 'yes',
  contacts: 'yes',
  'person-to-person': 'yes',
  'im-conference': 'yes',
  'audio-video': 'yes',
  meetings: 'yes',
};

/**
 * What each kind allows and needs. Sources: IM and presence, contacts, person to person and Windows Live's audio and
 * video: "Configuring SIP federation, XMPP federation and public instant messaging"; conferences and meetings: "Overview
 * of external user access in Lync Server 2013"; audio and video between two federated people: the table of "External
 * Communications Capabilities" (Lync Server 2010; no later page repeats it). Users of a hosted provider are federated
 * users. Needs: the table of "Managing federation and external access to Lync Server 2013", with what its pages add: a
 * hosted domain must be listed or found as any other, and XMPP has a route in the topology.
 */
export const FEDERATION_FACTS: Readonly<Record<FederationKind, FederationFacts>> = {
  sip: {
    allows: EVERYTHING,
    needs: ['edge-federation', 'policy-federation', 'domain'],
    needsForMedia: [],
    page: 'sip-federation',
  },
  hosted: {
    allows: EVERYTHING,
    needs: ['edge-federation', 'policy-federation', 'hosted-provider', 'domain'],
    needsForMedia: [],
    page: 'hosted-providers',
  },
  'public-im': {
    allows: {
      'im-presence': 'yes',
      contacts: 'yes',
      'person-to-person': 'yes',
      'im-conference': 'no',
      'audio-video': 'live-and-skype',
      meetings: 'no',
    },
    needs: ['edge-federation', 'policy-public', 'public-provider'],
    needsForMedia: ['policy-public-av', 'media-encryption'],
    page: 'public-im',
  },
  xmpp: {
    allows: {
      'im-presence': 'single-persons',
      contacts: 'yes',
      'person-to-person': 'yes',
      'im-conference': 'no',
      'audio-video': 'no',
      meetings: 'no',
    },
    needs: ['edge-federation', 'policy-federation', 'policy-xmpp', 'xmpp-partner', 'xmpp-route'],
    needsForMedia: [],
    page: 'xmpp-federation',
  },
  remote: {
    allows: EVERYTHING,
    needs: ['edge-outside', 'policy-outside'],
    needsForMedia: [],
    page: 'remote-users',
  },
  anonymous: {
    allows: {
      'im-presence': 'no',
      contacts: 'no',
      'person-to-person': 'no',
      'im-conference': 'invited',
      'audio-video': 'no',
      meetings: 'invited',
    },
    needs: ['edge-anonymous', 'conferencing-policy'],
    needsForMedia: [],
    page: 'anonymous-users',
  },
};

/** The panel where a need is set, by its id in the address; null = not in this product. */
export const NEED_PANELS: Readonly<Record<FederationNeed, string | null>> = {
  'edge-federation': 'access-edge',
  'edge-outside': 'access-edge',
  'edge-anonymous': 'access-edge',
  'policy-federation': 'external-access-policy',
  'policy-public': 'external-access-policy',
  'policy-xmpp': 'external-access-policy',
  'policy-outside': 'external-access-policy',
  'policy-public-av': 'external-access-policy',
  domain: 'sip-federated-domains',
  'hosted-provider': 'sip-federated-providers',
  'public-provider': 'sip-federated-providers',
  'xmpp-partner': 'xmpp-federated-partners',
  'xmpp-route': null,
  'conferencing-policy': null,
  'media-encryption': 'media-encryption',
};
