import { paneHoldsTyped } from '../../components/list-panel/pane-holds-typed.ts';
import type { Panel } from '../panel.ts';
import { SipFederatedDomains } from './SipFederatedDomains.tsx';
import { domainPane } from './domain-kind.ts';

/** SIP Federated Domains: the allowed and the blocked list in one table, as in Microsoft's control panel. */
export const sipFederatedDomains: Panel = {
  id: 'sip-federated-domains',
  title: 'domains.title',
  needs: 'Get-CsAllowedDomain',
  holdsTyped: (deployment) => paneHoldsTyped(domainPane(deployment)),
  Content: SipFederatedDomains,
};
