import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestStep } from '../../shared/contract/deployments.ts';
import { TEST_STEPS } from '../../shared/models/connection-test.ts';
import { startPractice, type RunningPractice } from '../practice/index.ts';
import { endingAfterEach } from '../transport/testing/bench.ts';
import { createAuthority } from '../transport/testing/certificates.ts';
import { startConnectProxy } from '../transport/testing/connect-proxy.ts';
import { httpReply, startRawTlsServer } from '../transport/testing/raw-server.ts';
import { endOf, invokeOn, startProgram } from './program.fixture.ts';

vi.setConfig({ testTimeout: 60_000 });
const { keep } = endingAfterEach();
const PROXY_PASSWORD = 'Pröxy ✓';

let practice: RunningPractice;
let folder: string;
beforeAll(async () => {
  practice = await startPractice();
  folder = mkdtempSync(join(tmpdir(), 'edgewise-doctor-'));
});
afterAll(async () => {
  await practice.close();
  rmSync(folder, { recursive: true });
});

/** The steps of `doctor` on the practice server, with these options beside and these secrets on standard input. */
async function stepsWith(options: readonly string[], secrets: readonly string[] = []): Promise<readonly TestStep[]> {
  const [, ...connection] = invokeOn(practice, 'ntlm');
  return await stepsOf([...connection, ...options], [practice.accounts.administrator.password, ...secrets]);
}

async function stepsOf(options: readonly string[], secrets: readonly string[]): Promise<readonly TestStep[]> {
  const child = startProgram(['doctor', '--json', ...options]);
  child.stdin.end(secrets.map((secret) => `${secret}\n`).join(''));
  const { out, err } = await endOf(child);
  expect(err).toBe('');
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as TestStep);
}

function allPassed(steps: readonly TestStep[]): void {
  expect(steps.map(({ step, state }) => [step, state])).toEqual(TEST_STEPS.map((step) => [step, 'ok']));
}

describe('edgewise doctor takes the options of a connection', () => {
  it('--proxy', async () => {
    const proxy = keep(await startConnectProxy());
    allPassed(await stepsWith(['--proxy', `127.0.0.1:${proxy.port}`]));
    expect(proxy.asked.map(({ path }) => path)).toContain(new URL(practice.url).host);
  });

  it('--proxy-auth and --proxy-user, with the proxy’s password in the second line', async () => {
    const proxy = keep(await startConnectProxy({ schemes: ['Basic'] }));
    const options = ['--proxy', `127.0.0.1:${proxy.port}`, '--proxy-auth', 'basic', '--proxy-user', 'proxyuser'];
    allPassed(await stepsWith(options, [PROXY_PASSWORD]));
    const refused = await stepsWith(options, ['not-the-password']);
    expect(refused[1]).toMatchObject({ step: 'tcp', error: { code: 'network.proxy-sign-in' } });
  });

  it('--client-certificate', async () => {
    const path = join(folder, 'absent.pfx');
    const steps = await stepsWith(['--client-certificate', path]);
    expect(steps.find(({ state }) => state === 'failed')?.error).toMatchObject({
      code: 'input.client-certificate-unreadable',
      values: { path },
    });
  });

  it('--old-tls', async () => {
    await practice.own?.show('ordinary', 'TLSv1.1');
    const without = await stepsWith([]);
    const allowed = await stepsWith(['--old-tls']);
    await practice.own?.show('ordinary');
    expect(without[2]).toMatchObject({ step: 'tls', error: { code: 'tls.too-old' } });
    allPassed(allowed);
  });

  it('--allow-redirection', async () => {
    const authority = await createAuthority();
    const moved = httpReply('302 Found', [`Location: ${practice.url}`]);
    const server = keep(await startRawTlsServer(await authority.issue(), (socket) => socket.write(moved)));
    const ca = join(folder, 'both.pem');
    writeFileSync(ca, `${practice.caPem}\n${authority.certPem}`);
    const { user, password } = practice.accounts.administrator;
    const options = ['--url', server.url.href, '--auth', 'ntlm', '--user', user, '--ca', ca];
    const refused = await stepsOf(options, [password]);
    expect(refused[3]).toMatchObject({ step: 'offers', error: { code: 'ws-management.redirected' } });
    allPassed(await stepsOf([...options, '--allow-redirection'], [password]));
  });

  it('--practice and --as', async () => {
    allPassed(await stepsOf(['--practice'], []));
    const viewer = await stepsOf(['--practice', '--as', 'viewer'], []);
    expect(viewer.find(({ step }) => step === 'roles')?.facts).toMatchObject({ may: 'read' });
  });
});
