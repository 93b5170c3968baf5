import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPractice, type RunningPractice } from '../../../main/practice/index.ts';
import { createAuthority, type TestAuthority } from '../../../main/transport/testing/certificates.ts';
import { failureOf } from '../../../main/transport/testing/failure-of.ts';
import { peerIsHere } from '../missing.ts';
import { startReverseProxy, type Between } from './apache.ts';
import { missingProxy } from './presence.ts';
import { domainsIn, open, visit, type Way } from './session.fixture.ts';

const here = peerIsHere('apache in the place of a server', missingProxy());

describe.skipIf(!here)('a session to apache, which ends TLS before the server', () => {
  let authority: TestAuthority;
  let practice: RunningPractice;
  let apache: Between;

  beforeAll(async () => {
    authority = await createAuthority();
    practice = await startPractice({ domains: 3_000 });
    apache = await startReverseProxy([practice], { identity: await authority.issue() });
  });
  afterAll(async () => {
    await apache.close();
    await practice.close();
  });

  function way(): Way {
    return {
      url: apache.url,
      trust: { kind: 'ca', pem: authority.certPem },
      account: practice.accounts.administrator,
      scheme: 'basic',
    };
  }

  test('reads 3,000 domains', async () => {
    const session = await open(way());
    const domains = await domainsIn(session);
    await session.close();
    expect(new Set(domains).size).toBe(3_000);
    expect(practice.stats()).toMatchObject({ shells: 0, commands: 0 });
  });

  test('says with the page of apache that the server behind is gone', async () => {
    const session = await open(way());
    await practice.close();
    const during = await failureOf(domainsIn(session));
    expect(during.error).toMatchObject({ code: 'http.unavailable' });
    await session.close();
    const { error } = await failureOf(visit(way()));
    expect(error).toMatchObject({ code: 'http.unavailable' });
    expect(error.details.serverText).toMatch(/Service Unavailable/);
  });
});
