import { describe, expect, it } from 'vitest';
import { errorFrom } from '../errors.ts';
import {
  allowedBy,
  idleReason,
  policyNameReason,
  policyScope,
  policyWithout,
  requirePolicy,
} from './external-access-policy.ts';

function refusalOf(wanted: Parameters<typeof requirePolicy>[0]): string | null {
  try {
    requirePolicy(wanted);
    return null;
  } catch (caught) {
    return errorFrom(caught).code;
  }
}

describe('an external access policy', () => {
  it.each([
    ['Global', { kind: 'global' }],
    ['global', { kind: 'global' }],
    ['site:Redmond', { kind: 'site', name: 'Redmond' }],
    ['Tag:Sales', { kind: 'user', name: 'Sales' }],
    ['Sales', { kind: 'user', name: 'Sales' }],
    ['Tag:Global', { kind: 'user', name: 'Global' }],
  ] as const)('%s has its scope', (identity, scope) => expect(policyScope(identity)).toEqual(scope));

  it('allows what is on, XMPP under federated users and audio and video under public users alone', () => {
    const on = { enableXmppAccess: true, enableOutsideAccess: true, enablePublicCloudAudioVideoAccess: true };
    expect(allowedBy(on)).toEqual(['enableOutsideAccess']);
    expect(allowedBy({ ...on, enableFederationAccess: true, enablePublicCloudAccess: true })).toHaveLength(5);
  });

  it('is that of the site without one of one’s own, else Global', () => {
    expect(policyWithout('Site:Tacoma', ['Global', 'site:tacoma'])).toBe('site:tacoma');
    expect(policyWithout('Site:Redmond', ['Global', 'site:tacoma'])).toBe('Global');
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['tag:Sales', 'scope'],
    ['Sales / EMEA (2019)', null],
  ])('may be named %j: %s', (name, reason) => expect(policyNameReason(name)).toBe(reason));

  const policies = ['Global', 'Site:Tacoma', 'Tag:FedPic'];
  it.each([
    [{ identity: 'Site:Redmond' }, null],
    [{ identity: 'site:TACOMA' }, 'conflict.site-has-policy'],
    [{ identity: 'Site: ' }, 'input.policy-name-malformed'],
    [{ identity: 'Service:x' }, 'input.policy-name-malformed'],
    [{ wanted: { enableXmppAccess: true } }, 'input.xmpp-without-federation'],
    [{ wanted: { enableXmppAccess: true }, now: { enableFederationAccess: true } }, null],
    [{ wanted: { enableXmppAccess: true, enableFederationAccess: true } }, null],
    [{ wanted: { description: 'x' }, now: { enableXmppAccess: true } }, null],
  ])('wanted as %j is refused with %s', (some, code) => {
    expect(refusalOf({ identity: null, wanted: {}, now: {}, policies, ...some })).toBe(code);
  });

  it.each([
    ['enableOutsideAccess', {}, null],
    ['enableOutsideAccess', { allowOutsideUsers: false }, 'remote-off'],
    ['enableXmppAccess', { allowFederatedUsers: false }, 'federation-off'],
    ['enablePublicCloudAccess', { allowFederatedUsers: false }, 'federation-off'],
    ['enablePublicCloudAccess', { routing: 'default-route' }, 'default-routing'],
    ['enableFederationAccess', { routing: 'default-route' }, null],
  ] as const)('with %s on, where the Access Edge says %o, is without effect for %s', (each, edge, reason) => {
    const all = { allowFederatedUsers: true, allowOutsideUsers: true, routing: 'dns-srv' } as const;
    expect(idleReason(each, { ...all, ...edge })).toBe(reason);
  });
});
