import { expect, it } from 'vitest';
import { mediaScopeOf, requireMediaScope } from './media-scope.ts';

it.each([
  ['Global', { kind: 'global', name: '' }],
  ['SITE:Redmond', { kind: 'site', name: 'Redmond' }],
  ['site:Branch: north', { kind: 'site', name: 'Branch: north' }],
  ['Service:MediationServer:sba01.contoso.com', { kind: 'service', name: 'MediationServer:sba01.contoso.com' }],
  ['MediationServer:sba01.contoso.com', { kind: 'service', name: 'MediationServer:sba01.contoso.com' }],
])('%s is a scope that media settings can be made for', (identity, scope) => {
  expect(mediaScopeOf(identity)).toEqual(scope);
  expect(() => requireMediaScope(identity)).not.toThrow();
});

it.each(['', 'Redmond', 'tag:People', 'site:', 'site:  ', 'service:', 'service:Registrar:pool01.contoso.com'])(
  '%j is none',
  (identity) => {
    expect(() => requireMediaScope(identity)).toThrow('input.media-scope-malformed');
  },
);
