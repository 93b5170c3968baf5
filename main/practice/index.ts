import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACCOUNT_NAMES } from './state/accounts.ts';
import { attend, othersAttend } from './state/attendance.ts';
import { issueServerCertificate, type CertificateVariant, type KeyedCertificate } from './state/certificates.ts';
import { keepPort, openPracticeFolder, readPracticeFolder, type PracticeFolder } from './state/folder.ts';
import { makePrivateFolder } from '../single-console/private-folder.ts';
import { takeLock, type LockHeld, type PracticeLock } from './state/lock.ts';
import { openRoleBook, type RoleBook } from './state/roles.ts';
import type { PracticeOptions, RunningPractice } from './running.ts';
import type { ScriptedFault } from './wire/faults/fault.ts';
import { FaultScript } from './wire/faults/script.ts';
import { HttpsHost, type TlsVersion } from './wire/host/https-host.ts';
import { openDeployment } from './deployment.ts';
import { createEngine } from './engine/index.ts';
import { createPowerShellPlugin } from './wire/psrp/plugin.ts';
import { createEchoShell } from './wire/test-shell/echo-shell.ts';
import { DEFAULT_QUOTAS } from './wire/wsman/fault.ts';
import { WsmanService } from './wire/wsman/service.ts';

export type { PracticeOptions, RunningPractice } from './running.ts';
export type { PracticeAccount } from './state/accounts.ts';
export { openRoleBook, type RoleBook } from './state/roles.ts';
export { readFaultsFile } from './wire/faults/fault.ts';
export { defaultStateFolder } from './state/files.ts';

/** The application's path on the web server; the resource URI says which shell. */
const PATH = '/OcsPowershell';
const IIS_IDLE_MS = 120_000;
/** How often who attends looks whether the one who runs it is still there. */
const HOLDER_LOOK_MS = 500;

/**
 * Starts a practice deployment on 127.0.0.1, or attends the one that already runs on its state folder (design,
 * "The practice deployment"). Rejects with an Error that says why when the folder, the store or every port fails.
 */
export async function startPractice(options: PracticeOptions = {}): Promise<RunningPractice> {
  const temporary = options.stateFolder === undefined ? mkdtempSync(join(tmpdir(), 'edgewise-practice-')) : null;
  const path = options.stateFolder ?? temporary ?? '';
  makePrivateFolder(path);
  const outcome = await takeLock(path);
  if (outcome.kind === 'held') {
    const without = unheard(options, outcome.port);
    if (without.length > 0) {
      options.log?.(`It already runs on port ${outcome.port}, and stays as it is: ${without.join(', ')} not applied.`);
    }
    return attendRunning(path, outcome, options.log ?? (() => undefined));
  }
  try {
    return await startOwn(await openPracticeFolder(path, new Date()), outcome.lock, options, temporary);
  } catch (error) {
    outcome.lock.release();
    throw error;
  }
}

