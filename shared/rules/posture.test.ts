import { describe, expect, it } from 'vitest';
import { postureOf, type PostureSource } from './posture.ts';

const switches = {
  allowFederatedUsers: true,
};
const closed: PostureSource = { ...switches, routing: 'dns-srv', enablePartnerDiscovery: false };
const open: PostureSource = { ...switches, routing: 'dns-srv', enablePartnerDiscovery: true };
const routed: PostureSource = { ...switches, routing: 'default-route', defaultRouteFqdn: 'edge.hoster.example' };

describe('the posture', () => {
  it('is off whatever else is set when federated users are not allowed', () => {
    for (const edge of [closed, open, routed]) {
      expect(postureOf({ ...edge, allowFederatedUsers: false }, { allowed: 3, blocked: 2 })).toEqual({ kind: 'off' });
    }
  });

  it('is closed to the listed domains with discovery off, also with an empty list', () => {
    expect(postureOf(closed, { allowed: 312, blocked: 1 })).toEqual({ kind: 'closed', allowedDomains: 312 });
    expect(postureOf(closed, { allowed: 0, blocked: 0 })).toEqual({ kind: 'closed', allowedDomains: 0 });
  });

  it('stays open with discovery on, however many domains are allowed', () => {
    expect(postureOf(open, { allowed: 0, blocked: 4 })).toEqual({ kind: 'open', blockedDomains: 4 });
    expect(postureOf(open, { allowed: 20_000, blocked: 4 })).toEqual({ kind: 'open', blockedDomains: 4 });
  });

  it('names the default route', () => {
    expect(postureOf(routed, { allowed: 0, blocked: 0 })).toEqual({
      kind: 'default-route',
      fqdn: 'edge.hoster.example',
    });
  });
});
