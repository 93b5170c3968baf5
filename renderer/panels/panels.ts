import type { Panel } from './panel.ts';
import { accessEdge } from './access-edge/descriptor.ts';
import { externalAccessPolicy } from './external-access-policy/descriptor.ts';
import { mediaEncryption } from './media-encryption/descriptor.ts';
import { overview } from './overview/descriptor.ts';
import { sipFederatedDomains } from './sip-federated-domains/descriptor.ts';
import { sipFederatedProviders } from './sip-federated-providers/descriptor.ts';
import { users } from './users/descriptor.ts';
import { xmppFederatedPartners } from './xmpp-federated-partners/descriptor.ts';

/** The tabs: the Overview, then Microsoft's in Microsoft's order, users, then what Microsoft has in the shell only. */
export const panels: readonly Panel[] = [
  overview,
  externalAccessPolicy,
  accessEdge,
  sipFederatedDomains,
  sipFederatedProviders,
  xmppFederatedPartners,
  users,
  mediaEncryption,
];

/** What an opened deployment shows where the address names no panel: what most come for. */
export const firstPanel: Panel = sipFederatedDomains;
