import type { XmppMethod, XmppNote, XmppRefusal, XmppWarning } from '../../rules/xmpp-negotiation.ts';

/** The XMPP Federated Partners panel. Labels are Microsoft's; what its control panel does not show is named as plainly. */
export const xmpp = {
  'xmpp.title': 'XMPP Federated Partners',
  'xmpp.empty': 'No domain is an XMPP partner: without one there is no XMPP at all.',
  'xmpp.new.partner': 'XMPP partner',
  'xmpp.new.title': 'New XMPP federated partner',
  'xmpp.edit.title': 'Edit XMPP federated partner',
  'xmpp.show.title': 'XMPP federated partner',
  'xmpp.template.google-talk': 'As in Microsoft’s Google Talk example',
  'xmpp.template.google-talk.note':
    'Microsoft’s example. Google Talk itself has ended; it shows what a service needs that knows dialback over TCP and nothing else.',
  'xmpp.primary': 'Primary domain',
  'xmpp.primary.help': 'The base domain of the partner, such as fabrikam.com.',
  'xmpp.primary.fixed': 'The server cannot rename a partner: delete it and add the other domain.',
  'xmpp.description': 'Description',
  'xmpp.additional': 'Additional domains',
  'xmpp.additional.help': 'More domains of the same partner, one a line, such as corp.fabrikam.com.',
  'xmpp.type': 'Partner type',
  'xmpp.type.federated': 'Federated',
  'xmpp.type.public-verified': 'Public verified',
  'xmpp.type.public-unverified': 'Public unverified',
  'xmpp.type.federated.help':
    'Trusted. Its people may add yours, see their presence and status notes and send them messages, without being asked.',
  'xmpp.type.public-verified.help':
    'A public service trusted to verify its people. They may add yours, see their presence and send messages without being asked, and never see status notes. Microsoft does not recommend it.',
  'xmpp.type.public-unverified.help':
    'A public service that is not trusted. Its people can do nothing before your user has added them to the Contacts list, and never see status notes. Microsoft recommends it for public services.',
  'xmpp.connection': 'Connection type',
  'xmpp.tls': 'TLS negotiation',
  'xmpp.sasl': 'SASL negotiation',
  'xmpp.dialback': 'Support server dialback negotiation',
  'xmpp.required': 'Required',
  'xmpp.optional': 'Optional',
  'xmpp.not-supported': 'Not Supported',
  'xmpp.negotiated': 'Negotiated',
  'xmpp.negotiated.warned': 'Warning: {words}',
  'xmpp.negotiated.lead': 'What will be negotiated, the best the partner can do first',
  'xmpp.negotiated.nothing': 'No session comes about.',
  'xmpp.more': 'More',
  'xmpp.proxy': 'Partner’s proxy (FQDN)',
  'xmpp.proxy.help': 'Empty: found by the DNS record _xmpp-server._tcp of the domain.',
  'xmpp.limit': 'Connections at the same time',
  'xmpp.limit.help': 'Empty: no limit of its own. All partners share the gateway’s.',
  'xmpp.keep-alive': 'The partner must send keep-alives',
  'xmpp.needs':
    'It works only while federation is on at the Access Edge, and for users whose external access policy has both federated and XMPP federated users. They notice a change when they sign in again.',
  'xmpp.domain-twice': '{domain} stands twice in this partner.',
  'xmpp.domain-taken': '{domain} already belongs to the partner {partner}.',
  'xmpp.domain-refused': '{domain}: {why}',
  'xmpp.gateway': 'Gateway settings',
  'xmpp.gateway.open': 'Gateway settings …',
  'xmpp.gateway.unread': 'The gateway’s settings are not read yet, or not known to this role',
  'xmpp.gateway.lead': 'For all partners. The gateway itself is always on: without partners there is no XMPP.',
  'xmpp.gateway.limit': 'Connections at the same time, all partners',
  'xmpp.gateway.partner-limit': 'Connections at the same time, one partner',
  'xmpp.gateway.keep-alive': 'Seconds between keep-alives before a connection is closed',
  'xmpp.gateway.establishment': 'Seconds to establish a stream',
  'xmpp.gateway.inactivity': 'Seconds a stream may be idle before it is closed',
  'xmpp.gateway.refresh': 'Seconds after which presence subscriptions are renewed',
  'xmpp.gateway.logging': 'Log what messages say',
  'xmpp.gateway.logging.note': 'Messages of people then stand readable in the log.',
  'xmpp.gateway.passphrase':
    'The dialback passphrase is a secret: it is not read here, and is set in the shell with Set-CsXmppGatewayConfiguration.',
  'xmpp.gateway.default': '{parameter}: {min, number} to {max, number}; default {initial, number}.',
  'xmpp.number': 'Type a whole number from {min, number} to {max, number}.',
  'xmpp.route.reading': 'Looking up the way of XMPP …',
  'xmpp.route.unknown':
    'Whether there is a way for XMPP is not known: this role cannot read the topology (Get-CsSite).',
  'xmpp.route.unread': 'Whether there is a way for XMPP could not be read: {why}',
  'xmpp.route.none': 'No site has an XMPP federation route: nothing goes to these partners, or comes from them.',
  'xmpp.route.routed': 'XMPP goes by {edges}.',
  'xmpp.route.older': 'XMPP goes by {edges}, an Edge older than {pools}: users homed on a newer pool may have no XMPP.',
  'xmpp.route.missing': 'What is missing',
  'xmpp.missing.lead': 'Partners can be edited all the same. For messages to flow there must be:',
  'xmpp.missing.edge': 'An Edge pool with XMPP federation enabled in Topology Builder (port 5269).',
  'xmpp.missing.route': 'The site federation route assignment for XMPP to that Edge pool, and a published topology.',
  'xmpp.missing.dns':
    'The DNS record _xmpp-server._tcp of each SIP domain to it, and the domain itself in its certificate.',
  'xmpp.missing.legacy':
    'A gateway: servers from Skype for Business Server 2019 on have none. Those who need XMPP stay on an older pool, with an older Edge of its own beside the new one.',
  'xmpp.absent.server.title': 'This server has no XMPP federation',
  'xmpp.absent.server':
    'Your role may change federation here ({known}), and there is no {cmdlet}: so it is the server that has no XMPP. Microsoft removed the XMPP gateway with Skype for Business Server 2019. This server says it is: {version}.',
  'xmpp.absent.server.next':
    'Those who need XMPP stay on a pool of Skype for Business Server 2015 or Lync Server 2013, with an Edge of the same age. Open a deployment on that pool’s server to see its partners.',
  'xmpp.absent.unknown.title': 'No XMPP federation in this session',
  'xmpp.absent.unknown':
    'Your role on this server has no {cmdlet}. Either the role lacks it, or the server has no XMPP: Microsoft removed the XMPP gateway with Skype for Business Server 2019. This server says it is: {version}.',
  'xmpp.absent.unknown.next':
    'On an older server ask for a role that includes it, such as CsAdministrator. On a newer one those who need XMPP stay on an older pool.',
  'xmpp.page.partners': 'creating or editing a partner',
  'xmpp.page.negotiation': 'negotiation settings',
  'xmpp.page.migration': 'migrating XMPP federation',
  'rules.xmpp-method.sasl-over-tls': 'SASL over TLS: encrypted, and the partner proves itself by its certificate.',
  'rules.xmpp-method.tls-dialback': 'TLS dialback: encrypted, and the partner is looked up in DNS and asked back.',
  'rules.xmpp-method.tcp-dialback':
    'TCP dialback: not encrypted; the partner is looked up in DNS and asked back, which is some trust and no more.',
  'rules.xmpp-method.short.sasl-over-tls': 'SASL over TLS',
  'rules.xmpp-method.short.tls-dialback': 'TLS dialback',
  'rules.xmpp-method.short.tcp-dialback': 'TCP dialback',
  'rules.xmpp-verdict.fine': 'Possible',
  'rules.xmpp-verdict.warned': 'Warning',
  'rules.xmpp-verdict.refused': 'Not possible',
  'rules.xmpp-negotiation.dialback-idle': 'Dialback will not operate where both TLS and SASL are required.',
  'rules.xmpp-negotiation.tls-optional':
    'SASL requires TLS. With TLS optional the negotiation may fail, where the partner does without it.',
  'rules.xmpp-negotiation.sasl-needs-tls':
    'SASL requires TLS. Set TLS negotiation to Required or Optional, or SASL negotiation to Not Supported.',
  'rules.xmpp-negotiation.no-method': 'SASL or dialback must be enabled: else the partner cannot prove who it is.',
  'rules.xmpp-negotiation.no-fallback':
    'The safest choice. There is nothing to fall back on for a partner without TLS.',
  'rules.xmpp-negotiation.sasl-first': 'SASL where the partner has it, else dialback over TLS.',
  'rules.xmpp-negotiation.dialback-over-tls': 'Dialback over TLS alone.',
  'rules.xmpp-negotiation.as-partner-chooses': 'The partner’s choice decides whether the connection is encrypted.',
  'rules.xmpp-negotiation.tcp-only': 'The only way to some services, and the least desirable: nothing is encrypted.',
} as const satisfies Readonly<
  Record<
    | `rules.xmpp-method.${XmppMethod}`
    | `rules.xmpp-method.short.${XmppMethod}`
    | `rules.xmpp-negotiation.${XmppRefusal | XmppWarning | XmppNote}`,
    string
  > &
    Record<string, string>
>;
