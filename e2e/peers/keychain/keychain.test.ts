import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPractice } from '../../../main/practice/index.ts';
import type { RunningPractice } from '../../../main/practice/index.ts';
import { createAuthority } from '../../../main/transport/testing/certificates.ts';
import { startConnectProxy } from '../../../main/transport/testing/connect-proxy.ts';
import { missingProgram, peerIsHere } from '../missing.ts';

const ENTRY = fileURLToPath(new URL('../../../main/cli/entry.ts', import.meta.url));
const HERE = peerIsHere(
  'gnome-keyring',
  missingProgram('/usr/bin/dbus-run-session', 'dbus') ??
    missingProgram('/usr/bin/gnome-keyring-daemon', 'gnome-keyring'),
);

/** A session bus of its own with an unlocked keyring; the entries stay in `home` between sessions. */
const UNLOCKED = 'printf "pw\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';

let practice: RunningPractice;
let home: string;

beforeAll(async () => {
  practice = await startPractice();
  home = mkdtempSync(join(tmpdir(), 'edgewise-keyring-'));
});

afterAll(async () => {
  await practice.close();
  rmSync(home, { recursive: true, force: true });
});

async function run(
  command: readonly string[],
  input: string,
): Promise<{ status: number | null; out: string; err: string }> {
  const [program = '', ...args] = command;
  const env = { PATH: process.env['PATH'] ?? '', HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home, LANG: 'C' };
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.end(input);
  await once(child, 'close');
  return { status: child.exitCode, out, err };
}

async function withKeyring(args: readonly string[], input = '') {
  return await run(['dbus-run-session', '--', 'sh', '-c', UNLOCKED, 'sh', process.execPath, ENTRY, ...args], input);
}

function binding(auth = 'basic', user = practice.accounts.administrator.user, trust = ['--ca', practice.caFile]) {
  return ['--url', practice.url, '--auth', auth, '--user', user, ...trust];
}

describe.skipIf(!HERE)('a password in the keychain (gnome-keyring through keytar)', () => {
  it('is stored, said to be there, used to sign in, and forgotten; it is never shown', async () => {
    const { password } = practice.accounts.administrator;
    expect(await withKeyring(['password', 'has', ...binding()])).toMatchObject({ status: 1 });
    const stored = await withKeyring(['password', 'set', ...binding()], `${password}\n`);
    expect(stored).toMatchObject({ status: 0 });
    const has = await withKeyring(['password', 'has', ...binding()]);
    expect(has.status).toBe(0);
    const rest = ['--keychain', '--json', 'Get-CsSipDomain'];
    const invoked = await withKeyring(['invoke', ...binding(), ...rest]);
    expect(invoked).toMatchObject({ status: 0 });
    expect(invoked.out).toContain('contoso.com');
    expect(`${stored.out}${stored.err}${has.out}${has.err}${invoked.out}${invoked.err}`).not.toContain(password);
    expect(await withKeyring(['password', 'forget', ...binding()])).toMatchObject({ status: 0 });
    expect(await withKeyring(['invoke', ...binding(), ...rest])).toMatchObject({ status: 2, out: '' });
  });

  it('is bound to sign-in, user and trust: changing any of them finds nothing', async () => {
    await withKeyring(['password', 'set', ...binding()], 'secret\n');
    expect(await withKeyring(['password', 'has', ...binding('ntlm')])).toMatchObject({ status: 1 });
    expect(await withKeyring(['password', 'has', ...binding('basic', 'someone')])).toMatchObject({ status: 1 });
    for (const trust of [[], ['--pin', 'ab'.repeat(32)]]) {
      expect(await withKeyring(['password', 'has', ...binding('basic', undefined, trust)])).toMatchObject({
        status: 1,
      });
    }
  });

  it('of a proxy and a passphrase are kept likewise, and used on the way; neither is shown', async () => {
    const { password } = practice.accounts.administrator;
    const secrets = ['Pröxy ✓', 'pfx ✓'];
    const pfx = join(home, 'ana.pfx');
    const made = ['pkcs12', '-export', '-in', join(home, 'leaf.pem'), '-passout', `pass:${secrets[1]}`, '-out', pfx];
    const { certPem, keyPem } = await (await createAuthority()).issue();
    writeFileSync(join(home, 'leaf.pem'), `${certPem}\n${keyPem}`);
    execFileSync('openssl', made);
    const tunnel = await startConnectProxy({ schemes: ['Basic'] });
    const proxy = [
      '--proxy',
      `127.0.0.1:${tunnel.port}`,
      '--proxy-auth',
      'basic',
      '--proxy-user',
      'CONTOSO\\proxyuser',
    ];
    const certificate = ['--client-certificate', pfx];
    const rest = ['--keychain', '--json', 'Get-CsSipDomain'];
    const said: string[] = [];
    const edgewise = async (words: readonly string[], input = ''): Promise<number | null> => {
      const { status, out, err } = await withKeyring(words, input);
      said.push(out, err);
      return status;
    };
    try {
      await edgewise(['password', 'set', ...binding()], `${password}\n`);
      expect(await edgewise(['invoke', ...binding(), ...proxy, ...certificate, ...rest])).toBe(2);
      for (const [index, of] of [
        ['--secret', 'proxy', ...proxy],
        ['--secret', 'client-certificate', ...certificate],
      ].entries()) {
        expect(await edgewise(['password', 'has', ...of])).toBe(1);
        expect(await edgewise(['password', 'set', ...of], `${secrets[index] ?? ''}\n`)).toBe(0);
        expect(await edgewise(['password', 'has', ...of])).toBe(0);
      }
      expect(await edgewise(['invoke', ...binding(), ...proxy, ...certificate, ...rest])).toBe(0);
      expect(said.join('')).toContain('contoso.com');
      expect(tunnel.asked.length).toBeGreaterThan(0);
      for (const secret of secrets) expect(said.join('')).not.toContain(secret);
      expect(await edgewise(['password', 'forget', '--secret', 'proxy', ...proxy])).toBe(0);
      expect(await edgewise(['password', 'has', '--secret', 'proxy', ...proxy])).toBe(1);
    } finally {
      await tunnel.close();
    }
  });

  it('says so when no keychain answers, and does not hang', async () => {
    const { status, err } = await run([process.execPath, ENTRY, 'password', 'has', ...binding()], '');
    expect(status).toBe(3);
    expect(err).toContain('keychain');
  });
});
