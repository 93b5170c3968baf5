import { describe, expect, it } from 'vitest';
import { withoutSecrets, withoutUrlSecrets } from './without-secrets.ts';

describe('an address in a text', () => {
  it.each([
    ['https://ana:hunter2@proxy/', 'https://***@proxy/'],
    ['https://ana:hun:te@r2@proxy/', 'https://***@proxy/'],
    ['https://:hunter2@proxy and https://b:c@d', 'https://***@proxy and https://***@d'],
    ['https://pool:443/ana@contoso.com', 'https://pool:443/ana@contoso.com'],
    ['https://ana@pool:443', 'https://ana@pool:443'],
    ['https://ana@pool:443@x', 'https://ana@pool:443@x'],
  ])('%s is shown as %s', (text, shown) => {
    expect(withoutUrlSecrets(text)).toBe(shown);
  });
});

describe('a text of a server', () => {
  it.each([
    ['colons behind an address', `://${':'.repeat(200_000)}`],
    ['many addresses', '://a:'.repeat(40_000)],
    ['a header', `Authorization: ${'w'.repeat(200_000)}`],
    ['words for a password', 'password '.repeat(20_000)],
    ['names of schemes', 'Negotiate '.repeat(20_000)],
  ])('is read at once, with %s that would not end too', (_, text) => {
    const since = Date.now();
    withoutSecrets(text);
    expect(Date.now() - since).toBeLessThan(1_000);
  });
});
