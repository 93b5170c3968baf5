import type { Panel } from '../panel.ts';
import { SipFederatedProviders } from './SipFederatedProviders.tsx';

/** SIP Federated Providers: public and hosted in one table, as in Microsoft's control panel. */
export const sipFederatedProviders: Panel = {
  id: 'sip-federated-providers',
  title: 'providers.title',
  needs: 'Get-CsHostingProvider',
  Content: SipFederatedProviders,
};
