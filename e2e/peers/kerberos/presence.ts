import { createRequire } from 'node:module';
import { missingProgram } from '../missing.ts';

/** MIT's KDC, its tools and the two clients. */
const PROGRAMS = [
  ['/usr/sbin/krb5kdc', 'krb5-kdc'],
  ['/usr/sbin/kadmin.local', 'krb5-admin-server'],
  ['/usr/bin/kinit', 'krb5-user'],
  ['/usr/sbin/apache2', 'apache2'],
  ['/usr/lib/apache2/modules/mod_auth_gssapi.so', 'libapache2-mod-auth-gssapi'],
  ['/usr/bin/faketime', 'faketime'],
  ['/usr/bin/curl', 'curl'],
] as const;

/** What is missing for a realm of our own with a web server in it, and for our client; null when nothing is. */
export function missingKerberos(): string | null {
  for (const [path, name] of PROGRAMS) {
    const missing = missingProgram(path, name);
    if (missing !== null) return missing;
  }
  return missingPackage();
}

/** The npm package, with its compiled part. */
function missingPackage(): string | null {
  try {
    createRequire(import.meta.url)('kerberos');
    return null;
  } catch {
    return 'the npm package kerberos is not built (Debian: libkrb5-dev, then npm install --no-save kerberos)';
  }
}
