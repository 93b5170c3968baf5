import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningPractice } from '../../../main/practice/index.ts';
import type { TestIdentity } from '../../../main/transport/testing/certificates.ts';
import { startApacheProcess, type ApacheProcess } from '../apache-process.ts';
import { freePort } from '../listening.ts';

/** Apache between our program and a server. */
export interface Between extends ApacheProcess {
  readonly port: number;
  /** Where the server is reached through it, for the kinds that stand in the server's place. */
  readonly url: URL;
}

/** Apache as a proxy that is asked to CONNECT, to one port alone, by one person. */
export function startConnectProxy(allowed: number, user: string, password: string): Promise<Between> {
  const hash = createHash('sha1').update(password).digest('base64');
  return start(
    ['authn_file', 'authz_user', 'auth_basic', 'proxy', 'proxy_connect'],
    { users: `${user}:{SHA}${hash}\n` },
    (root) => `
ProxyRequests On
AllowCONNECT ${allowed}
<Proxy "*">
  AuthType Basic
  AuthName "way out"
  AuthUserFile ${root}/users
  Require valid-user
</Proxy>
`,
  );
}

/** Who signs in to a proxy by mod_auth_gssapi: those a keytab has tickets for, or one line `DOMAIN:user:password`. */
export type GssUsers = { readonly keytab: string } | { readonly ntlmUser: string };

/** Apache as a proxy that is asked to CONNECT, to one port alone, by Kerberos or by NTLM. */
export function startGssProxy(allowed: number, users: GssUsers): Promise<Between> {
  const kerberos = 'keytab' in users;
  return start(
    ['authz_user', 'auth_gssapi', 'proxy', 'proxy_connect'],
    kerberos ? {} : { users: `${users.ntlmUser}\n` },
    () => `
ProxyRequests On
AllowCONNECT ${allowed}
LogLevel info auth_gssapi:debug
<Proxy "*">
  AuthType GSSAPI
  AuthName "way out"
  ${kerberos ? `GssapiCredStore keytab:${users.keytab}` : ''}
  GssapiAllowedMech ${kerberos ? 'krb5' : 'ntlmssp'}
  GssapiConnectionBound On
  Require valid-user
</Proxy>
`,
    (root) => (kerberos ? {} : { NTLM_USER_FILE: join(root, 'users') }),
  );
}

export interface ReverseOptions {
  /** What it shows. */
  readonly identity: TestIdentity;
  /** Further lines, with its folder. */
  readonly lines?: (root: string) => string;
  /** Whether one of several servers is kept to by a cookie; not for one alone. */
  readonly sticky?: boolean;
  /** Further files in its folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Apache in the place of a server: it ends TLS, and speaks it again to one or several servers of one authority behind it. */
export function startReverseProxy(behind: readonly RunningPractice[], options: ReverseOptions): Promise<Between> {
  const { identity, lines, sticky = false } = options;
  const files = {
    ...options.files,
    'cert.pem': identity.certPem,
    'key.pem': identity.keyPem,
    'behind.pem': behind[0]?.caPem ?? '',
  };
  const modules = [
    'ssl',
    'env',
    'proxy',
    'proxy_http',
    'headers',
    'proxy_balancer',
    'lbmethod_byrequests',
    'slotmem_shm',
  ];
  return start(
    modules,
    files,
    (root) => `
SSLEngine On
SSLCertificateFile ${root}/cert.pem
SSLCertificateKeyFile ${root}/key.pem
SSLProxyEngine On
SSLProxyCACertificateFile ${root}/behind.pem
${sticky ? 'Header add Set-Cookie "ROUTEID=.%{BALANCER_WORKER_ROUTE}e; path=/" env=BALANCER_ROUTE_CHANGED' : ''}
<Proxy "balancer://pool">
${behind.map(({ url }, index) => `  BalancerMember "${originOf(url)}" route=${index + 1} retry=0`).join('\n')}
${sticky ? STICKY : ''}
</Proxy>
ProxyPass "/" "balancer://pool/"
${lines?.(root) ?? ''}
`,
  );
}

/** A session whose server is gone is told so, and never handed to the other one: which of the two came would be chance. */
const STICKY = '  ProxySet stickysession=ROUTEID nofailover=On';

/** Apache finds no address in a certificate, only names. */
function originOf(url: string): string {
  return new URL(url.replace('127.0.0.1', 'localhost')).origin;
}

async function start(
  modules: readonly string[],
  files: Readonly<Record<string, string>>,
  configuration: (root: string) => string,
  environment: (root: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<Between> {
  const root = await mkdtemp(join(tmpdir(), 'edgewise-between-'));
  // Apache's workers are another user when it is started by root; these are nobody's secrets.
  await chmod(root, 0o755);
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
  const port = await freePort();
  const setting = { root, port, modules, configuration: configuration(root), environment: environment(root) };
  const apache = await startApacheProcess(setting).catch(async (caught: unknown) => {
    await rm(root, { recursive: true });
    throw caught;
  });
  return {
    ...apache,
    port,
    url: new URL(`https://localhost:${port}/OcsPowershell`),
    async close() {
      await apache.close();
      await rm(root, { recursive: true });
    },
  };
}
