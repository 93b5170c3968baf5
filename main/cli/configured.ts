import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { failure, Failure, type EdgewiseError } from '../../shared/errors.ts';
import { defaultSettingsFolder } from '../browser/options.ts';
import { requireMarksAllow, requireWritable } from '../console/marks.ts';
import { readPassword } from '../credentials/keychain.ts';
import { bindingOf, needsPassword, sameName, summaryOf } from '../deployments/record.ts';
import type { DeploymentRecord } from '../settings/schema.ts';
import { missing, together } from './option-failures.ts';
import type { GivenOptions, OptionShape } from './options.ts';
import { newSecret, type PasswordQuestion } from './password.ts';

/** The options that speak of a deployment configured in the console. */
export const CONFIGURED_OPTIONS = {
  deployment: 'text',
  settings: 'text',
  confirm: 'text',
} as const satisfies OptionShape;

/** What a configured deployment brings itself. */
const BROUGHT = [
  'url',
  'auth',
  'user',
  'ca',
  'pin',
  'spn',
  'resource-uri',
  'as',
  'proxy',
  'proxy-auth',
  'proxy-user',
  'client-certificate',
];
const BROUGHT_FLAGS = ['practice', 'keychain', 'no-channel-binding', 'old-tls', 'allow-redirection'];

/** The settings folder that is asked for, or the system's place for it. Absolute. */
export function settingsFolder({ texts }: GivenOptions, environment: NodeJS.ProcessEnv): string {
  return resolve(texts.get('settings') ?? defaultSettingsFolder({ platform: process.platform, environment }));
}

/**
 * The configured deployment whose address is given as a URL, whoever signs in there; of several the one with the
 * strictest marks, for what it refuses the others cannot allow. Null where none is. Throws as readConfigured for
 * settings that cannot be read.
 */
export async function readByAddress(
  given: GivenOptions,
  environment: NodeJS.ProcessEnv,
): Promise<DeploymentRecord | null> {
  const url = URL.parse(given.texts.get('url') ?? '');
  const folder = settingsFolder(given, environment);
  if (url === null || !existsSync(join(folder, 'settings.json'))) return null;
  const { readSettings } = await import('../settings/read-settings.ts');
  const same = readSettings(folder).deployments.filter((each) => new URL(each.url).origin === url.origin);
  const [strictest] = same.toSorted(
    (a, b) => Number(b.readOnly) - Number(a.readOnly) || Number(b.production) - Number(a.production),
  );
  return strictest ?? null;
}

/**
 * The configured deployment that is asked for by name, or null when none is; `allowed` are options of what it brings
 * itself that may be given beside it. Throws input.options-exclusive for
 * options beside it, input.option-missing, input.deployment-unconfigured, workstation.file-unreadable and workstation.settings-newer.
 */
export async function readConfigured(
  given: GivenOptions,
  environment: NodeJS.ProcessEnv,
  allowed: readonly string[] = [],
): Promise<DeploymentRecord | null> {
  const { texts, flags } = given;
  const name = texts.get('deployment');
  if (name === undefined) {
    const surplus = ['settings', 'confirm'].find((each) => texts.has(each));
    if (surplus !== undefined && !texts.has('url')) throw missing('--deployment');
    return null;
  }
  const beside =
    BROUGHT.find((each) => texts.has(each) && !allowed.includes(each)) ?? BROUGHT_FLAGS.find((each) => flags.has(each));
  if (beside !== undefined) throw together('--deployment', `--${beside}`);
  const folder = settingsFolder(given, environment);
  if (!existsSync(join(folder, 'settings.json'))) throw unconfigured(name, folder, []);
  // Not before it is needed: electron-store is a third of the program.
  const { readSettings } = await import('../settings/read-settings.ts');
  const { deployments } = readSettings(folder);
  const record = deployments.find((each) => sameName(each.name, name));
  if (record === undefined) throw unconfigured(name, folder, deployments);
  return record;
}

function unconfigured(deployment: string, folder: string, known: readonly DeploymentRecord[]): Failure {
  const names = known.map(({ name }) => name).join(', ');
  return failure('input.deployment-unconfigured', { deployment, folder, names, count: known.length });
}

/**
 * What the marks of a deployment ask of a command that writes; `typed` is what `--confirm` says. True when it has been
 * confirmed by name. Throws permission.read-only and plan.name-not-typed.
 */
export function confirmedByName(record: DeploymentRecord, typed: string | undefined): boolean {
  const deployment = { summary: () => summaryOf(record, 'unknown') };
  requireWritable(deployment);
  // A name that is typed is meant, whether it had to be or not.
  if (typed !== undefined && typed !== record.name) throw failure('plan.name-not-typed', { name: record.name });
  requireMarksAllow(deployment, typed ?? null);
  return typed !== undefined;
}

/**
 * The password of a configured deployment: the keychain's, else from standard input or the terminal; empty for whoever signs in
 * without one. `onNotice` hears of
 * a keychain that does not answer. Throws input.password-missing.
 */
export async function passwordOf(
  record: DeploymentRecord,
  asking: PasswordQuestion,
  onNotice: (notice: EdgewiseError) => void,
): Promise<string> {
  if (!needsPassword(record)) return '';
  const binding = bindingOf(record);
  try {
    const stored = await readPassword(binding);
    if (stored !== null) return stored;
  } catch (caught) {
    if (!(caught instanceof Failure) || caught.error.code !== 'workstation.keychain-unavailable') throw caught;
    onNotice(caught.error);
  }
  return await newSecret(binding, asking);
}
