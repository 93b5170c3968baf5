import type { FederationKind, FederationNeed, FederationUse, PartlyAllowed } from '../../rules/federation-kinds.ts';
import type { KindState, NeedState } from '../../rules/kinds-in-force.ts';

/** The page on the kinds of federation. Names of switches, tabs and lists are Microsoft's. */
export const kinds = {
  'kinds.title': 'Kinds of federation',
  'kinds.lead':
    'Who outside can talk to your people, what they can do together, and what each needs on your side. The other side must allow it as well, and each person’s own external access policy decides.',
  'kinds.table': 'Kinds of federation, side by side',
  'kinds.row.whom': 'With whom',
  'kinds.row.now': 'Now on {name}',
  'kinds.row.needs': 'Needs here',
  'kinds.row.know': 'To know',
  'kinds.row.page': 'How to set it up',
  'kinds.not-connected': 'Connect to {name} to see which of them are in force there.',
  'kinds.reading': 'Reading …',
  'kinds.back': 'Back to {name}',
  'kinds.for-media': 'For audio and video also',
  'kinds.kind.sip': 'Lync or SIP federation',
  'kinds.kind.hosted': 'Hosted provider',
  'kinds.kind.public-im': 'Public IM',
  'kinds.kind.xmpp': 'XMPP',
  'kinds.kind.remote': 'Remote users',
  'kinds.kind.anonymous': 'Anonymous users',
  'kinds.whom.sip': 'People of an organization with its own Lync, Skype for Business or Office Communications Server.',
  'kinds.whom.hosted':
    'People whose accounts are with a hosting provider, such as Microsoft 365, also your own in a split domain.',
  'kinds.whom.public-im': 'People with a private account at a public IM service.',
  'kinds.whom.xmpp': 'People of an organization or a service that speaks XMPP.',
  'kinds.whom.remote': 'Your own people, signed in from outside the firewall.',
  'kinds.whom.anonymous': 'People without any account that you know of, invited to a meeting.',
  'kinds.know.sip':
    'Partners found by discovery are limited in contacts and in messages per second; listed ones are not.',
  'kinds.know.hosted': 'Each domain at the provider must be listed or found by discovery, as any other domain.',
  'kinds.know.public-im':
    'AOL and Yahoo! ended in June 2014, Messenger in 2013, consumer Skype in May 2025: what is listed may reach nobody.',
  'kinds.know.xmpp':
    'Lync Server 2013 and Skype for Business Server 2015 only: the 2019 server has no XMPP gateway. Microsoft tested it with Google Talk alone. Not for people on survivable branch appliances.',
  'kinds.know.remote': 'They have every service of your deployment, as at their desks.',
  'kinds.know.anonymous': 'They see no presence and are in the meeting only.',
  'kinds.use.im-presence': 'IM and presence',
  'kinds.use.contacts': 'On the Contacts list',
  'kinds.use.person-to-person': 'Person to person IM',
  'kinds.use.im-conference': 'IM with several people',
  'kinds.use.audio-video': 'Audio and video, person to person',
  'kinds.use.meetings': 'Meetings',
  'kinds.allowed.yes': 'Yes',
  'kinds.allowed.no': 'No',
  'kinds.partly.single-persons': 'Person to person only',
  'kinds.partly.live-and-skype': 'With Windows Live and Skype only',
  'kinds.partly.invited': 'In meetings they are invited to',
  'kinds.need.edge-federation': 'Access Edge Configuration: Enable federation and public IM connectivity',
  'kinds.need.edge-outside': 'Access Edge Configuration: Enable remote user access',
  'kinds.need.edge-anonymous': 'Access Edge Configuration: Enable anonymous user access to conferences',
  'kinds.need.policy-federation': 'External Access Policy: Enable communications with federated users',
  'kinds.need.policy-public': 'External Access Policy: Enable communications with public users',
  'kinds.need.policy-xmpp':
    'External Access Policy: Enable communications with XMPP federated users, in the same policy',
  'kinds.need.policy-outside': 'External Access Policy: Enable communications with remote users',
  'kinds.need.policy-public-av': 'External Access Policy: Enable audio and video with public users, in the same policy',
  'kinds.need.domain': 'SIP Federated Domains: the domain is allowed, or partner domain discovery finds it',
  'kinds.need.hosted-provider': 'SIP Federated Providers: a hosted provider that is enabled',
  'kinds.need.public-provider': 'SIP Federated Providers: a public provider that is enabled',
  'kinds.need.xmpp-partner': 'XMPP Federated Partners: the domain is a partner',
  'kinds.need.xmpp-route': 'Topology Builder: a site’s XMPP federation route to an Edge pool',
  'kinds.need.conferencing-policy':
    'Conferencing policy of the organizer: Allow participants to invite anonymous users (not read here)',
  'kinds.need.media-encryption': 'Media Encryption: Support encryption, for these services do not encrypt',
  'kinds.met.met': 'Set',
  'kinds.met.unmet': 'Not set',
  'kinds.met.unknown': 'Not known',
  'kinds.state.in-force': 'In force',
  'kinds.state.not-in-force': 'Not in force',
  'kinds.state.unknown': 'Not known',
} as const satisfies Readonly<
  Record<
    | `kinds.kind.${FederationKind}`
    | `kinds.whom.${FederationKind}`
    | `kinds.know.${FederationKind}`
    | `kinds.use.${FederationUse}`
    | `kinds.allowed.${'yes' | 'no'}`
    | `kinds.partly.${PartlyAllowed}`
    | `kinds.need.${FederationNeed}`
    | `kinds.met.${NeedState}`
    | `kinds.state.${KindState}`,
    string
  > &
    Record<string, string>
>;
