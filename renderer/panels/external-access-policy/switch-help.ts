import type { MicrosoftPage } from '../../../shared/facts/microsoft-pages.ts';
import type { MessageId } from '../../../shared/i18n/index.ts';
import type { AccessSwitch, IdleReason } from '../../../shared/rules/external-access-policy.ts';

/** What a switch allows and what else that needs, and Microsoft's page for it. */
export const switchHelp: Readonly<Record<AccessSwitch, { readonly help: MessageId; readonly page: MicrosoftPage }>> = {
  enableFederationAccess: { help: 'policies.help.federated', page: 'policies-federated' },
  enableXmppAccess: { help: 'policies.help.xmpp', page: 'policies-xmpp' },
  enableOutsideAccess: { help: 'policies.help.remote', page: 'policies-remote' },
  enablePublicCloudAccess: { help: 'policies.help.public', page: 'policies-public' },
  enablePublicCloudAudioVideoAccess: { help: 'policies.help.public-av', page: 'media-encryption' },
};

/** Why a switch that is on allows nothing now. */
export const idleWords: Readonly<Record<IdleReason, MessageId>> = {
  'federation-off': 'policies.idle.federation-off',
  'remote-off': 'policies.idle.remote-off',
  'default-routing': 'policies.idle.default-routing',
};