async function startOwn(
  folder: PracticeFolder,
  lock: PracticeLock,
  options: PracticeOptions,
  temporary: string | null,
): Promise<RunningPractice> {
  const log = options.log ?? (() => undefined);
  folder.notices.forEach(log);
  const faults = new FaultScript(options.faults);
  const roles = openRoleBook(folder.path, log);
  const ended = Promise.withResolvers<'closed' | 'died'>();
  const store = await openDeployment(folder.storeFile, { ...options, log });
  for (const account of ACCOUNT_NAMES) {
    const role = options.roles?.[account];
    if (role !== undefined) roles.give(account, role);
  }
  let url = '';
  const service = new WsmanService({
    plugins: [
      createPowerShellPlugin(
        createEngine({
          store,
          version: store.current().version,
          assignedRoles: (name) => assignedRoles(roles, name),
        }),
      ),
      ...(options.testShell === true ? [createEchoShell()] : []),
    ],
    quotas: { ...DEFAULT_QUOTAS, ...options.quotas },
    faults,
    roles,
    address: () => url,
    onDefect: (error) => log(`defect: ${String(error)}`),
  });
  const host = new HttpsHost({
    path: PATH,
    accounts: folder.accounts,
    roles,
    schemes: options.schemes ?? ['Negotiate', 'NTLM', 'Basic'],
    strict: options.strict ?? false,
    authorityPem: folder.authority.certificatePem,
    certificates: await certificatesFor(folder, options.faults ?? []),
    service,
    faults,
    idleConnectionMs: options.idleConnectionMs ?? IIS_IDLE_MS,
    onDeath: () => void end('died'),
  });

  let ending: Promise<void> | null = null;
  const end = (how: 'closed' | 'died'): Promise<void> => {
    ending ??= (async () => {
      await host.close();
      service.close();
      lock.release();
      if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
      ended.resolve(how);
    })();
    return ending;
  };
  const show = async (certificate: CertificateVariant, tls: TlsVersion = 'current'): Promise<void> => {
    const shown =
      certificate === 'ordinary'
        ? folder.server
        : await issueServerCertificate(folder.authority, certificate, new Date());
    host.show(certificate, shown, tls);
  };

  await show(options.certificate ?? 'ordinary', options.tls);
  const wanted = options.port ?? folder.port ?? 0;
  const port = await host.listen(wanted, options.port !== undefined);
  if (wanted !== 0 && wanted !== port) log(`Port ${wanted} is taken: it listens on ${port} from now on.`);
  keepPort(folder, port);
  lock.announce(port);
  url = urlOf(port);
  return {
    url,
    caPem: folder.authority.certificatePem,
    caFile: folder.caFile,
    accounts: folder.accounts,
    roleOf: (account) => roles.roleOf(account),
    ended: ended.promise,
    own: { faults, roles, show, kill: () => end('died'), othersAttend: () => othersAttend(folder.path) },
    stats: () => ({
      connections: host.stats,
      shells: service.shells.count,
      commands: service.shells.commandCount,
    }),
    close: () => end('closed'),
  };
}

/** The roles of one of the accounts, by its logon name alone; null = there is no such account. */
function assignedRoles(roles: RoleBook, samAccountName: string): readonly string[] | null {
  const account = ACCOUNT_NAMES.find((name) => name === samAccountName.toLowerCase());
  if (account === undefined) return null;
  const role = roles.roleOf(account);
  return role === null ? [] : [role];
}

/** What was asked of a start, by name, that a deployment which already runs does not take any more. */
function unheard(options: PracticeOptions, port: number): readonly string[] {
  const asked = {
    domains: options.domains !== undefined,
    users: options.users !== undefined,
    policies: options.policies !== undefined,
    version: options.version !== undefined,
    mixed: options.mixed !== undefined,
    role: options.roles !== undefined,
    strict: options.strict === true,
    faults: options.faults !== undefined,
    port: options.port !== undefined && options.port !== 0 && options.port !== port,
  };
  return Object.entries(asked).flatMap(([name, is]) => (is ? [name] : []));
}

/** The ordinary certificate, and one for each `tls` fault that shows another. */
async function certificatesFor(
  folder: PracticeFolder,
  faults: readonly ScriptedFault[],
): Promise<ReadonlyMap<CertificateVariant, KeyedCertificate>> {
  const certificates = new Map<CertificateVariant, KeyedCertificate>([['ordinary', folder.server]]);
  for (const fault of faults) {
    const variant = fault.kind === 'tls' ? (fault.certificate ?? 'ordinary') : 'ordinary';
    if (certificates.has(variant)) continue;
    certificates.set(variant, await issueServerCertificate(folder.authority, variant, new Date()));
  }
  return certificates;
}

function attendRunning(path: string, holder: LockHeld, log: (line: string) => void): RunningPractice {
  const folder = readPracticeFolder(path);
  if (folder === null) throw new Error(`${path} is held by a practice deployment, but has none in it`);
  const roles = openRoleBook(path, log);
  const attendance = attend(path);
  const ended = Promise.withResolvers<'closed' | 'died'>();
  const look = setInterval(() => {
    if (!holder.stillHeld()) end('died');
  }, HOLDER_LOOK_MS);
  const end = (how: 'closed' | 'died'): void => {
    clearInterval(look);
    attendance.leave();
    ended.resolve(how);
  };
  return {
    url: urlOf(holder.port),
    caPem: folder.authority.certificatePem,
    caFile: folder.caFile,
    accounts: folder.accounts,
    roleOf: (account) => roles.roleOf(account),
    ended: ended.promise,
    own: null,
    stats: () => ({ connections: [], shells: 0, commands: 0 }),
    close: () => {
      end('closed');
      return Promise.resolve();
    },
  };
}

function urlOf(port: number): string {
  return `https://127.0.0.1:${port}${PATH}`;
}
