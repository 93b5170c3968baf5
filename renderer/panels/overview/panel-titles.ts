import type { MessageId } from '../../../shared/i18n/index.ts';

/** The panels the overview leads into, by their ids in the address. */
export type OverviewPanel =
  | 'external-access-policy'
  | 'access-edge'
  | 'sip-federated-domains'
  | 'sip-federated-providers'
  | 'xmpp-federated-partners';

/** What each is called: a panel is known to another by its id and its title alone. */
export const PANEL_TITLES: Readonly<Record<OverviewPanel, MessageId>> = {
  'external-access-policy': 'policies.title',
  'access-edge': 'edge.title',
  'sip-federated-domains': 'domains.title',
  'sip-federated-providers': 'providers.title',
  'xmpp-federated-partners': 'xmpp.title',
};
