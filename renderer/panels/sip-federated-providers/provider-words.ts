import type { MessageId } from '../../../shared/i18n/index.ts';
import type { ProviderTemplateId } from '../../../shared/facts/provider-templates.ts';
import type { RetiredServiceId } from '../../../shared/facts/retired-services.ts';

/** The two kinds of provider, by noun. */
export const PROVIDER_NOUNS = ['public-provider', 'hosting-provider'] as const;
export type ProviderNoun = (typeof PROVIDER_NOUNS)[number];

/** Whether a noun is one of them. */
export function isProviderNoun(noun: string): noun is ProviderNoun {
  return PROVIDER_NOUNS.some((each) => each === noun);
}

export const kindWords: Readonly<Record<ProviderNoun, MessageId>> = {
  'public-provider': 'providers.public',
  'hosting-provider': 'providers.hosted',
};

export const newWords: Readonly<Record<ProviderNoun, MessageId>> = {
  'public-provider': 'providers.new-public',
  'hosting-provider': 'providers.new-hosted',
};

/** What a provider needs besides itself. */
export const needsWords: Readonly<Record<ProviderNoun, MessageId>> = {
  'public-provider': 'providers.needs.public',
  'hosting-provider': 'providers.needs.hosted',
};

export const retiredWords: Readonly<Record<RetiredServiceId, MessageId>> = {
  aol: 'providers.retired.aol',
  yahoo: 'providers.retired.yahoo',
  messenger: 'providers.retired.messenger',
  skype: 'providers.retired.skype',
};

export const templateWords: Readonly<Record<ProviderTemplateId, MessageId>> = {
  skype: 'providers.template.skype',
  'microsoft-365-hybrid': 'providers.template.microsoft-365-hybrid',
  'microsoft-365-partner': 'providers.template.microsoft-365-partner',
};

/** A field of the form, as it is called and explained; those without a place of their own stand under More. */
export interface ProviderFieldWords {
  readonly label: MessageId;
  readonly help: MessageId | null;
}

/** What stands under More, in its order: what Microsoft's control panel does not show and the cmdlets take. */
export const moreFields: Readonly<Record<ProviderNoun, Readonly<Record<string, ProviderFieldWords>>>> = {
  'public-provider': {
    nameDecorationRoutingDomain: {
      label: 'providers.form.name-decoration-routing-domain',
      help: 'providers.form.name-decoration-routing-domain-help',
    },
    nameDecorationExcludedDomainList: {
      label: 'providers.form.name-decoration-excluded',
      help: 'providers.form.name-decoration-excluded-help',
    },
    nameDecorationDomain: { label: 'providers.form.name-decoration-domain', help: null },
    iconUrl: { label: 'providers.form.icon-url', help: null },
    enableSkypeIdRouting: { label: 'providers.form.skype-id-routing', help: null },
    enableSkypeDirectorySearch: { label: 'providers.form.skype-directory-search', help: null },
  },
  'hosting-provider': {
    enabledSharedAddressSpace: {
      label: 'providers.form.shared-address-space',
      help: 'providers.form.shared-address-space-help',
    },
    hostsOCSUsers: { label: 'providers.form.hosts-users', help: 'providers.form.hosts-users-help' },
    isLocal: { label: 'providers.form.is-local', help: null },
    autodiscoverUrl: { label: 'providers.form.autodiscover-url', help: null },
    sipClientPort: { label: 'providers.form.sip-client-port', help: null },
  },
};
