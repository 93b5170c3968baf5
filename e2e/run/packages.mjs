import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What the tests need of Debian, and for what. */
export const PACKAGES = [
  { name: 'chromium-headless-shell', why: 'end-to-end tests' },
  { name: 'fonts-noto-cjk', why: 'Korean in pictures' },
  { name: 'curl', why: 'an NTLM client that is not ours' },
  { name: 'gss-ntlmssp', why: 'an NTLM acceptor that is not ours' },
  { name: 'python3-gssapi', why: 'drives gss-ntlmssp' },
  { name: 'python3-cryptography', why: 'certificates for the Python peers' },
  { name: 'python3-requests-ntlm', why: 'an NTLM client that is not ours' },
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

/** Not Debian's Chromium where another one is named: Ubuntu has no such package, and apt-get then installs none at all. */
function wanted() {
  const other = (process.env.EDGEWISE_CHROMIUM ?? '') !== '';
  return PACKAGES.filter(({ name }) => name !== 'chromium-headless-shell' || !other);
}

function isInstalled(name) {
  const query = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' });
  return query.status === 0 && query.stdout === 'installed';
}
