import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPractice, type RunningPractice } from '../../../main/practice/index.ts';
import { createAuthority, type TestAuthority } from '../../../main/transport/testing/certificates.ts';
import { failureOf } from '../../../main/transport/testing/failure-of.ts';
import { peerIsHere } from '../missing.ts';
import { startReverseProxy, type Between } from './apache.ts';
import { missingProxy } from './presence.ts';
import { visit } from './session.fixture.ts';

const here = peerIsHere('apache with old TLS', missingProxy());

describe.skipIf(!here).each(['TLSv1', 'TLSv1.1'])('apache with nothing but %s', (version) => {
  let authority: TestAuthority;
  let practice: RunningPractice;
  let apache: Between;

  beforeAll(async () => {
    authority = await createAuthority('RSA-SHA256');
    practice = await startPractice({ domains: 10 });
    apache = await startReverseProxy([practice], {
      identity: await authority.issue(),
      lines: () => `SSLProtocol ${version}\nSSLCipherSuite ALL:@SECLEVEL=0`,
    });
  });
  afterAll(async () => {
    await apache.close();
    await practice.close();
  });

  function speak(oldTls: boolean): Promise<readonly (string | null)[]> {
    const trust = { kind: 'ca', pem: authority.certPem } as const;
    const account = practice.accounts.administrator;
    return visit({ url: apache.url, trust, account, scheme: 'basic', oldTls });
  }

  test('is too old', async () => {
    expect((await failureOf(speak(false))).error).toMatchObject({ code: 'tls.too-old', values: { host: 'localhost' } });
  });

  test('is spoken to where that was chosen', async () => {
    expect(await speak(true)).toEqual(['fabrikam.com']);
  });
});
