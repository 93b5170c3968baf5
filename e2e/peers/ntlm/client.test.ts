import { randomBytes } from 'node:crypto';
import { request as httpsRequest, Agent } from 'node:https';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SignInChoice } from '../../../main/auth/index.ts';
import { createNtlmClient } from '../../../main/auth/ntlm/client.ts';
import { createNtlmExchange } from '../../../main/auth/ntlm/exchange.ts';
import { ntlmSignature, type NtlmSession } from '../../../main/auth/ntlm/signature.ts';
import { decodeSpnego, encodeSpnegoInit, encodeSpnegoResponse, NTLM_LIST } from '../../../main/auth/spnego.ts';
import { endingAfterEach, transportTo } from '../../../main/transport/testing/bench.ts';
import {
  createAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../../main/transport/testing/certificates.ts';
import { sha256Of } from '../../../main/transport/certificate.ts';
import { failureOf } from '../../../main/transport/testing/failure-of.ts';
import { peerIsHere } from '../missing.ts';
import { startGssAcceptor, type GssAcceptor, type GssAcceptorOptions } from './peer-process.ts';
import { missingGss } from './presence.ts';

/** GSS flag of MIT Kerberos 1.19 and gss-ntlmssp: the initiator gave this connection's channel binding. */
const CHANNEL_BOUND = 2048;
const LIMIT = { timeoutMs: 20_000 };
const USERS = ['CONTOSO:ana:Passw0rd!', 'CONTOSO:ben:비밀 Pässw0rd ✓ 🔑'];

describe.skipIf(!peerIsHere('our NTLM client against gss-ntlmssp', missingGss()))(
  'our client against gss-ntlmssp',
  () => {
    const { keep } = endingAfterEach();
    let authority: TestAuthority;
    let identity: TestIdentity;

    beforeAll(async () => {
      authority = await createAuthority('RSA-SHA256');
      identity = await authority.issue();
    });

    async function acceptor(options: Partial<GssAcceptorOptions> = {}): Promise<GssAcceptor> {
      return keep(await startGssAcceptor({ identity, users: USERS, ...options }));
    }

    async function signedIn(server: GssAcceptor, choice: Partial<SignInChoice>): Promise<SignedIn[]> {
      const transport = await transportTo(server.url, authority, { scheme: 'ntlm', ...choice });
      const connection = keep(transport).connect();
      const replies = [await connection.post('<one/>', LIMIT), await connection.post('<two/>', LIMIT)];
      expect(replies.map(({ status }) => status)).toEqual([200, 200]);
      expect(connection.signIns).toBe(1);
      // gss_acceptor.py answers a signed-in request with exactly this.
      return replies.map(({ body }) => JSON.parse(body) as SignedIn);
    }

    async function refusal(server: GssAcceptor, choice: Partial<SignInChoice>): Promise<string> {
      const transport = await transportTo(server.url, authority, { scheme: 'ntlm', ...choice });
      return (await failureOf(keep(transport).connect().post('<x/>', LIMIT))).error.code;
    }

    const ana = { user: 'CONTOSO\\ana', password: 'Passw0rd!' };
    const ben = { user: 'CONTOSO\\ben', password: '비밀 Pässw0rd ✓ 🔑' };

    test.each(['negotiate', 'ntlm'] as const)(
      '%s: the right password, and the connection stays signed in',
      async (scheme) => {
        expect(await signedIn(await acceptor(), { scheme, ...ana })).toEqual([
          expect.objectContaining({ user: 'CONTOSO\\ana', how: 'token', body: '<one/>' }),
          expect.objectContaining({ user: 'CONTOSO\\ana', how: 'connection', body: '<two/>' }),
        ]);
      },
    );

    test('a password of Hangul, umlauts and an emoji', async () => {
      const [first] = await signedIn(await acceptor(), ben);
      expect(first?.user).toBe('CONTOSO\\ben');
    });

    test.each([
      ['a wrong password', { ...ana, password: 'passw0rd!' }],
      ['an unknown user', { ...ana, user: 'CONTOSO\\carl' }],
    ])('%s is refused', async (_, choice) => {
      expect(await refusal(await acceptor(), choice)).toBe('sign-in.refused');
    });

    test.each([
      ['RSA-SHA256', 'sha256'],
      ['RSA-SHA384', 'sha384'],
      ['RSA-SHA1', 'sha256'],
    ] as const)('a %s certificate is bound by %s: gss-ntlmssp says channel-bound', async (kind, hash) => {
      const leaf = await (await createAuthority(kind)).issue();
      const server = await acceptor({ identity: leaf, boundTo: { certPem: leaf.certPem, hash } });
      // By its pin: OpenSSL 3.5 takes no SHA-1 signature into a chain, and the old pools that have one are pinned.
      const trust = { kind: 'pin', sha256: sha256Of(leaf.der) } as const;
      const transport = keep(await transportTo(server.url, authority, { scheme: 'ntlm', ...ana }, { trust }));
      const reply = await transport.connect().post('<x/>', LIMIT);
      expect(flagsOf(reply.body) & CHANNEL_BOUND).toBe(CHANNEL_BOUND);
    });

    test('without a binding it is let in, but not as channel-bound', async () => {
      const server = await acceptor({ boundTo: { certPem: identity.certPem, hash: 'sha256' } });
      const [first] = await signedIn(server, { ...ana, channelBinding: false });
      expect((first?.flags ?? CHANNEL_BOUND) & CHANNEL_BOUND).toBe(0);
    });

    test('a binding to another certificate is refused', async () => {
      const other = await authority.issue();
      const server = await acceptor({ boundTo: { certPem: other.certPem, hash: 'sha256' } });
      expect(await refusal(server, ana)).toBe('sign-in.refused');
    });

    test('a MIC with one bit changed is refused, the same message untouched is taken', async () => {
      const server = await acceptor();
      expect(await legs(server, identity, authority, ana, (token) => token)).toBe(200);
      expect(await legs(server, identity, authority, ana, flippedAt(72))).toBe(401);
    });

    test('in the dress of SPNEGO its list’s MIC is checked, and it proves itself by its own', async () => {
      const server = await acceptor();
      const right = await dressedLegs(server, identity, authority, ana, (mic) => mic);
      expect(right).toMatchObject({ status: 200, proven: true });
      const wrong = await dressedLegs(server, identity, authority, ana, flippedAt(5));
      expect(wrong).toMatchObject({ status: 401, proven: false });
      // Of NTLM alone RFC 4178 5 leaves the exchange of MICs to the two sides.
      const none = await dressedLegs(server, identity, authority, ana, () => null);
      expect(none).toMatchObject({ status: 200, proven: false });
    });

    test('after the list’s MIC it signs its next message with number 1 and RC4 at its start', async () => {
      const { session, body } = await dressedLegs(await acceptor(), identity, authority, ana, (mic) => mic);
      const { signature } = JSON.parse(body) as { readonly signature: string };
      const expected = ntlmSignature(session, 'server', 1, Buffer.from('first'));
      expect(signature).toBe(Buffer.from(expected ?? []).toString('hex'));
    });

    test('what the MIC covers cannot be changed: flags of the last message', async () => {
      expect(await legs(await acceptor(), identity, authority, ana, flippedAt(63))).toBe(401);
    });
  },
);

interface SignedIn {
  readonly user: string;
  readonly flags: number;
  readonly how: 'token' | 'connection';
  readonly body: string;
}

function flagsOf(body: string): number {
  // gss_acceptor.py answers a signed-in request with exactly this.
  return (JSON.parse(body) as SignedIn).flags;
}

function flippedAt(offset: number): (token: Buffer) => Buffer {
  return (token) => {
    const changed = Buffer.from(token);
    changed[offset] = (changed[offset] ?? 0) ^ 1;
    return changed;
  };
}

/** Carries our two messages by hand on one connection, the second one changed, and gives the last status. */
async function legs(
  server: GssAcceptor,
  identity: TestIdentity,
  authority: TestAuthority,
  account: { readonly user: string; readonly password: string },
  change: (token: Buffer) => Buffer,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ca: authority.certPem });
  const signIn = createNtlmExchange(
    { scheme: 'ntlm', ...account },
    { host: 'localhost', certificateDer: identity.der },
  );
  const first = await post(server.url, agent, signIn.next(null).authorization);
  const { authorization } = signIn.next(first.token);
  const token = change(Buffer.from(authorization.replace('NTLM ', ''), 'base64'));
  const last = await post(server.url, agent, `NTLM ${token.toString('base64')}`);
  agent.destroy();
  return last.status;
}

