import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestIdentity } from '../../../main/transport/testing/certificates.ts';
import { startApacheProcess, type ApacheProcess } from '../apache-process.ts';
import { freePort } from '../listening.ts';
import type { Realm } from './realm.ts';

/** Apache with mod_auth_gssapi and mod_auth_basic over TLS: a sign-in that is not ours, before nothing or a server. */
export interface Apache extends ApacheProcess {
  /** `/krb/`, `/ntlm/`, `/both/` and `/basic/` are signed in to each in its way. */
  url(place: Place): URL;
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

const LOADED = [
  'authn_file',
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
  const apache = await startApacheProcess({
    root,
    port,
    modules: LOADED,
    configuration: configuration(root, options),
    environment: { NTLM_USER_FILE: join(root, 'ntlm-users') },
    time: options.time,
  });
  return { ...apache, url: (place) => new URL(`https://localhost:${port}/${place}/OcsPowershell`) };
}

function configuration(root: string, { realm, behind }: ApacheOptions): string {
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
  return `LogLevel info auth_gssapi:debug
DocumentRoot ${root}/htdocs
SSLEngine On
SSLCertificateFile ${root}/cert.pem
SSLCertificateKeyFile ${root}/key.pem
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
