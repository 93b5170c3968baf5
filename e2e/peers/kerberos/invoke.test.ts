import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endOf, ENTRY, WITHOUT_ELECTRON, type Ended } from '../../../main/cli/program.fixture.ts';
import { startPractice, type RunningPractice } from '../../../main/practice/index.ts';
import { createAuthority, type TestAuthority } from '../../../main/transport/testing/certificates.ts';
import { peerIsHere } from '../missing.ts';
import { startApache, type Apache, type Place } from './apache.ts';
import { missingKerberos } from './presence.ts';
import { startRealm, type Realm } from './realm.ts';

const here = peerIsHere('edgewise invoke through apache', missingKerberos());

describe.skipIf(!here)('edgewise invoke, signed in by apache, to the practice deployment behind it', () => {
  let authority: TestAuthority;
  let realm: Realm;
  let practice: RunningPractice;
  let apache: Apache;
  let caFile: string;

  beforeAll(async () => {
    authority = await createAuthority();
    realm = await startRealm();
    practice = await startPractice({ domains: 10 });
    caFile = join(realm.folder, 'ca.pem');
    await writeFile(caFile, authority.certPem);
    const { user, password } = practice.accounts.administrator;
    apache = await startApache({
      realm,
      identity: await authority.issue(),
      ntlmUser: `LAB:ana:${realm.password}`,
      basicUser: { user: 'ana', password: realm.password },
      behind: {
        // Apache finds no address in a certificate, only names.
        url: practice.url.replace('127.0.0.1', 'localhost'),
        caPem: practice.caPem,
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      },
    });
  });
  afterAll(async () => {
    await apache.close();
    await practice.close();
    await realm.close();
  });

  async function invoke(place: Place, options: readonly string[], password: string): Promise<Ended> {
    const words = ['--ca', caFile, '--json', 'Get-CsAllowedDomain', '-Identity', 'fabrikam.com'];
    const program = [
      '--import',
      WITHOUT_ELECTRON,
      ENTRY,
      'invoke',
      '--url',
      apache.url(place).href,
      ...options,
      ...words,
    ];
    const child = spawn(process.execPath, program, {
      stdio: ['pipe', 'pipe', 'pipe'],
      // The realm is in the environment, as it is a person's.
      env: { ...process.env, LANG: 'C', XDG_CONFIG_HOME: realm.folder },
    });
    child.stdin.end(password === '' ? '' : `${password}\n`);
    return await endOf(child);
  }

  test.each<[string, Place, readonly string[], 'password' | 'ticket']>([
    ['Basic', 'basic', ['--auth', 'basic', '--user', 'ana'], 'password'],
    ['NTLM', 'ntlm', ['--auth', 'ntlm', '--user', 'LAB\\ana'], 'password'],
    ['Kerberos with a ticket', 'krb', ['--auth', 'kerberos'], 'ticket'],
    ['Kerberos by password', 'krb', ['--auth', 'kerberos', '--user', 'ana@lab.example'], 'password'],
    ['Kerberos for a named service', 'krb', ['--auth', 'kerberos', '--spn', 'HTTP/localhost'], 'ticket'],
    ['Negotiate with a ticket', 'both', ['--auth', 'negotiate'], 'ticket'],
    [
      'Negotiate by password, which is Kerberos',
      'krb',
      ['--auth', 'negotiate', '--user', 'ana@lab.example', '--spn', 'HTTP/localhost'],
      'password',
    ],
    ['Negotiate, which is NTLM', 'ntlm', ['--auth', 'negotiate', '--user', 'LAB\\ana'], 'password'],
  ])('signs in with %s', async (_, place, options, by) => {
    if (by === 'ticket') await realm.login();
    else await realm.logout();
    const run = await invoke(place, options, by === 'ticket' ? '' : realm.password);
    expect(run.err).toBe('');
    expect(JSON.parse(run.out)).toMatchObject({ Domain: 'fabrikam.com' });
    expect(run.status).toBe(0);
  });

  test('says in words what Kerberos alone needs', async () => {
    await realm.logout();
    const run = await invoke('krb', ['--auth', 'kerberos'], '');
    expect(run.err).toContain('There is no valid Kerberos ticket on this computer to sign in to HTTP/localhost with.');
    expect(run.err).toContain('kinit');
    expect(run.status).toBe(3);
  });
});
