/** The External Access Policy panel; labels as Microsoft's page has them. */
export const policies = {
  'policies.description': 'Description',
  'policies.whom.federated': 'Federated users',
  'policies.whom.xmpp': 'XMPP federated users',
  'policies.whom.remote': 'Remote users',
  'policies.whom.public': 'Public users',
  'policies.whom.public-av': 'Audio and video with public users',
  'policies.switch.federated': 'Enable communications with federated users',
  'policies.switch.xmpp': 'Enable communications with XMPP federated users',
  'policies.switch.remote': 'Enable communications with remote users',
  'policies.switch.public': 'Enable communications with public users',
  'policies.switch.public-av': 'Enable audio and video with public users',
  'policies.title': 'External Access Policy',
  'policies.empty': 'There is no policy.',
  'policies.column.name': 'Name',
  'policies.column.scope': 'Scope',
  'policies.column.federated': 'Federated',
  'policies.column.xmpp': 'XMPP',
  'policies.column.remote': 'Remote',
  'policies.column.public': 'Public',
  'policies.column.public-av': 'Public A/V',
  'policies.scope.global': 'Global',
  'policies.scope.site': 'Site',
  'policies.scope.user': 'User',
  'policies.new.site': 'Site policy',
  'policies.new.user': 'User policy',
  'policies.form.new-site': 'New site policy',
  'policies.form.new-user': 'New user policy',
  'policies.form.edit': 'Edit External Access Policy – {name}',
  'policies.form.scope': 'Scope: {scope}',
  'policies.form.name': 'Name',
  'policies.form.name-fixed': 'The server cannot rename a policy.',
  'policies.form.note': 'Users have a change from their next sign-in on.',
  'policies.name.taken': 'There is a policy of this name already.',
  'policies.site.select': 'Select a Site',
  'policies.site.none-chosen': 'Choose a site.',
  'policies.site.all-have': 'Every site has a policy already.',
  'policies.switch-absent': 'This server has no switch for: {label}',
  'policies.limit': 'At most {limit, number} policies can be deleted in one plan.',
  'policies.history': 'History of this policy',
  'policies.federation-off':
    'Federation is off under Access Edge Configuration: what policies allow with federated, XMPP and public users is in effect only while it is on.',
  'policies.idle.federation-off': 'Not in effect: federation is off under Access Edge Configuration.',
  'policies.idle.remote-off': 'Not in effect: remote user access is off under Access Edge Configuration.',
  'policies.idle.default-routing': 'Not in effect: with a default route the Access Edge has no public providers.',
  'policies.idle.alone': 'Not in effect: it needs the switch above it.',
  'policies.help.summary': 'What it allows and needs',
  'policies.help.summary-of': 'What it allows and needs: {whom}',
  'policies.help.federated':
    'Instant messages, presence, audio and video with users of other organizations, those of hosted providers included. Also needed: “Enable federation and public IM connectivity” under Access Edge Configuration; their domain among the allowed domains, or partner domain discovery, and not among the blocked ones; and that they federate with you.',
  'policies.help.xmpp':
    'Instant messages and presence with one person at a time in an XMPP system. Also needed: communications with federated users in this policy; federation under Access Edge Configuration; their domain among the XMPP Federated Partners; and an XMPP gateway, which Skype for Business Server 2019 no longer has.',
  'policies.help.remote':
    'Your own users sign in from outside, without VPN. Also needed: “Enable remote user access” under Access Edge Configuration.',
  'policies.help.public':
    'Instant messages and presence with users of public providers such as Skype. Also needed: federation under Access Edge Configuration, and the provider enabled among the SIP Federated Providers.',
  'policies.help.public-av':
    'Audio and video with users of public providers; Microsoft’s control panel had no box for it. Also needed: communications with public users in this policy, and a media encryption that the provider’s clients can use.',
  'policies.delete.title': '{count, plural, one {Delete # policy} other {Delete # policies}}',
  'policies.delete.review': 'Review the deletion …',
  'policies.delete.review-reset': 'Review the reset …',
  'policies.delete.global':
    'Global is never removed: it is reset to its defaults, and every switch is off then. That is for everybody who has no policy of their own or of their site.',
  'policies.delete.site': 'At the site {site} Global is in force then for everybody who has no policy of their own.',
  'policies.delete.reading': 'Who has it is being read …',
  'policies.delete.unknown':
    'Who has it is not known: this role cannot read users. Those who have it fall back to the policy of their site, or else to Global.',
  'policies.delete.nobody': 'Nobody has it.',
  'policies.delete.holders':
    '{count, plural, one {# user has it. Undo in the journal gives it back.} other {# users have it. Undo in the journal gives it back to them.}}',
  'policies.delete.falls-global':
    '{count, plural, one {# user falls back to Global} other {# users fall back to Global}}',
  'policies.delete.falls-site':
    '{count, plural, one {# user falls back to the policy of the site {site}} other {# users fall back to the policy of the site {site}}}',
  'policies.delete.falls-unknown':
    '{count, plural, one {# user: the site is not known} other {# users: their site is not known}}',
  'policies.delete.more': '{count, plural, one {and # more} other {and # more}}',
};
