import type { Panel } from './panel.ts';
import { accessEdge } from './access-edge/descriptor.ts';
import { overview } from './overview/descriptor.ts';
import { sipFederatedDomains } from './sip-federated-domains/descriptor.ts';
import { xmppFederatedPartners } from './xmpp-federated-partners/descriptor.ts';

/** The tabs: the Overview, then Microsoft's in Microsoft's order. */
export const panels: readonly Panel[] = [overview, accessEdge, sipFederatedDomains, xmppFederatedPartners];

/** What an opened deployment shows where the address names no panel: what most come for. */
export const firstPanel: Panel = sipFederatedDomains;
