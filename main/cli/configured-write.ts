import { join } from 'node:path';
import type { Language } from '../../shared/i18n/index.ts';
import { namedUser } from '../auth/index.ts';
import { networkSecrets, type FindSecret } from '../deployments/network-secrets.ts';
import { targetOf } from '../deployments/record.ts';
import { journalDirectly, type OnSending } from '../journal/direct.ts';
import { createJournal } from '../journal/journal.ts';
import { keychainVault } from '../journal/keychain-vault.ts';
import type { SessionTarget } from '../session/index.ts';
import type { DeploymentRecord } from '../settings/schema.ts';
import { joinConsole } from '../single-console/join.ts';
import type { WrittenCommand } from './command-text/parse.ts';
import type { Screen } from './host/screen.ts';
import { invoke, type Printer } from './invoke.ts';

/** A pipeline that writes to a configured deployment; its marks have been asked already. */
export interface ConfiguredWrite {
  /** Absolute: the settings folder. */
  readonly settings: string;
  readonly record: DeploymentRecord;
  readonly commands: readonly WrittenCommand[];
  readonly json: boolean;
  readonly language: Language;
  readonly confirmName: string | null;
  readonly signal: AbortSignal;
  /** Whoever may be asked where no console runs; a console asks nobody. */
  readonly screen: Screen;
  /** Asked only where no console runs: one that runs signs in with what it keeps. */
  readonly password: () => Promise<string>;
  /** Gives a target what this program can sign in with. */
  readonly signing: (target: SessionTarget) => SessionTarget;
  /** What the network needs, asked after the password. */
  readonly find: FindSecret;
}

/** A pipeline that writes to an address that is given as a URL. */
export interface AddressWrite {
  /** Absolute: the settings folder, whose journal has it. */
  readonly settings: string;
  /** The configured deployment of that address, if there is one. */
  readonly record: DeploymentRecord | null;
  readonly target: SessionTarget;
  readonly run: (onSending: OnSending) => Promise<boolean>;
}

/**
 * Writes as a direct entry of the journal, under the deployment of that address, else under its host. It signs in by
 * itself, so it is in no console's queue. Gives whether the pipeline ended without an error record. Throws what `run`
 * throws, and workstation.journal-unwritable: then nothing was sent.
 */
export async function writeByAddress({ settings, record, target, run }: AddressWrite): Promise<boolean> {
  const { url, signIn } = target.endpoint;
  const folder = join(settings, 'journal');
  const journal = createJournal({ folder, vault: keychainVault(folder), clock: Date.now });
  const deployment = { id: record?.id ?? '', name: record?.name ?? url.host };
  try {
    return await journalDirectly(journal, { deployment, url: url.href, user: namedUser(signIn.user) }, run);
  } finally {
    await journal.close();
  }
}

/**
 * Writes through the console that runs on these settings, in the deployment's queue of writers; where none runs, takes
 * its place for as long as the write takes. Either way it is a direct entry of the journal. Gives whether the pipeline
 * ended without an error record. Throws what joinConsole, signing in and running throw.
 */
export async function writeConfigured(write: ConfiguredWrite, printer: Printer): Promise<boolean> {
  const { settings, record, commands, json, language, confirmName, signal, screen } = write;
  const joined = await joinConsole({
    settings,
    ask: { kind: 'write', deployment: record.id, commands, json, language, confirmName },
    signal,
    onFrame: (frame) => {
      if (frame.kind === 'out' || frame.kind === 'err') printer[frame.kind](frame.text);
    },
  });
  if (joined.kind === 'answered') return joined.frame.kind === 'done' && joined.frame.clean;
  const folder = join(settings, 'journal');
  const journal = createJournal({ folder, vault: keychainVault(folder), clock: Date.now });
  try {
    const password = await write.password();
    const secrets = await networkSecrets(record.network, write.find);
    const target = write.signing(targetOf(record, password, secrets));
    const { id, name, url } = record;
    const user = namedUser(record.user);
    return await journalDirectly(journal, { deployment: { id, name }, url, user }, (onSending) =>
      invoke(target, { commands, json, language, signal, screen, onSending }, printer),
    );
  } finally {
    await journal.close();
    await joined.place.leave();
  }
}
