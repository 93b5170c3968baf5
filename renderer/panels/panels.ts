import type { Panel } from './panel.ts';
import { sipFederatedDomains } from './sip-federated-domains/descriptor.ts';

/** The tabs, in Microsoft's order. */
export const panels: readonly [Panel, ...Panel[]] = [sipFederatedDomains];
