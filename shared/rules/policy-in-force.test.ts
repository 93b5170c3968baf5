import { describe, expect, it } from 'vitest';
import { policyResolver, samePolicy, scopeOf, userPolicyName } from './policy-in-force.ts';

const resolve = policyResolver(
  ['Global', 'Site:Tacoma', 'Tag:FedPic'],
  [
    { site: 'Site:Redmond', pools: ['pool01.contoso.com'] },
    { site: 'Site:Tacoma', pools: ['sba01.contoso.com'] },
  ],
);

describe('the policy in force', () => {
  it.each([
    ['Fedpic', 'sba01.contoso.com', 'Tag:FedPic', 'user', 'Site:Tacoma'],
    ['tag:fedpic', null, 'Tag:FedPic', 'user', null],
    ['Gone meanwhile', null, 'Tag:Gone meanwhile', 'user', null],
    [null, 'SBA01.contoso.com', 'Site:Tacoma', 'site', 'Site:Tacoma'],
    [null, 'pool01.contoso.com', 'Global', 'global', 'Site:Redmond'],
    [null, 'elsewhere.contoso.com', 'Global', 'global', null],
    [null, null, 'Global', 'global', null],
  ])('of a user with %s on %s is %s', (externalAccessPolicy, registrarPool, policy, scope, site) => {
    expect(resolve({ externalAccessPolicy, registrarPool })).toEqual({ policy, scope, site });
  });

  it('is of the scope that its identity says', () => {
    expect(['Global', 'global', 'SITE:Tacoma', 'Tag:FedPic', 'FedPic'].map(scopeOf)).toEqual([
      'global',
      'global',
      'site',
      'user',
      'user',
    ]);
  });

  it('is the same with and without its prefix', () => {
    expect(userPolicyName('TAG:Sales')).toBe('Sales');
    expect(samePolicy('Tag:Sales', 'sales')).toBe(true);
    expect(samePolicy('Site:Sales', 'Sales')).toBe(false);
    expect(samePolicy('Tag:Global', 'Global')).toBe(false);
  });
});
