import type { Panel } from '../panel.ts';
import { XmppAbsent } from './XmppAbsent.tsx';
import { XmppFederatedPartners } from './XmppFederatedPartners.tsx';

/** XMPP Federated Partners: partners and the gateway; where the server has none, why. */
export const xmppFederatedPartners: Panel = {
  id: 'xmpp-federated-partners',
  title: 'xmpp.title',
  needs: 'Get-CsXmppAllowedPartner',
  Content: XmppFederatedPartners,
  Absent: XmppAbsent,
};
