import type { Panel } from './panel.ts';
import { accessEdge } from './access-edge/descriptor.ts';
import { externalAccessPolicy } from './external-access-policy/descriptor.ts';
import { overview } from './overview/descriptor.ts';
import { sipFederatedDomains } from './sip-federated-domains/descriptor.ts';

/** The tabs: the Overview, then Microsoft's in Microsoft's order. */
export const panels: readonly Panel[] = [overview, externalAccessPolicy, accessEdge, sipFederatedDomains];

/** What an opened deployment shows where the address names no panel: what most come for. */
export const firstPanel: Panel = sipFederatedDomains;
