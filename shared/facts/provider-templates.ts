import type { FieldValue } from '../conflict.ts';

/** A template; its words stand under `providers.template.<id>`. */
export type ProviderTemplateId = 'skype' | 'microsoft-365-hybrid' | 'microsoft-365-partner';

/** A provider as Microsoft's own commands make it. */
export interface ProviderTemplate {
  readonly id: ProviderTemplateId;
  readonly noun: 'public-provider' | 'hosting-provider';
  readonly identity: string;
  /** By field of the noun; a server that has not the field goes without. */
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly source: string;
}

const ONLINE = {
  proxyFqdn: 'sipfed.online.lync.com',
  enabled: true,
  verificationLevel: 'UseSourceVerification',
  isLocal: false,
  autodiscoverUrl: 'https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root',
} as const;

/** Every template, in the order of a choice. */
export const PROVIDER_TEMPLATES: readonly ProviderTemplate[] = [
  {
    id: 'skype',
    noun: 'public-provider',
    identity: 'Skype',
    values: {
      proxyFqdn: 'federation.messenger.msn.com',
      enabled: true,
      // Skype for Business's command leaves it out, and this is then the documented default; Lync 2013's says 2, of
      // which no source says whether it counts from nought.
      verificationLevel: 'AlwaysVerifiable',
      iconUrl: 'https://images.edge.messenger.live.com/Messenger_16x16.png',
      nameDecorationRoutingDomain: 'msn.com',
      nameDecorationExcludedDomainList: 'msn.com,outlook.com,live.com,hotmail.com',
      enableSkypeIdRouting: true,
      enableSkypeDirectorySearch: true,
    },
    source: 'E13/lync-server-2013-enabling-lync-skype-connectivity; DEP/deploy-skype-connectivity',
  },
  {
    id: 'microsoft-365-hybrid',
    noun: 'hosting-provider',
    identity: 'LyncOnline',
    values: { ...ONLINE, enabledSharedAddressSpace: true, hostsOCSUsers: true },
    source: 'E13/lync-server-2013-configure-federation-with-lync-online; SFB/federation-support',
  },
  {
    id: 'microsoft-365-partner',
    noun: 'hosting-provider',
    identity: 'LyncOnline',
    values: { ...ONLINE, enabledSharedAddressSpace: false, hostsOCSUsers: false },
    source: 'E13/lync-server-2013-configure-federation-with-lync-online; SFB/federation-support',
  },
];
