import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestIdentity } from '../../../main/transport/testing/certificates.ts';
import { freePort, untilListening, type Realm } from './realm.ts';

/** Apache with mod_auth_gssapi and mod_auth_basic over TLS: a sign-in that is not ours, before nothing or a server. */
export interface Apache {
  /** `/krb/`, `/ntlm/`, `/both/` and `/basic/` are signed in to each in its way. */
  url(place: Place): URL;
  /** Its error log so far. */
  log(): Promise<string>;
  close(): Promise<void>;
}

export type Place = 'krb' | 'ntlm' | 'both' | 'basic';

export interface ApacheOptions {
  readonly realm: Realm;
  readonly identity: TestIdentity;
  /** `DOMAIN:user:password`, for NTLM. */
  readonly ntlmUser: string;
  /** `user` and `password`, for Basic. */
  readonly basicUser: { readonly user: string; readonly password: string };
  /** Where signed-in requests go: the server behind, its authority, and the Authorization it wants. */
  readonly behind?: { readonly url: string; readonly caPem: string; readonly authorization: string };
  /** Runs it in another time, as faketime understands it: `+1h`. */
  readonly time?: string;
}

const MODULES = '/usr/lib/apache2/modules';
const LOADED = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'auth_gssapi',
  'headers',
  'alias',
  'ssl',
  'proxy',
  'proxy_http',
];

/** Starts it on a free port; its files are in the realm's folder and go with that. */
export async function startApache(options: ApacheOptions): Promise<Apache> {
  const port = await freePort();
  const root = join(options.realm.folder, `apache-${port}`);
  await mkdir(join(root, 'htdocs'), { recursive: true });
  const put = (name: string, text: string): Promise<void> => writeFile(join(root, name), text);
  await put('htdocs/index.html', 'signed in');
  await put('cert.pem', options.identity.certPem);
  await put('key.pem', options.identity.keyPem);
  await put('ntlm-users', `${options.ntlmUser}\n`);
  const { user, password } = options.basicUser;
  const { createHash } = await import('node:crypto');
  await put('basic-users', `${user}:{SHA}${createHash('sha1').update(password).digest('base64')}\n`);
  if (options.behind !== undefined) await put('behind.pem', options.behind.caPem);
  await put('httpd.conf', configuration(root, port, options));
  const environment = { ...process.env, NTLM_USER_FILE: join(root, 'ntlm-users') };
  const arguments_ = ['-d', root, '-f', join(root, 'httpd.conf'), '-DFOREGROUND'];
  const { time } = options;
  const child =
    time === undefined
      ? spawn('/usr/sbin/apache2', arguments_, { env: environment, stdio: 'ignore' })
      : spawn('/usr/bin/faketime', ['-f', time, '/usr/sbin/apache2', ...arguments_], {
          env: environment,
          stdio: 'ignore',
        });
  await untilListening(port, child).catch(async (caught: unknown) => {
    throw new Error(await readFile(join(root, 'error.log'), 'utf8').catch(() => 'no log'), { cause: caught });
  });
  return {
    url: (place) => new URL(`https://localhost:${port}/${place}/OcsPowershell`),
    log: () => readFile(join(root, 'error.log'), 'utf8'),
    async close() {
      const gone = once(child, 'exit');
      // Not `child`: faketime stays before Apache, and would leave it behind.
      process.kill(Number(await readFile(join(root, 'httpd.pid'), 'utf8')), 'SIGTERM');
      await gone;
    },
  };
}

function configuration(root: string, port: number, { realm, behind }: ApacheOptions): string {
  const gss = (place: Place, mechanisms: readonly string[]): string => `
<Location /${place}>
  AuthType GSSAPI
  AuthName "${place}"
  ${mechanisms.includes('krb5') ? `GssapiCredStore keytab:${realm.keytab}` : ''}
  ${mechanisms.map((mechanism) => `GssapiAllowedMech ${mechanism}`).join('\n  ')}
  GssapiConnectionBound On
  Require valid-user
  Header always set X-Remote-User "expr=%{REMOTE_USER}"
</Location>`;
  const served =
    behind === undefined
      ? (place: Place) => `AliasMatch ^/${place}/ ${root}/htdocs/index.html`
      : (place: Place) => `ProxyPass /${place}/ ${new URL('/', behind.url).href}`;
  return `ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${root}/httpd.pid
ErrorLog ${root}/error.log
LogLevel info auth_gssapi:debug
${LOADED.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
DocumentRoot ${root}/htdocs
SSLEngine On
SSLCertificateFile ${root}/cert.pem
SSLCertificateKeyFile ${root}/key.pem
KeepAliveTimeout 60
${
  behind === undefined
    ? ''
    : `SSLProxyEngine On
SSLProxyCACertificateFile ${root}/behind.pem
RequestHeader set Authorization "${behind.authorization}"`
}
${(['krb', 'ntlm', 'both', 'basic'] as const).map(served).join('\n')}
${gss('krb', ['krb5'])}
${gss('ntlm', ['ntlmssp'])}
${gss('both', ['krb5', 'ntlmssp'])}
<Location /basic>
  AuthType Basic
  AuthName "basic"
  AuthUserFile ${root}/basic-users
  Require valid-user
  Header always set X-Remote-User "expr=%{REMOTE_USER}"
</Location>
`;
}
