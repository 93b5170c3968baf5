import { expect, it } from 'vitest';
import { mediaIdentity, mediaScopeOf, requireMediaScope } from './media-scope.ts';

it.each([
  ['Global', { kind: 'global', name: '' }],
  ['SITE:Redmond', { kind: 'site', name: 'Redmond' }],
  ['site:Branch: north', { kind: 'site', name: 'Branch: north' }],
  ['Service:MediationServer:sba01.contoso.com', { kind: 'service', name: 'MediationServer:sba01.contoso.com' }],
])('%s is a scope of media settings', (identity, scope) => {
  expect(mediaScopeOf(identity)).toEqual(scope);
  expect(() => requireMediaScope(identity)).not.toThrow();
});

it.each(['', 'Redmond', 'tag:People', 'site:', 'site:  ', 'service:'])('%j is none', (identity) => {
  expect(() => requireMediaScope(identity)).toThrow('input.media-scope-malformed');
});

it('is written as New- takes it', () => {
  expect(mediaIdentity({ kind: 'global', name: '' })).toBe('Global');
  expect(mediaIdentity({ kind: 'site', name: 'Tacoma' })).toBe('site:Tacoma');
  expect(mediaIdentity({ kind: 'service', name: 'Registrar:a.example' })).toBe('service:Registrar:a.example');
});
