import type { FieldValue } from '../../shared/conflict.ts';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { NounName } from '../../shared/nouns/noun.ts';
import type { Text } from '../i18n/language.ts';
import { accessEdgeWords, routingWords } from './access-edge-words.ts';
import { mediaWords } from './media-words.ts';
import { negotiationWords } from './negotiation-words.ts';
import { switchWords } from './policy-words.ts';
import { isVerificationLevel, providerLevelWords, verificationWords } from './verification-words.ts';

/** Of both kinds of object: a field that has the same name in both is of the domain. */
const FIELDS: Readonly<Record<string, MessageId>> = {
  ...accessEdgeWords,
  comment: 'domains.column.comment',
  proxyFqdn: 'domains.column.proxy',
  verificationLevel: 'domains.column.verification',
  markForMonitoring: 'domains.form.monitoring',
  enabled: 'providers.form.enabled',
  iconUrl: 'providers.form.icon-url',
  nameDecorationDomain: 'providers.form.name-decoration-domain',
  nameDecorationRoutingDomain: 'providers.form.name-decoration-routing-domain',
  nameDecorationExcludedDomainList: 'providers.form.name-decoration-excluded',
  enableSkypeIdRouting: 'providers.form.skype-id-routing',
  enableSkypeDirectorySearch: 'providers.form.skype-directory-search',
  enabledSharedAddressSpace: 'providers.form.shared-address-space',
  hostsOCSUsers: 'providers.form.hosts-users',
  isLocal: 'providers.form.is-local',
  autodiscoverUrl: 'providers.form.autodiscover-url',
  sipClientPort: 'providers.form.sip-client-port',
  encryptionLevel: 'media.column.level',
  ...mediaWords,
  externalAccessPolicy: 'user.column.policy',
  ...switchWords,
  description: 'policies.description',
};

/** Whose field it is, where a name is of more than one kind of object; null = of a domain, or nobody's else. */
export type FieldOwner = NounName | 'access-edge' | null;

/** What a field is called in one kind of object, where another has a field of the same name, or none of ours is common. */
const OF_OWNER: Readonly<Partial<Record<NonNullable<FieldOwner>, Readonly<Record<string, MessageId>>>>> = {
  'access-edge': accessEdgeWords,
  'public-provider': { verificationLevel: 'providers.form.level' },
  'hosting-provider': { verificationLevel: 'providers.form.level' },
  'xmpp-partner': {
    description: 'xmpp.description',
    additionalDomains: 'xmpp.additional',
    partnerType: 'xmpp.type',
    tlsNegotiation: 'xmpp.tls',
    saslNegotiation: 'xmpp.sasl',
    supportDialbackNegotiation: 'xmpp.dialback',
    proxyFqdn: 'xmpp.proxy',
    connectionLimit: 'xmpp.limit',
    enableKeepAlive: 'xmpp.keep-alive',
  },
  'xmpp-gateway': {
    connectionLimit: 'xmpp.gateway.limit',
    partnerConnectionLimit: 'xmpp.gateway.partner-limit',
    keepAliveInterval: 'xmpp.gateway.keep-alive',
    streamEstablishmentTimeout: 'xmpp.gateway.establishment',
    streamInactivityTimeout: 'xmpp.gateway.inactivity',
    subscriptionRefreshInterval: 'xmpp.gateway.refresh',
    enableLoggingAllMessageBodies: 'xmpp.gateway.logging',
  },
};

/** The words of choices, by field: the same name is another thing in another field. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, MessageId>>>> = {
  partnerType: {
    Federated: 'xmpp.type.federated',
    PublicVerified: 'xmpp.type.public-verified',
    PublicUnverified: 'xmpp.type.public-unverified',
  },
  tlsNegotiation: negotiationWords,
  saslNegotiation: negotiationWords,
  routing: routingWords,
  verificationLevel: verificationWords,
  discoveredPartnerVerificationLevel: verificationWords,
  encryptionLevel: {
    RequireEncryption: 'media.level.require',
    SupportEncryption: 'media.level.support',
    DoNotSupportEncryption: 'media.level.none',
  },
};

/** Flags that are no switches: their labels say what is so, or is not. */
const STATEMENTS: ReadonlySet<string> = new Set([
  'beClearingHouse',
  'isPublicProvider',
  'markForMonitoring',
  'isLocal',
  'hostsOCSUsers',
  'enableKeepAlive',
]);

/** The name of a field of a server's object, as its panel calls it; else the parameter's own name. */
export function fieldName(text: Text, field: string, owner: FieldOwner = null): string {
  const id = (owner === null ? undefined : OF_OWNER[owner]?.[field]) ?? FIELDS[field];
  return id === undefined ? `${field.charAt(0).toUpperCase()}${field.slice(1)}` : text(id);
}

/** A value of such a field in words. */
export function fieldValue(text: Text, field: string, value: FieldValue, owner: FieldOwner = null): string {
  if (value === null || value === '') {
    return text(field === 'externalAccessPolicy' ? 'user.automatic' : 'journal.value.none');
  }
  if (typeof value === 'boolean') return text(flagWords(field, value));
  if (typeof value === 'number') return String(value);
  if (field === 'verificationLevel' && isVerificationLevel(value)) {
    if (owner === 'public-provider' || owner === 'hosting-provider') return text(providerLevelWords[owner][value]);
  }
  const choice = CHOICES[field]?.[value];
  return choice === undefined ? value : text(choice);
}

/** A flag is a switch, on or off, unless its label says what is so; a provider is enabled or disabled, as in its list. */
function flagWords(field: string, value: boolean): MessageId {
  if (field === 'enabled') return value ? 'providers.enabled' : 'providers.disabled';
  if (STATEMENTS.has(field)) return value ? 'value.yes' : 'value.no';
  return value ? 'value.on' : 'value.off';
}