/** Our messages by hand in the dress of SPNEGO, with the MIC of the list changed. */
async function dressedLegs(
  server: GssAcceptor,
  identity: TestIdentity,
  authority: TestAuthority,
  account: { readonly user: string; readonly password: string },
  change: (mic: Buffer) => Buffer | null,
): Promise<{
  readonly status: number;
  readonly body: string;
  readonly proven: boolean;
  readonly session: NtlmSession;
}> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ca: authority.certPem });
  const negotiate = (token: Uint8Array): string => `Negotiate ${Buffer.from(token).toString('base64')}`;
  const client = createNtlmClient(
    { scheme: 'negotiate', ...account },
    { host: 'localhost', certificateDer: identity.der },
    { random: randomBytes, now: Date.now, workstation: '' },
  );
  const first = await post(server.url, agent, negotiate(encodeSpnegoInit(NTLM_LIST, client.negotiate)));
  const challenge = decodeSpnego(Buffer.from(first.token, 'base64'));
  const { token, session } = client.answer(challenge?.token ?? new Uint8Array());
  const mechListMic = change(Buffer.from(ntlmSignature(session, 'client', 0, NTLM_LIST) ?? []));
  const answer = encodeSpnegoResponse({ state: 'accept-incomplete', token, mechListMic });
  const { status, body, token: last } = await post(server.url, agent, negotiate(answer));
  agent.destroy();
  const proof = decodeSpnego(Buffer.from(last, 'base64'));
  const given = proof?.kind === 'response' ? (proof.mechListMic ?? []) : [];
  const expected = ntlmSignature(session, 'server', 0, NTLM_LIST) ?? new Uint8Array();
  return { status, body, proven: Buffer.from(given).equals(expected), session };
}

interface Posted {
  readonly status: number;
  readonly token: string;
  readonly body: string;
}

function post(url: URL, agent: Agent, authorization: string): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const request = httpsRequest(url, { agent, method: 'POST', headers: { Authorization: authorization } }, (reply) => {
      const token = (reply.headers['www-authenticate'] ?? '').split(' ')[1] ?? '';
      let body = '';
      reply.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, token, body }));
    });
    request.on('error', reject).end();
  });
}
