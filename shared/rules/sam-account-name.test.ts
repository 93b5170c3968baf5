import { expect, it } from 'vitest';
import { samAccountName } from './sam-account-name.ts';

it.each([
  ['CONTOSO\\ana', 'ana'],
  ['ana', 'ana'],
  ['ana@contoso.com', null],
  ['', null],
  ['CONTOSO\\', null],
])('the SamAccountName of %s is %s', (user, name) => expect(samAccountName(user)).toBe(name));
