/** The guard before a plan that changes what federation means. */
export const guard = {
  'review.guard.title': 'This plan changes what federation means',
  'review.guard.off':
    'Nobody outside can be reached any more: federated partners, public IM, split domains and hosted voice mail stop.',
  'review.guard.closed':
    '{count, plural, one {Everybody who is not in the one allowed domain is cut off. Only it and the enabled providers remain.} other {Everybody who is not among the # allowed domains is cut off. Only they and the enabled providers remain.}}',
  'review.guard.closed-from-off':
    '{count, plural, one {Federation begins: the one allowed domain and the enabled providers can talk to your users.} other {Federation begins: the # allowed domains and the enabled providers can talk to your users.}}',
  'review.guard.closed-to-all':
    'Federation is closed to everybody: no domain is listed, so that only enabled providers can be reached.',
  'review.guard.open':
    '{count, plural, =0 {Anybody whose domain DNS finds can talk to your users; none is blocked.} one {Anybody whose domain DNS finds can talk to your users, except # blocked domain.} other {Anybody whose domain DNS finds can talk to your users, except # blocked domains.}}',
  'review.guard.default-route':
    'Everything outside is sent to {fqdn}: DNS is not asked any more, and who is reached is decided there.',
  'review.guard.accept': 'I understand, and this is what I want',
  'review.guard.access.title': 'This plan changes who can connect from outside',
  'review.guard.access.opens.remote':
    'Your own people can sign in from outside the network, as far as their external access policy allows it.',
  'review.guard.access.closes.remote':
    'None of your own people can sign in from outside the network any more, whatever their external access policy allows.',
  'review.guard.access.opens.anonymous':
    'People without an account can join meetings, as far as the organizer’s conferencing policy allows it.',
  'review.guard.access.closes.anonymous': 'Nobody without an account can join a meeting any more.',
  'review.guard.policy.title': 'This plan changes what everybody under a policy may do',
  'review.guard.policy.opens':
    '{where, select, site {Opened for everybody at the site {site} who has no policy of their own: {switches}.} other {Opened for everybody who has no policy of their own or of their site: {switches}.}}',
  'review.guard.policy.closes':
    '{where, select, site {Closed for everybody at the site {site} who has no policy of their own: {switches}.} other {Closed for everybody who has no policy of their own or of their site: {switches}.}}',
  'review.guard.policy.accept': 'I understand, and this is what I want for everybody',
};
