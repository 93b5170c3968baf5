import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDeploymentSession, type DeploymentSession } from '../../main/console/deployment-session.ts';
import type { DeploymentSource } from '../../main/console/source.ts';
import { runCmdlet } from '../../main/cs/run-cmdlet.ts';
import { startPractice, type RunningPractice } from '../../main/practice/index.ts';
import { readPracticeFolder } from '../../main/practice/state/folder.ts';
import { openSession, type RemoteSession, type SessionLimits, type SessionTarget } from '../../main/session/index.ts';
import { POWERSHELL_RESOURCE_URI } from '../../main/wsman/index.ts';
import { startFaultProxy, type Behind, type FaultProxy } from './fault-proxy.ts';
import type { Strike } from './tally.ts';

/** A practice server, and what a test knows of it. */
export interface Ground {
  readonly practice: RunningPractice;
  readonly behind: Behind;
  /** A client with nothing in its way. */
  readonly witness: RemoteSession;
  close(): Promise<void>;
}

/** What there can be more of than one envelope holds. */
export type Large = 'cmdlets' | 'domains';

/** Allowed domains of a short list, and of one that no envelope holds: of few large rows, which take little time. */
const DOMAINS = { short: 3, large: 20 };
const COMMENT = { short: '연합 ABC', large: '연합 ABC '.repeat(2_000) };
const SHELLS = 10_000;

export async function startGround(large: Large | undefined): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-faults-'));
  // Shells whose Delete was lost stay until they are idle for long, and all cells are one user.
  const quotas = { MaxShellsPerUser: SHELLS, MaxShells: SHELLS, MaxConcurrentOperationsPerUser: SHELLS };
  const practice = await startPractice({ stateFolder: folder, quotas });
  const server = readPracticeFolder(folder)?.server;
  if (server === undefined) throw new Error('the practice server has no certificate');
  const behind = { url: practice.url, ...server };
  const witness = await openSession(targetOf(practice.accounts, behind, practice.url));
  await addDomains(witness, large === 'domains' ? 'large' : 'short');
  return {
    practice,
    behind,
    witness,
    close: async () => {
      await witness.close();
      await practice.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function addDomains(session: RemoteSession, list: keyof typeof DOMAINS): Promise<void> {
  for (let number = 0; number < DOMAINS[list]; number++) {
    await runCmdlet(session, 'New-CsAllowedDomain', [
      { name: 'Identity', value: `partner-${number}.example` },
      { name: 'Comment', value: COMMENT[list] },
    ]);
  }
}

function targetOf(
  accounts: RunningPractice['accounts'],
  behind: Behind,
  url: string,
  connectTimeoutMs?: number,
): SessionTarget {
  return {
    endpoint: {
      url: new URL(url),
      // A pin loads no authorities, which for every cell anew would take longer than the cell.
      trust: { kind: 'pin', sha256: new X509Certificate(behind.certificatePem).fingerprint256.replaceAll(':', '') },
      signIn: { scheme: 'negotiate', ...accounts.administrator },
      ...(connectTimeoutMs === undefined ? {} : { connectTimeoutMs }),
    },
    resourceUri: POWERSHELL_RESOURCE_URI,
  };
}

/** One client before one proxy. */
export interface Stand {
  readonly proxy: FaultProxy;
  readonly source: DeploymentSource;
  readonly session: DeploymentSession;
  close(): Promise<void>;
}

const DEPLOYMENT = 'practice';
/** Which cmdlets an opening asks about: all there are would be most of a cell's work. */
const CMDLETS = { short: ['*-Cs*Domain'], large: ['*-Cs*'] };

export interface StandOptions {
  readonly strike?: Strike;
  /** For sessions opened before the strike: those after it have the usual ones, for nothing stands in their way. */
  readonly limits?: Partial<SessionLimits>;
  /** Sessions opened before the strike ask about all cmdlets, where it is these. */
  readonly large?: Large | undefined;
}

/** A client whose way to the server leads through a proxy that strikes once. */
export async function takeStand(ground: Ground, options: StandOptions = {}): Promise<Stand> {
  const { strike = null, limits = {}, large } = options;
  const { practice, behind } = ground;
  const { user } = practice.accounts.administrator;
  const proxy = await startFaultProxy(behind, strike);
  const source: DeploymentSource = {
    id: DEPLOYMENT,
    summary: () => ({
      id: DEPLOYMENT,
      name: 'Practice',
      kind: 'server',
      url: proxy.url,
      user,
      group: '',
      colour: 'teal',
      scheme: 'negotiate',
      trust: 'ca',
      connection: '',
      passwordState: 'stored',
      production: false,
      readOnly: false,
    }),
    connect: async (signal) => {
      const lifted = proxy.struck;
      const target = targetOf(practice.accounts, behind, proxy.url, lifted ? undefined : limits.operationMs);
      const session = await openSession(target, { signal, limits: lifted ? {} : limits });
      const patterns = CMDLETS[large === 'cmdlets' && !lifted ? 'large' : 'short'];
      const commandMetadata: typeof session.commandMetadata = (_, options) =>
        session.commandMetadata(patterns, options);
      return { session: { ...session, commandMetadata }, url: proxy.url, user };
    },
    close: () => Promise.resolve(),
  };
  const session = createDeploymentSession(
    source,
    () => undefined,
    () => undefined,
  );
  return {
    proxy,
    source,
    session,
    close: async () => {
      await session.close();
      await proxy.close();
    },
  };
}
