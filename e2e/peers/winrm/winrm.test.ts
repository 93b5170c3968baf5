import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { startPractice, type PracticeOptions, type RunningPractice } from '../../../main/practice/index.ts';
import { DEBIAN_PYTHON, missingPython, peerIsHere } from '../missing.ts';
import { run } from '../ntlm/peer-process.ts';

const SCRIPT = fileURLToPath(new URL('winrm_client.py', import.meta.url));
const missing = missingPython('import cryptography, winrm.protocol', 'python3-winrm, python3-cryptography');

type Transport = 'basic' | 'ntlm';

let practice: RunningPractice;

afterEach(() => practice.close());

async function start(options: PracticeOptions): Promise<void> {
  practice = await startPractice(options);
}

/** Runs the client to its end as the administrator, or with another password. */
async function winrm(transport: Transport, what: 'refused' | 'verbs', password?: string): Promise<unknown> {
  const { administrator } = practice.accounts;
  const asked = {
    url: practice.url,
    ca: practice.caFile,
    user: administrator.user,
    password: password ?? administrator.password,
    transport,
    run: what,
  };
  return JSON.parse(await run(DEBIAN_PYTHON, [SCRIPT], JSON.stringify(asked)));
}

describe
  .skipIf(!peerIsHere('python3-winrm against the practice deployment', missing))
  .each<Transport>(['basic', 'ntlm'])('python3-winrm by %s', (transport) => {
  test('is refused the cmd resource URI by its name, as at a real endpoint', async () => {
    await start({});
    const { fault } = (await winrm(transport, 'refused')) as { readonly fault: string };
    expect(fault).toContain("'wsmanfault_code': '2150858811'");
    expect(fault).toContain("'fault_subcode': 'a:DestinationUnreachable'");
    expect(fault).toContain('http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd');
  });

  test('with a wrong password is refused before WS-Management', async () => {
    await start({});
    expect(await winrm(transport, 'refused', 'wrong')).toHaveProperty('credentials');
    expect(practice.stats().connections.every(({ signIns }) => signIns === 0)).toBe(true);
  });

  test('opens the test shell, runs commands, waits, sends input, cleans up and closes', async () => {
    await start({ testShell: true });
    const seen = await winrm(transport, 'verbs');
    expect(seen).toMatchObject({
      echo: ['one two\r\n', '', 0],
      fail: ['', 'three\r\n', 1],
      waiting: 'timed out',
      cat: ['in and out', 0],
    });
    expect(seen).toHaveProperty('closed', expect.stringContaining("'wsmanfault_code': '2150858843'"));
    expect(practice.stats()).toMatchObject({ shells: 0, commands: 0 });
  });
});
