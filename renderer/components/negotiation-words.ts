import type { MessageId } from '../../shared/i18n/index.ts';
import type { XmppNegotiation } from '../../shared/rules/xmpp-negotiation.ts';

/** The words of what is negotiated with an XMPP partner, in Microsoft's order. */
export const negotiationWords: Readonly<Record<XmppNegotiation, MessageId>> = {
  Required: 'xmpp.required',
  Optional: 'xmpp.optional',
  NotSupported: 'xmpp.not-supported',
};
