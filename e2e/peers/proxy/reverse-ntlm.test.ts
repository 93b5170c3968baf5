import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatError } from '../../../shared/i18n/format-error.ts';
import { startPractice, type RunningPractice } from '../../../main/practice/index.ts';
import { openTransport } from '../../../main/transport/index.ts';
import { endingAfterEach } from '../../../main/transport/testing/bench.ts';
import {
  createAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../../main/transport/testing/certificates.ts';
import { failureOf } from '../../../main/transport/testing/failure-of.ts';
import { peerIsHere } from '../missing.ts';
import { startReverseProxy, type Between } from './apache.ts';
import { missingProxy } from './presence.ts';

const here = peerIsHere('NTLM through apache in the place of a server', missingProxy());
/** Apache then makes a connection for each request, as it does by itself when its callers have all of the kept ones. */
const KEEPS_NONE = 'SetEnv proxy-nokeepalive 1\nSetEnv proxy-initial-not-pooled 1';

describe.skipIf(!here).each(['ntlm', 'negotiate'] as const)(
  'a sign-in by %s (NTLM) through apache, which ends TLS',
  (scheme) => {
    const { keep } = endingAfterEach();
    let authority: TestAuthority;
    let identity: TestIdentity;
    let practice: RunningPractice;

    beforeAll(async () => {
      authority = await createAuthority();
      identity = await authority.issue();
      practice = await startPractice({ domains: 10 });
    });
    afterAll(() => practice.close());

    /** How it is refused, and what the server saw: by connection, requests, sign-ins and answers of 401. */
    async function refused(
      apache: Between,
      channelBinding: boolean,
    ): Promise<{ readonly next: string; readonly seen: unknown }> {
      const before = practice.stats().connections.length;
      const signIn = { scheme, ...practice.accounts.administrator, channelBinding };
      const trust = { kind: 'ca', pem: authority.certPem } as const;
      const transport = keep(await openTransport({ url: apache.url, trust, signIn }));
      const { error } = await failureOf(transport.connect().post('<x/>', { timeoutMs: 20_000 }));
      expect(error).toMatchObject({ code: 'sign-in.refused', values: { user: signIn.user } });
      const { connections } = practice.stats();
      const seen = connections
        .slice(before)
        .map(({ requests, signIns, unauthorized }) => [requests, signIns, unauthorized]);
      return { next: formatError('en', error).next, seen };
    }

    test('is refused, for it is bound to the certificate of apache, and says what to take off', async () => {
      const { next, seen } = await refused(keep(await startReverseProxy([practice], { identity })), true);
      expect(next).toContain('only with “Bind the sign-in to the TLS connection” off');
      expect(seen).toEqual([[2, 0, 2]]);
    });

    test('is refused without the binding, for its legs come by two connections, and says what cannot carry it', async () => {
      const apache = keep(await startReverseProxy([practice], { identity, lines: () => KEEPS_NONE }));
      const { next, seen } = await refused(apache, false);
      expect(next).toContain('a reverse proxy that shares its connections among clients does not let it through');
      expect(seen).toEqual([
        [1, 0, 1],
        [1, 0, 1],
      ]);
    });
  },
);
