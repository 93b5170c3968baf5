import type { RetiredServiceId } from '../../facts/retired-services.ts';

/** The SIP Federated Providers panel. The title, the columns, the kinds and the labels of the first fields are Microsoft's. */
export const providers = {
  'providers.title': 'SIP Federated Providers',
  'providers.public': 'Public provider',
  'providers.hosted': 'Hosted provider',
  'providers.column.kind': 'Provider type',
  'providers.column.name': 'Provider',
  'providers.column.edge': 'Access Edge service (FQDN)',
  'providers.column.enabled': 'Enabled',
  'providers.column.level': 'Verification level',
  'providers.column.service': 'Service',
  'providers.enabled': 'Enabled',
  'providers.disabled': 'Disabled',
  'providers.enable': 'Enable',
  'providers.disable': 'Disable',
  'providers.all-enabled': 'All of them are enabled already',
  'providers.all-disabled': 'All of them are disabled already',
  'providers.empty': 'There is no provider, neither public nor hosted.',
  'providers.new-public': 'New public provider',
  'providers.new-hosted': 'New hosted provider',
  'providers.edit': 'Edit SIP Federated Provider',
  'providers.details': 'SIP Federated Provider',
  'providers.form.enabled': 'Enable communications with this provider',
  'providers.form.name': 'Provider name',
  'providers.form.name-help': 'No other provider may have it, public or hosted.',
  'providers.form.name-fixed': 'The server cannot rename a provider: delete it and add the other name.',
  'providers.form.edge-help': 'Where the provider is reached. No other provider may have it, public or hosted.',
  'providers.form.made-anew': 'To change it, one plan deletes the provider and makes it anew.',
  'providers.form.made-anew-each': 'To change any of these, one plan deletes the provider and makes it anew.',
  'providers.form.is-made-anew': 'This change deletes the provider and makes it anew, in one plan.',
  'providers.form.level': 'Default verification level',
  'providers.level.public.contacts':
    'Allow users to communicate only with people on their Contacts list who use this provider',
  'providers.level.public.everyone': 'Allow users to communicate with everyone using this provider',
  'providers.level.public.verified': 'Allow communications only with users verified by this provider',
  'providers.level.hosted.contacts':
    'Allow users to communicate only with people on their Contacts list who use this provider',
  'providers.level.hosted.everyone': 'Allow users to communicate with everyone using this provider',
  'providers.level.hosted.verified': 'Allow communications only with users verified by this provider',
  'providers.level.help': '“Everyone” spares people the invitation; it does not limit who may write to you.',
  'providers.level.verified-public': 'For public providers Microsoft calls this level deprecated.',
  'providers.form.more': 'More',
  'providers.form.icon-url': 'Icon URL',
  'providers.form.name-decoration-domain': 'Name decoration domain',
  'providers.form.name-decoration-routing-domain': 'Name decoration routing domain',
  'providers.form.name-decoration-routing-domain-help':
    'Put behind an address to route it: with msn.com, user@contoso.com becomes user(contoso.com)@msn.com.',
  'providers.form.name-decoration-excluded': 'Domains excluded from name decoration',
  'providers.form.name-decoration-excluded-help':
    'With commas between them. Addresses of these domains stay as they are.',
  'providers.form.skype-id-routing': 'Skype ID routing',
  'providers.form.skype-directory-search': 'Skype directory search',
  'providers.form.shared-address-space': 'Shared SIP address space',
  'providers.form.shared-address-space-help':
    'On in a hybrid, where your SIP domain is here and with this provider (split domain). Off to reach the provider’s other customers.',
  'providers.form.hosts-users': 'Hosts Lync or Skype for Business users',
  'providers.form.hosts-users-help': 'On in a hybrid: some of your users have their accounts with this provider.',
  'providers.form.is-local': 'Within this topology',
  'providers.form.autodiscover-url': 'Autodiscover URL',
  'providers.form.sip-client-port': 'SIP client port',
  'providers.template': 'Fill in from a template',
  'providers.template.none': 'No template',
  'providers.template.skype': 'Skype',
  'providers.template.microsoft-365-hybrid': 'Microsoft 365, hybrid: users here and there',
  'providers.template.microsoft-365-partner': 'Microsoft 365, federation with its customers',
  'providers.needs': 'What it needs besides',
  'providers.needs.public':
    'Federation on under Access Edge Configuration, and an external access policy that allows communications with public users.',
  'providers.needs.hosted':
    'Federation on under Access Edge Configuration, and an external access policy that allows communications with federated users. A customer of the provider is reached when partner discovery is on or the customer’s domain is among the allowed domains.',
  'providers.ended': 'Ended on {date}',
  'providers.retired.aol':
    'Public connectivity with AOL ended on {date}: nobody is reached through this provider. Delete it, or leave it disabled.',
  'providers.retired.yahoo':
    'Public connectivity with Yahoo! ended on {date}: nobody is reached through this provider. Delete it, or leave it disabled.',
  'providers.retired.messenger':
    'Federation with Windows Live Messenger ended on {date}, but for mainland China; its users were moved to Skype. Delete the provider, or leave it disabled.',
  'providers.retired.skype':
    'Consumer Skype can no longer be reached from Teams since {date}; of servers no page of Microsoft’s says anything. Expect to reach nobody: delete the provider, or leave it disabled.',
  'providers.pic-closed':
    'Public connectivity can no longer be ordered at pic.lync.com: it closed on {date}. Since then Microsoft finds you by partner discovery, so the _sipfederationtls record of your SIP domain must lead to an Access Edge whose certificate has that name.',
  'providers.default-routing':
    'Everything goes to the default route {fqdn}: beside it there can be no provider, public or hosted. With DNS SRV routing there can.',
  'providers.to-edge': 'Access Edge Configuration',
  'providers.whole-edge-unread': 'Whether a default route excludes providers is not known: {cause}',
} as const satisfies Readonly<Record<string, string>> &
  Readonly<Record<`providers.retired.${RetiredServiceId}`, string>>;
