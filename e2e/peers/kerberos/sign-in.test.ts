import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { KerberosMeans, SignInChoice } from '../../../main/auth/index.ts';
import { forkAuthenticator } from '../../../main/auth/kerberos/authenticator.ts';
import { decodeSpnego } from '../../../main/auth/spnego.ts';
import { openTransport, type Transport } from '../../../main/transport/index.ts';
import { endingAfterEach } from '../../../main/transport/testing/bench.ts';
import {
  createAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../../main/transport/testing/certificates.ts';
import { failureOf } from '../../../main/transport/testing/failure-of.ts';
import { startSigningServer } from '../../../main/transport/testing/signing-server.ts';
import { peerIsHere } from '../missing.ts';
import { run } from '../ntlm/peer-process.ts';
import { startApache, type Apache } from './apache.ts';
import { missingKerberos } from './presence.ts';
import { startRealm, type Realm } from './realm.ts';
import { flipped, startRelay } from './relay.ts';

const ENTRY = fileURLToPath(new URL('../../../main/auth/kerberos/entry.ts', import.meta.url));
const LIMIT = { timeoutMs: 30_000 };
const here = peerIsHere('Kerberos against apache', missingKerberos());

describe.skipIf(!here)('our client against apache with mod_auth_gssapi, in a realm of MIT’s', () => {
  let authority: TestAuthority;
  let identity: TestIdentity;
  let realm: Realm;
  let apache: Apache;
  const { keep } = endingAfterEach();
  const means: KerberosMeans = { start: forkAuthenticator(ENTRY) };

  beforeAll(async () => {
    authority = await createAuthority();
    identity = await authority.issue();
    realm = await startRealm();
    apache = await startApache(options());
  });
  afterAll(async () => {
    await apache.close();
    await realm.close();
  });
  beforeEach(() => realm.login());
  afterEach(() => realm.logout());

  function options(): Parameters<typeof startApache>[0] {
    const ntlmUser = `LAB:ana:${realm.password}`;
    return { realm, identity, ntlmUser, basicUser: { user: 'ana', password: realm.password } };
  }

  async function to(url: URL, choice: Partial<SignInChoice>, kerberos: KerberosMeans = means): Promise<Transport> {
    const signIn = { scheme: 'kerberos', user: '', password: '', ...choice } as const;
    return keep(await openTransport({ url, trust: { kind: 'ca', pem: authority.certPem }, signIn, kerberos }));
  }

  async function whoAmI(transport: Transport): Promise<string> {
    const reply = await transport.connect().post('<x/>', LIMIT);
    return `${reply.status} ${reply.headers.get('x-remote-user') ?? ''} ${transport.mechanism}`;
  }

  async function codeOf(transport: Transport): Promise<unknown> {
    const { error } = await failureOf(transport.connect().post('<x/>', LIMIT));
    return { code: error.code, ...error.values, ...error.details };
  }

  test('the realm is right: curl signs in with the same ticket', async () => {
    const seen = await run('/usr/bin/curl', [
      ...['-sk', '--negotiate', '-u', ':', '-o', '/dev/null', '-w', '%{http_code}'],
      apache.url('krb').href,
    ]);
    expect(seen).toBe('200');
  });

  test.each(['kerberos', 'negotiate'] as const)('%s signs in with the ticket of this computer', async (scheme) => {
    expect(await whoAmI(await to(apache.url('krb'), { scheme }))).toBe('200 ana@LAB.EXAMPLE Kerberos');
  });

  test('by password, without a ticket, and leaves none', async () => {
    await realm.logout();
    const choice = { user: 'ana@lab.example', password: realm.password };
    expect(await whoAmI(await to(apache.url('krb'), choice))).toBe('200 ana@LAB.EXAMPLE Kerberos');
    expect(await codeOf(await to(apache.url('krb'), {}))).toMatchObject({ code: 'sign-in.no-ticket' });
  });

  test('by a user principal name whose domain is no realm', async () => {
    await realm.logout();
    const choice = { user: 'ana@people.example', password: realm.password };
    expect(await whoAmI(await to(apache.url('krb'), choice))).toMatch(
      /^200 ana.*people\.example@LAB\.EXAMPLE Kerberos$/,
    );
    expect(await codeOf(await to(apache.url('krb'), { ...choice, password: 'x' }))).toMatchObject({
      code: 'sign-in.kerberos-password',
      user: 'ana@people.example',
    });
  });

  test('a kept connection signs in once', async () => {
    const transport = await to(apache.url('krb'), {});
    const connection = transport.connect();
    for (const body of ['<a/>', '<b/>']) expect((await connection.post(body, LIMIT)).status).toBe(200);
    expect(transport.signIns).toBe(1);
  });

  test.each<[string, Partial<SignInChoice>, object]>([
    ['a wrong password', { user: 'ana', password: 'x' }, { code: 'sign-in.kerberos-password', user: 'ana' }],
    [
      'an unknown user',
      { user: 'ben@lab.example', password: 'x' },
      { code: 'sign-in.principal-unknown', user: 'ben@LAB.EXAMPLE' },
    ],
    ['an unknown realm', { user: 'ben@other.example', password: 'x' }, { code: 'sign-in.kdc-unreachable' }],
    [
      'an unknown service',
      { spn: 'HTTP/absent.lab.example' },
      { code: 'sign-in.spn-unknown', spn: 'HTTP/absent.lab.example' },
    ],
    [
      'a service in a realm that nobody trusts',
      { spn: 'HTTP/pool.dead.example' },
      { code: 'sign-in.realm-not-trusted', spn: 'HTTP/pool.dead.example', realm: 'DEAD.EXAMPLE' },
    ],
    ['a service name with a realm', { spn: 'HTTP/localhost@LAB.EXAMPLE' }, { code: 'sign-in.spn-malformed' }],
    ['another service’s ticket', { spn: 'HTTP/spare.lab.example' }, { code: 'sign-in.ticket-refused' }],
  ])('%s has an error of its own', async (_, choice, expected) => {
    expect(await codeOf(await to(apache.url('krb'), choice))).toMatchObject(expected);
  });

  test.each([
    ['expired', 'sign-in.password-expired', 'Password expired.  You must change it now.'],
    ['changing', 'sign-in.password-expired', 'Password expired.  You must change it now.'],
    ['disabled', 'sign-in.account-closed', 'credentials have been revoked'],
    ['ended', 'sign-in.account-closed', 'entry in database has expired'],
    ['locked', 'sign-in.account-closed', 'credentials have been revoked'],
  ])('%s is told by its own error, and NTLM is not tried after it', async (user, code, words) => {
    const relay = keep(await startRelay(apache.url('ntlm'), identity, authority));
    const choice = { user, password: realm.password, spn: 'HTTP/localhost' } as const;
    if (user === 'locked') {
      const wrong = await codeOf(await to(apache.url('krb'), { ...choice, password: 'x' }));
      expect(wrong).toMatchObject({ code: 'sign-in.kerberos-password' });
    }
    for (const scheme of ['kerberos', 'negotiate'] as const) {
      expect(await codeOf(await to(relay.url, { ...choice, scheme }))).toMatchObject({
        code,
        user,
        serverText: expect.stringContaining(words) as string,
      });
    }
    expect(relay.seen).toEqual([]);
  });

  test('a computer that knows no realm says so, and Negotiate goes on to NTLM', async () => {
    const file = process.env['KRB5_CONFIG'] ?? '';
    const bare = join(realm.folder, 'no-default.conf');
    await writeFile(bare, (await readFile(file, 'utf8')).replace(/default_realm = .*/, ''));
    process.env['KRB5_CONFIG'] = bare;
    try {
      const choice = { user: 'LAB\\ana', password: realm.password, spn: 'HTTP/localhost' } as const;
      expect(await codeOf(await to(apache.url('krb'), choice))).toMatchObject({
        code: 'sign-in.default-realm-missing',
      });
      const both = await to(apache.url('ntlm'), { ...choice, scheme: 'negotiate' });
      expect(await whoAmI(both)).toMatch(/^200 .*NTLM$/);
      expect(both.noKerberos?.error.code).toBe('sign-in.default-realm-missing');
    } finally {
      process.env['KRB5_CONFIG'] = file;
    }
  });

  test('without a place for its ticket Kerberos says which, and Negotiate goes on to NTLM', async () => {
    const { TMPDIR } = process.env;
    const path = join(realm.folder, 'absent');
    process.env['TMPDIR'] = path;
    try {
      const choice = { user: 'ana', password: realm.password, spn: 'HTTP/localhost' } as const;
      expect(await codeOf(await to(apache.url('krb'), choice))).toMatchObject({
        code: 'workstation.temporary-folder',
        path,
        serverText: expect.stringContaining('ENOENT') as string,
      });
      const both = { ...choice, scheme: 'negotiate' } as const;
      expect(await whoAmI(await to(apache.url('ntlm'), { ...both, user: 'LAB\\ana' }))).toMatch(/^200 .*NTLM$/);
      expect(await codeOf(await to(apache.url('ntlm'), { ...both, password: 'x' }))).toMatchObject({
        code: 'sign-in.kerberos-and-ntlm',
        reason: 'kerberos.why.temporary-folder',
      });
    } finally {
      if (TMPDIR === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = TMPDIR;
    }
  });

  test.each(['ntlm', 'negotiate'] as const)('%s signs in by NTLM where there is no ticket', async (scheme) => {
    await realm.logout();
    const choice = { scheme, user: 'LAB\\ana', password: realm.password };
    expect(await whoAmI(await to(apache.url('ntlm'), choice))).toMatch(/^200 .*NTLM$/);
  });

  test('NTLM under Negotiate goes in the dress of SPNEGO, and apache proves itself by its mechListMIC', async () => {
    await realm.logout();
    const choice = { scheme: 'negotiate', user: 'LAB\\ana', password: realm.password } as const;
    const reply = await (await to(apache.url('ntlm'), choice)).connect().post('<x/>', LIMIT);
    const proof = decodeSpnego(Buffer.from(reply.headers.get('www-authenticate')?.split(' ')[1] ?? '', 'base64'));
    expect(proof).toMatchObject({ kind: 'response', state: 'accept-completed' });
    expect(proof?.kind === 'response' ? proof.mechListMic : null).toHaveLength(16);
  });

  test('a wrong password is refused by it once, and is not tried again without the dress', async () => {
    await realm.logout();
    const before = (await apache.log()).split('gss_accept_sec_context() failed').length;
    const transport = await to(apache.url('ntlm'), { scheme: 'negotiate', user: 'LAB\\ana', password: 'x' });
    expect(await codeOf(transport)).toMatchObject({ code: 'sign-in.refused', user: 'LAB\\ana' });
    expect(await codeOf(transport)).toMatchObject({ code: 'sign-in.refused' });
    expect((await apache.log()).split('gss_accept_sec_context() failed')).toHaveLength(before + 1);
  });

  test('where NTLM is refused after Kerberos, both are said', async () => {
    const choice = { scheme: 'negotiate', user: 'LAB\\ben', password: 'x', spn: 'HTTP/localhost' } as const;
    expect(await codeOf(await to(apache.url('ntlm'), choice))).toMatchObject({
      code: 'sign-in.kerberos-and-ntlm',
      reason: 'kerberos.why.principal-unknown',
      serverText: expect.stringContaining('not found in Kerberos database') as string,
    });
  });

  test('after a refused ticket and a refused dress NTLM still signs in, on the same connection', async () => {
    let turnedDown = 0;
    const turnsDown = (): boolean => (turnedDown += 1) <= 2;
    const server = keep(await startSigningServer({ identity, password: realm.password, turnsDown }));
    const choice = {
      scheme: 'negotiate',
      user: 'CONTOSO\\ana',
      password: realm.password,
      spn: 'HTTP/localhost',
    } as const;
    const transport = await to(server.url, choice);
    expect(await transport.connect().post('<x/>', LIMIT)).toMatchObject({ status: 200 });
    expect(transport.mechanism).toBe('NTLM');
    const starts = server.requests.map(({ authorization }) => authorization?.slice(10, 14));
    expect(starts).toEqual([expect.stringMatching(/^YII/), 'YEgG', 'TlRM', 'TlRM']);
    expect(new Set(server.requests.map(({ connection }) => connection)).size).toBe(1);
  });

  test('a wrong password is not tried a second time by NTLM', async () => {
    const relay = keep(await startRelay(apache.url('ntlm'), identity, authority));
    const choice = { scheme: 'negotiate', user: 'LAB\\ana', password: 'x', spn: 'HTTP/localhost' } as const;
    expect(await codeOf(await to(relay.url, choice))).toMatchObject({ code: 'sign-in.kerberos-password' });
    expect(relay.seen).toEqual([]);
  });

  test('without the package, and without kinit, what to install is said', async () => {
    const folder = join(realm.folder, 'alone');
    await mkdir(folder);
    for (const name of ['entry.ts', 'messages.ts']) {
      await copyFile(new URL(name, new URL('../../../main/auth/kerberos/', import.meta.url)), join(folder, name));
    }
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    const alone = { start: forkAuthenticator(join(folder, 'entry.ts')) };
    expect(await codeOf(await to(apache.url('krb'), {}, alone))).toMatchObject({
      code: 'sign-in.kerberos-missing',
      serverText: expect.stringContaining('kerberos') as string,
    });
    const { PATH } = process.env;
    process.env['PATH'] = folder;
    try {
      const choice = { user: 'ana', password: realm.password };
      expect(await codeOf(await to(apache.url('krb'), choice))).toMatchObject({ code: 'sign-in.kinit-missing' });
    } finally {
      process.env['PATH'] = PATH;
    }
  });

  test('with a library of the system that cannot be opened, which one is said', async () => {
    const folder = join(realm.folder, 'broken');
    await mkdir(folder);
    await writeFile(join(folder, 'libgssapi_krb5.so.2'), '');
    process.env['LD_LIBRARY_PATH'] = folder;
    try {
      expect(await codeOf(await to(apache.url('krb'), {}))).toMatchObject({
        code: 'sign-in.kerberos-library',
        serverText: expect.stringContaining('libgssapi_krb5.so.2') as string,
      });
    } finally {
      delete process.env['LD_LIBRARY_PATH'];
    }
  });

  test.each<[string, (field: string) => string]>([
    ['no proof', () => 'Negotiate'],
    ['a proof with one bit changed', flipped],
    ['our own token as proof', (field) => field],
  ])('a server that gives %s is refused, and nothing it says is used', async (what, change) => {
    const relay = keep(await startRelay(apache.url('krb'), identity, authority));
    relay.answer = (proof, sent) => change(what.startsWith('our own') ? sent : proof);
    expect(await codeOf(await to(relay.url, {}))).toMatchObject({ code: 'sign-in.server-unproven' });
    relay.answer = (proof) => proof;
    expect(await whoAmI(await to(relay.url, {}))).toBe('200 ana@LAB.EXAMPLE Kerberos');
  });

  test('Kerberos alone never becomes NTLM, also where the system would do that', async () => {
    await realm.logout();
    const users = join(realm.folder, 'ntlm-users');
    await writeFile(users, `LAB:ana:${realm.password}\n`);
    process.env['NTLM_USER_FILE'] = users;
    try {
      const relay = keep(await startRelay(apache.url('both'), identity, authority));
      expect(await codeOf(await to(relay.url, {}))).toMatchObject({ code: 'sign-in.no-ticket' });
      expect(relay.seen).toEqual([]);
    } finally {
      delete process.env['NTLM_USER_FILE'];
    }
  });

  test('a dead ticket server costs our deadline, once a transport, and is named', async () => {
    await realm.logout();
    realm.stop(true);
    try {
      const short = { ...means, deadlineMs: 1_000 };
      const started = performance.now();
      const choice = { user: 'LAB\\ana', password: realm.password, spn: 'HTTP/localhost' };
      expect(await codeOf(await to(apache.url('krb'), choice, short))).toEqual({
        code: 'sign-in.kdc-silent',
        user: 'ana',
        seconds: 1,
      });
      expect(performance.now() - started).toBeLessThan(5_000);
      const both = await to(apache.url('ntlm'), { ...choice, scheme: 'negotiate' }, { ...means, deadlineMs: 3_000 });
      expect(await whoAmI(both)).toMatch(/^200 .*NTLM$/);
      const again = performance.now();
      expect(await whoAmI(both)).toMatch(/^200 .*NTLM$/);
      expect(performance.now() - again).toBeLessThan(2_500);
    } finally {
      realm.stop(false);
    }
  });

  test('a server whose clock is wrong says so', async () => {
    const later = keep(await startApache({ ...options(), time: '+1h' }));
    expect(await codeOf(await to(later.url('krb'), {}))).toMatchObject({ code: 'sign-in.clock-skew' });
  });

  test('a server that does not offer it is named', async () => {
    expect(await codeOf(await to(apache.url('basic'), {}))).toMatchObject({
      code: 'sign-in.not-offered',
      wanted: 'Kerberos',
      offered: 'Basic',
    });
  });
});
