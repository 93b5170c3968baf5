import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPractice, type RunningPractice } from '../practice/index.ts';
import { openSession, type RemoteSession } from '../session/index.ts';
import { codeOf } from '../session/fake-server.fixture.ts';
import { createLeftShells } from './left-shells.ts';

let practice: RunningPractice;
let folder: string;
const sessions: RemoteSession[] = [];

beforeAll(async () => {
  practice = await startPractice({ quotas: { MaxShellsPerUser: 1 } });
});
afterAll(async () => {
  await practice.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-shells-'));
});
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a session as a console on that folder does that has just been started. */
async function openAsNewConsole(clock = Date.now): Promise<RemoteSession> {
  const url = new URL(practice.url);
  const { user, password } = practice.accounts.administrator;
  const session = await openSession(
    {
      endpoint: { url, trust: { kind: 'ca', pem: practice.caPem }, signIn: { scheme: 'ntlm', user, password } },
      resourceUri: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
    },
    { ledger: createLeftShells(folder, clock).ledgerFor(url, user), limits: { quotaPausesMs: [] } },
  );
  sessions.push(session);
  return session;
}

describe('a shell that a crash left open', () => {
  it('is deleted where a quota refuses another, and the other is opened at once', async () => {
    await openAsNewConsole();
    const second = await openAsNewConsole();
    expect(practice.stats().shells).toBe(1);
    await second.close();
    expect(practice.stats().shells).toBe(0);
  });

  it('is not looked for after a day, and one of another account never', async () => {
    await openAsNewConsole();
    expect(await codeOf(openAsNewConsole(() => Date.now() + 25 * 3_600_000))).toBe('ws-management.quota');
    const shells = createLeftShells(folder, Date.now);
    expect(shells.ledgerFor(new URL(practice.url), practice.accounts.administrator.user).left()).toHaveLength(1);
    expect(shells.ledgerFor(new URL(practice.url), 'CONTOSO\\somebody').left()).toEqual([]);
    expect(shells.ledgerFor(new URL('https://other.example'), practice.accounts.administrator.user).left()).toEqual([]);
  });

  it('is forgotten once it was closed', async () => {
    await (await openAsNewConsole()).close();
    expect(JSON.parse(readFileSync(join(folder, 'shells.json'), 'utf8'))).toEqual({ version: 1, shells: [] });
  });

  it.each(['{', '[]', '{"version":2,"shells":[]}'])(
    'of a file that holds %s is unknown, and opening goes on',
    async (text) => {
      writeFileSync(join(folder, 'shells.json'), text);
      await openAsNewConsole();
      expect(practice.stats().shells).toBe(1);
    },
  );
});
