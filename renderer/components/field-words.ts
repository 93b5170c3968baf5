import type { FieldValue } from '../../shared/conflict.ts';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { NounName } from '../../shared/nouns/noun.ts';
import type { Text } from '../i18n/language.ts';
import { accessEdgeWords } from './access-edge-words.ts';
import { mediaWords } from './media-words.ts';
import { negotiationWords } from './negotiation-words.ts';
import { switchWords } from './policy-words.ts';
import { isVerificationLevel, verificationWords } from './verification-words.ts';

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

/** What a field is called in one noun, where another has a field of the same name, or none of ours is common. */
const OF_NOUN: Readonly<Partial<Record<NounName, Readonly<Record<string, MessageId>>>>> = {
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
};

/** The name of a field of a server's object, as its panel calls it; else the parameter's own name. */
export function fieldName(text: Text, field: string, noun: NounName | null = null): string {
  const id = (noun === null ? undefined : OF_NOUN[noun]?.[field]) ?? FIELDS[field];
  return id === undefined ? `${field.charAt(0).toUpperCase()}${field.slice(1)}` : text(id);
}

/** A value of such a field in words. */
export function fieldValue(text: Text, field: string, value: FieldValue): string {
  const choice = typeof value === 'string' ? CHOICES[field]?.[value] : undefined;
  if (choice !== undefined) return text(choice);
  if (value === null || value === '') return text('journal.value.none');
  if (typeof value === 'boolean') return text(value ? 'value.yes' : 'value.no');
  return typeof value === 'string' && isVerificationLevel(value) ? text(verificationWords[value]) : String(value);
}
