import { paneHoldsTyped } from '../../components/list-panel/pane-holds-typed.ts';
import { nounPane } from '../../components/noun-panel/noun-pane.ts';
import type { Panel } from '../panel.ts';
import { SipFederatedProviders } from './SipFederatedProviders.tsx';

/** SIP Federated Providers: public and hosted in one table, as in Microsoft's control panel. */
export const sipFederatedProviders: Panel = {
  id: 'sip-federated-providers',
  title: 'providers.title',
  needs: 'Get-CsHostingProvider',
  holdsTyped: (deployment) => paneHoldsTyped(nounPane('sip-federated-providers', deployment)),
  Content: SipFederatedProviders,
};
