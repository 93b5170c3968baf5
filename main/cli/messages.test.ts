import { expect, it } from 'vitest';
import { failure } from '../../shared/errors.ts';
import { errorText } from './messages.ts';

it.each(['https://ana:s3cret@pool.contoso.com/x', 'https://:s3cret@pool', 'https://ana:s3@cret@pool/x'])(
  'no password of an address that a server sends is printed: %s',
  (location) => {
    const { error } = failure('ws-management.redirected', { location }, { serverText: `Location: ${location}` });
    const text = errorText(error, 'en');
    expect(text).not.toMatch(/s3|cret/);
    expect(text).toContain('https://***@pool');
  },
);

it.each(['Authorization: Basic YW5hOlMzY3IzdFBAc3M=', 'proxy-authorization: Negotiate YIIGhgYGKwYBBQUCoIIG'])(
  'what a page repeats of a sign-in is not printed: %s',
  (sent) => {
    const text = errorText(failure('http.status', { status: 502 }, { serverText: `You sent:\n${sent}` }).error, 'en');
    expect(text).toContain('You sent:');
    expect(text).not.toMatch(/YW5h|YIIG/);
  },
);

it('an address without one is printed as it is', () => {
  const location = 'https://pool.contoso.com:443/x?a=b@c';
  expect(errorText(failure('ws-management.redirected', { location }).error, 'en')).toContain(location);
});
