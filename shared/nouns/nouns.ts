import { catalogueNoun, type Noun, type NounField, type NounName } from './noun.ts';

/** External Access Policy: Global, site and user scope. */
const EXTERNAL_ACCESS_POLICY = catalogueNoun(
  'external-access-policy',
  'CsExternalAccessPolicy',
  [
    'description',
    'enableFederationAccess',
    'enableXmppAccess',
    'enableOutsideAccess',
    'enablePublicCloudAccess',
    'enablePublicCloudAudioVideoAccess',
  ],
  {
    resets: 'Global',
    // A user policy is made by its name and comes back as Tag:<name>.
    prefix: 'tag:',
    givenTo: { noun: 'user', field: 'externalAccessPolicy' },
    words: {
      add: 'plan.words.external-access-policy.add',
      set: 'plan.words.external-access-policy.set',
      remove: 'plan.words.external-access-policy.remove',
      reset: 'plan.words.external-access-policy.reset',
    },
  },
);

const PUBLIC_PROVIDER = catalogueNoun(
  'public-provider',
  'CsPublicProvider',
  [
    'proxyFqdn',
    'enabled',
    'verificationLevel',
    'iconUrl',
    'nameDecorationDomain',
    'nameDecorationRoutingDomain',
    'nameDecorationExcludedDomainList',
    'enableSkypeIdRouting',
    'enableSkypeDirectorySearch',
  ],
  {
    words: {
      add: 'plan.words.public-provider.add',
      set: 'plan.words.public-provider.set',
      remove: 'plan.words.public-provider.remove',
      leave: 'plan.words.public-provider.leave',
    },
  },
);

const HOSTING_PROVIDER = catalogueNoun(
  'hosting-provider',
  'CsHostingProvider',
  [
    'proxyFqdn',
    'enabled',
    'verificationLevel',
    'enabledSharedAddressSpace',
    'hostsOCSUsers',
    'isLocal',
    'autodiscoverUrl',
    'sipClientPort',
  ],
  {
    words: {
      add: 'plan.words.hosting-provider.add',
      set: 'plan.words.hosting-provider.set',
      remove: 'plan.words.hosting-provider.remove',
      leave: 'plan.words.hosting-provider.leave',
    },
  },
);

const XMPP_PARTNER = catalogueNoun(
  'xmpp-partner',
  'CsXmppAllowedPartner',
  [
    'description',
    'additionalDomains',
    'partnerType',
    'tlsNegotiation',
    'saslNegotiation',
    'supportDialbackNegotiation',
    'proxyFqdn',
    'connectionLimit',
    'enableKeepAlive',
  ],
  {
    words: {
      add: 'plan.words.xmpp-partner.add',
      set: 'plan.words.xmpp-partner.set',
      remove: 'plan.words.xmpp-partner.remove',
    },
  },
);

/** Without its dialback passphrase: a secret, which is never read to a window and is set in a shell. */
const XMPP_GATEWAY = catalogueNoun(
  'xmpp-gateway',
  'CsXmppGatewayConfiguration',
  [
    'connectionLimit',
    'partnerConnectionLimit',
    'keepAliveInterval',
    'streamEstablishmentTimeout',
    'streamInactivityTimeout',
    'subscriptionRefreshInterval',
    'enableLoggingAllMessageBodies',
  ],
  { words: { set: 'plan.words.xmpp-gateway.set' } },
);

/** Media settings; of them the panel changes the encryption. */
const MEDIA_CONFIGURATION = catalogueNoun(
  'media-configuration',
  'CsMediaConfiguration',
  [
    'encryptionLevel',
    'enableQoS',
    'enableInCallQoS',
    'inCallQoSIntervalSeconds',
    'enableSiren',
    'enableG722StereoCodec',
    'maxVideoRateAllowed',
    'enableH264Codec',
    'enableAdaptiveBandWidthEstimation',
    'enableVideoBasedSharing',
    'enableRtpRtcpMultiplexing',
  ],
  {
    resets: 'Global',
    // A service is written by role and pool (New-CsMediaConfiguration help) and comes back as Service:<role>:<pool>.
    prefix: 'service:',
    words: {
      add: 'plan.words.media-configuration.add',
      set: 'plan.words.media-configuration.set',
      remove: 'plan.words.media-configuration.remove',
      reset: 'plan.words.media-configuration.reset',
    },
  },
);

/** A user, by SIP address, as far as it is ours to change: the external access policy the user was given. */
const USER: Noun = {
  name: 'user',
  get: 'Get-CsUser',
  add: null,
  set: 'Grant-CsExternalAccessPolicy',
  remove: null,
  fields: [
    {
      name: 'externalAccessPolicy',
      property: 'ExternalAccessPolicy',
      parameter: 'PolicyName',
      kind: 'text',
      choices: [],
      initial: null,
      onlyNew: false,
    },
  ],
  resets: null,
  prefix: null,
  givenTo: null,
  words: { set: 'plan.words.user.set' },
};

/** Every noun that is read, planned and written alike. A new one is an entry here. */
export const NOUNS: Readonly<Record<NounName, Noun>> = {
  'external-access-policy': EXTERNAL_ACCESS_POLICY,
  'public-provider': PUBLIC_PROVIDER,
  'hosting-provider': HOSTING_PROVIDER,
  'xmpp-partner': XMPP_PARTNER,
  'xmpp-gateway': XMPP_GATEWAY,
  'media-configuration': MEDIA_CONFIGURATION,
  user: USER,
};

/** The nouns whose objects are listed whole; users are searched. */
export const LISTED_NOUNS = [
  'external-access-policy',
  'public-provider',
  'hosting-provider',
  'xmpp-partner',
  'xmpp-gateway',
  'media-configuration',
] as const satisfies readonly NounName[];

/** The nouns whose objects can be added and removed. */
export const GROWING_NOUNS = [
  'external-access-policy',
  'public-provider',
  'hosting-provider',
  'xmpp-partner',
  'media-configuration',
] as const satisfies readonly NounName[];

/** The nouns with an object to change. */
export const NOUN_NAMES = [...LISTED_NOUNS, 'user'] as const satisfies readonly NounName[];

/** A field of a noun by our name of it, or null. */
export function nounField(noun: NounName, field: string): NounField | null {
  return NOUNS[noun].fields.find(({ name }) => name === field) ?? null;
}

/** Whether two identities of a noun are of one object: without regard to case, and to the prefix a server puts before it. */
export function sameIdentity(noun: NounName, one: string, other: string): boolean {
  return identityKey(noun, one) === identityKey(noun, other);
}

/** The name of an object that can be given to others, without the prefix; null = this one cannot. */
export function givenName(noun: NounName, identity: string): string | null {
  const { prefix, givenTo } = NOUNS[noun];
  if (prefix === null || givenTo === null || !identity.toLowerCase().startsWith(prefix)) return null;
  return identity.slice(prefix.length);
}

/** A text that all ways to write one identity have in common. */
export function identityKey(noun: NounName, identity: string): string {
  const { prefix } = NOUNS[noun];
  const plain = identity.toLowerCase();
  return prefix !== null && plain.startsWith(prefix) ? plain.slice(prefix.length) : plain;
}
