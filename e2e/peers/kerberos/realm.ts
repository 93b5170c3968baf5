import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, untilListening } from '../listening.ts';
import { run } from '../ntlm/peer-process.ts';

/**
 * A realm of our own on loopback: LAB.EXAMPLE, which knows `ana`, accounts that may not sign in (CLOSED, all with her
 * password), `HTTP/localhost` and `HTTP/spare.lab.example`; what is in dead.example is of a realm nobody trusts.
 */
export interface Realm {
  readonly folder: string;
  readonly password: string;
  /** Keys of the services, for acceptors. */
  readonly keytab: string;
  /** Gets ana's ticket from her keytab into this process's ticket cache. */
  login(): Promise<string>;
  /** Empties it. */
  logout(): Promise<void>;
  /** Stops the KDC where it is, as a dead machine does, or lets it go on. */
  stop(stopped: boolean): boolean;
  close(): Promise<void>;
}

const PASSWORD = 'Päss w0rd ✓';

/** Accounts that may not sign in, and how each is made so. `locked` is locked by its first wrong password. */
const CLOSED = {
  expired: '-pwexpire 2020-01-01',
  changing: '+needchange',
  disabled: '-allow_tix',
  ended: '-expire 2020-01-01',
  locked: '+requires_preauth -policy once',
} as const;

/**
 * Makes a realm and starts its KDC. This process and what it starts are in it from then on (KRB5_CONFIG, KRB5CCNAME),
 * until it is closed.
 */
export async function startRealm(): Promise<Realm> {
  const folder = await mkdtemp(join(tmpdir(), 'edgewise-realm-'));
  // Apache's workers are another user when it is started by root; these are nobody's secrets.
  await chmod(folder, 0o755);
  const port = await freePort();
  await writeFile(join(folder, 'krb5.conf'), krb5Conf(port));
  await writeFile(join(folder, 'kdc.conf'), kdcConf(folder, port));
  const before = { ...process.env };
  process.env['KRB5_CONFIG'] = join(folder, 'krb5.conf');
  process.env['KRB5_KDC_PROFILE'] = join(folder, 'kdc.conf');
  process.env['KRB5CCNAME'] = `FILE:${join(folder, 'cc')}`;
  // With it gss-ntlmssp would offer NTLM to whoever asks for anything.
  delete process.env['NTLM_USER_FILE'];
  const keytab = join(folder, 'http.keytab');
  const own = join(folder, 'ana.keytab');
  await run('/usr/sbin/kdb5_util', ['create', '-s', '-r', 'LAB.EXAMPLE', '-P', 'master']);
  for (const query of [
    `addprinc -pw "${PASSWORD}" +requires_preauth ana`,
    // A user principal name whose domain is no realm, as a directory has them.
    `addprinc -pw "${PASSWORD}" ana\\@people.example`,
    'addpol -maxfailure 1 once',
    ...Object.entries(CLOSED).map(([name, how]) => `addprinc -pw "${PASSWORD}" ${how} ${name}`),
    'addprinc -randkey HTTP/localhost',
    'addprinc -randkey HTTP/spare.lab.example',
    `ktadd -k ${keytab} HTTP/localhost`,
    `ktadd -norandkey -k ${own} ana`,
  ]) {
    await run('/usr/sbin/kadmin.local', ['-q', query]);
  }
  await chmod(keytab, 0o644);
  const kdc = spawn('/usr/sbin/krb5kdc', ['-n'], { stdio: 'ignore' });
  await untilListening(port, kdc);
  return {
    folder,
    password: PASSWORD,
    keytab,
    login: () => run('/usr/bin/kinit', ['-k', '-t', own, 'ana']),
    logout: () => rm(join(folder, 'cc'), { force: true }),
    stop: (stopped) => kdc.kill(stopped ? 'SIGSTOP' : 'SIGCONT'),
    async close() {
      const gone = once(kdc, 'exit');
      kdc.kill('SIGKILL');
      await gone;
      for (const name of ['KRB5_CONFIG', 'KRB5_KDC_PROFILE', 'KRB5CCNAME', 'NTLM_USER_FILE']) {
        const value = before[name];
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      }
      await rm(folder, { recursive: true });
    },
  };
}

function krb5Conf(port: number): string {
  return `[libdefaults]
  default_realm = LAB.EXAMPLE
  dns_lookup_realm = false
  dns_lookup_kdc = false
  dns_canonicalize_hostname = false
  rdns = false
  udp_preference_limit = 1
[realms]
  LAB.EXAMPLE = {
    kdc = 127.0.0.1:${port}
  }
[domain_realm]
  .lab.example = LAB.EXAMPLE
  .dead.example = DEAD.EXAMPLE
  localhost = LAB.EXAMPLE
`;
}

function kdcConf(folder: string, port: number): string {
  return `[kdcdefaults]
  kdc_listen = 127.0.0.1:${port}
  kdc_tcp_listen = 127.0.0.1:${port}
[realms]
  LAB.EXAMPLE = {
    database_name = ${folder}/principal
    key_stash_file = ${folder}/stash
    acl_file = ${folder}/kadm5.acl
    max_life = 10h
  }
[logging]
  kdc = FILE:${folder}/kdc.log
`;
}
