import { paneHoldsTyped } from '../../components/list-panel/pane-holds-typed.ts';
import { nounPane } from '../../components/noun-panel/noun-pane.ts';
import type { Panel } from '../panel.ts';
import { XmppAbsent } from './XmppAbsent.tsx';
import { XmppFederatedPartners } from './XmppFederatedPartners.tsx';

/** XMPP Federated Partners: partners and the gateway; where the server has none, why. */
export const xmppFederatedPartners: Panel = {
  id: 'xmpp-federated-partners',
  title: 'xmpp.title',
  needs: 'Get-CsXmppAllowedPartner',
  holdsTyped: (deployment) => paneHoldsTyped(nounPane('xmpp-federated-partners', deployment)),
  Content: XmppFederatedPartners,
  Absent: XmppAbsent,
};
