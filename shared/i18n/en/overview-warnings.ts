import type { WarningId } from '../../rules/warning-facts.ts';

/** The Overview’s warnings: of each what it is, why, and the next step. */
export const overviewWarnings = {
  'overview.warnings': 'Warnings',
  'overview.warnings.count': '{count, plural, =0 {None} other {#}}{leftover, plural, =0 {} other {, and # left over}}',
  'overview.warnings.none': 'Nothing that was read contradicts itself.',
  'overview.warnings.unread': 'Not looked at, for your role does not include: {cmdlets}.',
  'overview.warnings.more': '{names} and {count, plural, one {# more} other {# more}}',
  'overview.warnings.ended': '{name} (ended on {date})',
  'overview.warnings.warning': 'Warning:',
  'overview.warnings.leftover': 'Left over:',
  'overview.unheld.look': 'Look for policies nobody has',
  'overview.unheld.on-request':
    'Whether a user policy is assigned to nobody is looked for only when you ask: the server searches its users once for each.',
  'overview.unheld.no-users':
    'Whether a user policy is assigned to nobody is not known: your role does not include {cmdlet}.',
  'overview.unheld.running':
    '{read, number} of {count, plural, one {# user policy} other {# user policies}} looked into …',
  'overview.unheld.none':
    '{count, plural, =0 {There is no user policy.} one {The one user policy is assigned to somebody ({time}).} other {Each of the # user policies is assigned to somebody ({time}).}}',
  'overview.unheld.some':
    '{unheld, plural, one {# of {count, number} user policies is} other {# of {count, number} user policies are}} assigned to nobody ({time}).',
  'overview.unheld.failed': 'Whether a user policy is assigned to nobody could not be read: {cause}',
  'overview.warning.nobody-reachable.what':
    'Nobody outside can be reached: partner discovery is off, and no domain is allowed.',
  'overview.warning.nobody-reachable.why':
    'While discovery is off only allowed domains are reached, customers of hosted providers among them.',
  'overview.warning.nobody-reachable.next': 'Add the domains of your partners, or turn partner domain discovery on.',
  'overview.warning.no-federation-route.what': 'Federation is on, and no site has a federation route.',
  'overview.warning.no-federation-route.why':
    'What goes to partners goes by the Edge of a site’s federation route, and the topology assigns none.',
  'overview.warning.no-federation-route.next': 'Assign one to the site in Topology Builder, and publish the topology.',
  'overview.warning.no-policy-federation.what': 'Federation is on, and no external access policy allows it to anybody.',
  'overview.warning.no-policy-federation.why': 'The Access Edge only opens the way; who may go it, a policy says.',
  'overview.warning.no-policy-federation.next':
    'Allow communications with federated users in Global, in a site’s policy or in a user policy.',
  'overview.warning.no-policy-remote.what':
    'Remote user access is on, and no external access policy allows it to anybody.',
  'overview.warning.no-policy-remote.why': 'The Access Edge only opens the way; who may go it, a policy says.',
  'overview.warning.no-policy-remote.next':
    'Allow communications with remote users in Global, in a site’s policy or in a user policy.',
  'overview.warning.providers-default-route.what':
    '{count, plural, one {A provider stands} other {# providers stand}} beside a default route: {names}.',
  'overview.warning.providers-default-route.why':
    'With a default route everything goes to one server: there can be no provider beside it, and nobody is reached through one.',
  'overview.warning.providers-default-route.next':
    'Delete what is left of them, or go back to DNS SRV routing under Access Edge Configuration.',
  'overview.warning.policies-federation-off.what':
    '{count, plural, one {A policy allows} other {# policies allow}} communications with federated, XMPP or public users, and federation is off: {names}.',
  'overview.warning.policies-federation-off.why':
    'What they allow is in effect only while federation is on at the Access Edge.',
  'overview.warning.policies-federation-off.next': 'Turn federation on if that is meant.',
  'overview.warning.policies-remote-off.what':
    '{count, plural, one {A policy allows} other {# policies allow}} communications with remote users, and remote user access is off: {names}.',
  'overview.warning.policies-remote-off.why':
    'What they allow is in effect only while remote user access is on at the Access Edge.',
  'overview.warning.policies-remote-off.next': 'Turn remote user access on if that is meant.',
  'overview.warning.policies-default-route.what':
    '{count, plural, one {A policy allows} other {# policies allow}} communications with public users beside a default route: {names}.',
  'overview.warning.policies-default-route.why':
    'What they allow is in effect only with DNS SRV routing: beside a default route there are no public providers.',
  'overview.warning.policies-default-route.next':
    'Go back to DNS SRV routing, or turn the switch off in these policies.',
  'overview.warning.policies-alone.what':
    '{count, plural, one {A policy has} other {# policies have}} a switch on that needs another one: {names}.',
  'overview.warning.policies-alone.why':
    'XMPP is in effect only together with federated users, audio and video only together with public users.',
  'overview.warning.policies-alone.next': 'Turn the other switch on as well, or this one off.',
  'overview.warning.providers-federation-off.what':
    '{count, plural, one {A provider is} other {# providers are}} enabled, and federation is off: {names}.',
  'overview.warning.providers-federation-off.why':
    'A provider is in effect only while federation is on at the Access Edge.',
  'overview.warning.providers-federation-off.next': 'Turn federation on if they are meant to be reached.',
  'overview.warning.xmpp-federation-off.what':
    '{count, plural, one {An XMPP partner is} other {# XMPP partners are}} there, and federation is off: {names}.',
  'overview.warning.xmpp-federation-off.why': 'A partner is in effect only while federation is on at the Access Edge.',
  'overview.warning.xmpp-federation-off.next': 'Turn federation on if they are meant to be reached.',
  'overview.warning.no-policy-public.what':
    '{count, plural, one {A public provider is} other {# public providers are}} enabled, and no external access policy allows public users: {names}.',
  'overview.warning.no-policy-public.why': 'Who may write to users of a public provider, a policy says.',
  'overview.warning.no-policy-public.next':
    'Allow communications with public users in a policy, or disable the provider.',
  'overview.warning.no-policy-xmpp.what':
    '{count, plural, one {An XMPP partner is} other {# XMPP partners are}} there, and no external access policy allows XMPP: {names}.',
  'overview.warning.no-policy-xmpp.why': 'A policy must allow both federated users and XMPP federated users.',
  'overview.warning.no-policy-xmpp.next': 'Allow both in a policy, or delete the partners.',
  'overview.warning.no-xmpp-route.what':
    '{count, plural, one {An XMPP partner is} other {# XMPP partners are}} there, and no site has an XMPP federation route: {names}.',
  'overview.warning.no-xmpp-route.why':
    'XMPP goes by the Edge of a site’s XMPP federation route, and the topology assigns none.',
  'overview.warning.no-xmpp-route.next': 'The panel says what is missing; the route is assigned in Topology Builder.',
  'overview.warning.retired-enabled.what':
    '{count, plural, one {An enabled provider leads} other {# enabled providers lead}} to a service that has ended: {names}.',
  'overview.warning.retired-enabled.why':
    'Expect to reach nobody through such a provider; the panel says of each what is known.',
  'overview.warning.retired-enabled.next': 'Disable it or delete it.',
  'overview.warning.policies-no-public-provider.what':
    '{count, plural, one {A policy allows} other {# policies allow}} public users, and no public provider is enabled: {names}.',
  'overview.warning.policies-no-public-provider.why': 'In effect only while a public provider is enabled.',
  'overview.warning.policies-no-public-provider.next':
    'Enable a provider that still exists, or turn the switch off in these policies.',
  'overview.warning.policies-no-xmpp-partner.what':
    '{count, plural, one {A policy allows} other {# policies allow}} XMPP, and there is no XMPP partner: {names}.',
  'overview.warning.policies-no-xmpp-partner.why': 'In effect only for the domains of XMPP partners.',
  'overview.warning.policies-no-xmpp-partner.next': 'Add the partner, or turn the switch off in these policies.',
  'overview.warning.policies-unheld.what':
    '{count, plural, one {A user policy is} other {# user policies are}} assigned to nobody: {names}.',
  'overview.warning.policies-unheld.why': 'A user policy is in effect only for those to whom it was assigned.',
  'overview.warning.policies-unheld.next': 'Assign it, or delete it.',
  'overview.warning.retired-disabled.what':
    '{count, plural, one {A disabled provider} other {# disabled providers}} of a service that has ended: {names}.',
  'overview.warning.retired-disabled.why':
    'Such a provider reaches nobody, and while it is disabled it is in nobody’s way.',
  'overview.warning.retired-disabled.next': 'Delete it, or leave it disabled.',
} as const satisfies Readonly<Record<string, string>> &
  Readonly<Record<`overview.warning.${WarningId}.${'what' | 'why' | 'next'}`, string>>;
