import { expect, it } from 'vitest';
import { isServicePrincipalName } from './service-principal-name.ts';

it.each([
  ['HTTP/pool.contoso.com', true],
  ['HTTP/pool.contoso.com:4443', true],
  ['HTTP/pool.contoso.com@CONTOSO.COM', false],
  ['http/pool', true],
  ['not an spn', false],
  ['pool.contoso.com', false],
  ['HTTP/', false],
  ['HTTP/pool contoso', false],
  ['HTTP@pool.contoso.com', false],
])('%s as a service principal name: %s', (text, taken) => {
  expect(isServicePrincipalName(text)).toBe(taken);
});
