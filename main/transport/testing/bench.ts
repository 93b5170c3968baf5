import { afterEach } from 'vitest';
import type { SignInChoice } from '../../auth/index.ts';
import { openTransport, type OpenOptions, type Transport } from '../transport.ts';
import type { Endpoint } from '../endpoint.ts';
import type { TestAuthority } from './certificates.ts';
import { ACCOUNT } from './signing-server.ts';

/** Ends, after each test and in reverse order, whatever the test has `keep`t. */
export function endingAfterEach(): { readonly keep: <T extends { close(): unknown }>(thing: T) => T } {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const thing of open.splice(0).reverse()) await thing.close();
  });
  return {
    keep: (thing) => {
      open.push(thing);
      return thing;
    },
  };
}

/** An open transport that trusts the test's authority and signs in as ACCOUNT, by Basic unless told otherwise. */
export function transportTo(
  url: URL,
  authority: TestAuthority,
  choice: Partial<SignInChoice> = {},
  options: OpenOptions & Partial<Pick<Endpoint, 'connectTimeoutMs' | 'trust' | 'proxy'>> = {},
): Promise<Transport> {
  const { connectTimeoutMs, trust, proxy = null, ...open } = options;
  return openTransport(
    {
      url,
      trust: trust ?? { kind: 'ca', pem: authority.certPem },
      signIn: { scheme: 'basic', ...ACCOUNT, ...choice },
      proxy,
      ...(connectTimeoutMs === undefined ? {} : { connectTimeoutMs }),
    },
    open,
  );
}
