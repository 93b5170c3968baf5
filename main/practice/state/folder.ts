import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createAccounts, type PracticeAccounts } from './accounts.ts';
import { createAuthority, issueServerCertificate, staysValid, type KeyedCertificate } from './certificates.ts';
import { makePrivateFolder } from '../../single-console/private-folder.ts';
import { readIfThere, removeHalves, writePrivateFile } from './files.ts';

/** What lies in a practice deployment's state folder, beside the cmdlets' own store and the lock. */
export interface PracticeFolder {
  readonly path: string;
  /** PEM file of the authority, for `--ca`. */
  readonly caFile: string;
  /** Where the cmdlets keep their objects. */
  readonly storeFile: string;
  readonly authority: KeyedCertificate;
  readonly server: KeyedCertificate;
  readonly accounts: PracticeAccounts;
  /** The port of the last start, or null before the first. */
  readonly port: number | null;
  /** What the person should know: a file that could not be read and was set aside. */
  readonly notices: readonly string[];
}

const RENEW_DAYS = 30;
const ACCOUNT = z.object({ user: z.string(), password: z.string() });
const SETTINGS = z.object({
  version: z.literal(1),
  port: z.number().int().min(1).max(65535).nullable(),
  accounts: z.object({
    administrator: ACCOUNT,
    viewer: ACCOUNT,
    // Later ones: an earlier build's file lacks them.
    useradmin: ACCOUNT.optional(),
    helpdesk: ACCOUNT.optional(),
    stranger: ACCOUNT,
  }),
});
const KEYED = z.object({ certificatePem: z.string(), privateKeyPem: z.string() });
const CERTIFICATES = z.object({ authority: KEYED, server: KEYED });

type KeptSettings = z.infer<typeof SETTINGS>;
type Settings = Omit<KeptSettings, 'accounts'> & { readonly accounts: PracticeAccounts };
type Certificates = z.infer<typeof CERTIFICATES>;

/**
 * Opens a state folder, and makes whatever is not there yet: authority, server certificate, accounts. A file that
 * cannot be read as what it should be is set aside, never overwritten, and said in `notices`. A server certificate that
 * is about to expire is issued anew by the same authority. Only for who holds the folder's lock. Throws the system's own error where the folder cannot be used.
 */
export async function openPracticeFolder(path: string, now: Date): Promise<PracticeFolder> {
  makePrivateFolder(path);
  removeHalves(path);
  const notices: string[] = [];
  const settings = completed(readChecked(settingsFile(path), SETTINGS, notices));
  const certificates = await currentCertificates(path, now, notices);
  writePrivateFile(settingsFile(path), toText(settings));
  writePrivateFile(certificatesFile(path), toText(certificates));
  writePrivateFile(caFileOf(path), certificates.authority.certificatePem);
  return folderOf(path, settings, certificates, notices);
}

/** Reads the state folder of a practice deployment that another process runs, changing nothing. Null where it has none. */
export function readPracticeFolder(path: string): PracticeFolder | null {
  const settings = SETTINGS.safeParse(parseJson(readIfThere(settingsFile(path)) ?? '')).data;
  const certificates = CERTIFICATES.safeParse(parseJson(readIfThere(certificatesFile(path)) ?? '')).data;
  return settings === undefined || certificates === undefined
    ? null
    : folderOf(path, completed(settings), certificates, []);
}

/** Keeps the port for the next start. */
export function keepPort(folder: PracticeFolder, port: number): void {
  const settings: Settings = { version: 1, port, accounts: folder.accounts };
  writePrivateFile(settingsFile(folder.path), toText(settings));
}

function folderOf(
  path: string,
  settings: Settings,
  certificates: Certificates,
  notices: readonly string[],
): PracticeFolder {
  return {
    path,
    caFile: caFileOf(path),
    storeFile: join(path, 'store.json'),
    authority: certificates.authority,
    server: certificates.server,
    accounts: settings.accounts,
    port: settings.port,
    notices,
  };
}

function completed(kept: KeptSettings | null): Settings {
  return { version: 1, port: kept?.port ?? null, accounts: createAccounts(kept?.accounts) };
}

async function currentCertificates(path: string, now: Date, notices: string[]): Promise<Certificates> {
  const kept = readChecked(certificatesFile(path), CERTIFICATES, notices);
  const authority =
    kept !== null && staysValid(kept.authority.certificatePem, now, RENEW_DAYS)
      ? kept.authority
      : await createAuthority(now);
  const server =
    kept?.authority === authority && staysValid(kept.server.certificatePem, now, RENEW_DAYS)
      ? kept.server
      : await issueServerCertificate(authority, 'ordinary', now);
  return { authority, server };
}

/** Reads a JSON file of ours; null where there is none, or where it was set aside. */
function readChecked<T>(file: string, schema: z.ZodType<T>, notices: string[]): T | null {
  const text = readIfThere(file);
  if (text === null) return null;
  const checked = schema.safeParse(parseJson(text));
  if (checked.success) return checked.data;
  const aside = `${file}.unreadable-${Date.now()}`;
  renameSync(file, aside);
  notices.push(`${file} could not be read and was set aside as ${aside}`);
  return null;
}

/** Undefined for what is not JSON: the schema then refuses it like anything else of the wrong shape. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown; // JSON.parse gives any; the schema looks at it next
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function caFileOf(path: string): string {
  return join(path, 'ca.pem');
}

function settingsFile(path: string): string {
  return join(path, 'practice.json');
}

function certificatesFile(path: string): string {
  return join(path, 'certificates.json');
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
