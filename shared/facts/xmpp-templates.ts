/** An XMPP partner as Microsoft's own command makes it; its sentence is `xmpp.template.<id>`. */
export interface XmppTemplate {
  readonly id: 'google-talk';
  readonly identity: string;
  /** By field of the noun. */
  readonly values: Readonly<Record<string, string | boolean>>;
}

/**
 * "Example XMPP configuration – XMPP federation with Google Talk": bare TCP and dialback over it, no keep-alives. The type
 * is the one that "Configure XMPP gateway on Lync Server 2013" recommends for public services, and New-'s own.
 */
export const XMPP_TEMPLATES: readonly XmppTemplate[] = [
  {
    id: 'google-talk',
    identity: 'gmail.com',
    values: {
      partnerType: 'PublicUnverified',
      tlsNegotiation: 'NotSupported',
      saslNegotiation: 'NotSupported',
      supportDialbackNegotiation: true,
      enableKeepAlive: false,
    },
  },
];
