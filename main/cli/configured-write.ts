import { join } from 'node:path';
import type { Language } from '../../shared/i18n/index.ts';
import { targetOf } from '../deployments/record.ts';
import { journalDirectly } from '../journal/direct.ts';
import { createJournal } from '../journal/journal.ts';
import { keychainVault } from '../journal/keychain-vault.ts';
import type { DeploymentRecord } from '../settings/schema.ts';
import { joinConsole } from '../single-console/join.ts';
import type { WrittenCommand } from './command-text/parse.ts';
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
  /** Asked only where no console runs: one that runs signs in with what it keeps. */
  readonly password: () => Promise<string>;
}

/**
 * Writes through the console that runs on these settings, in the deployment's queue of writers; where none runs, takes
 * its place for as long as the write takes. Either way it is a direct entry of the journal. Gives whether the pipeline
 * ended without an error record. Throws what joinConsole, signing in and running throw.
 */
export async function writeConfigured(write: ConfiguredWrite, printer: Printer): Promise<boolean> {
  const { settings, record, commands, json, language, confirmName, signal } = write;
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
    const target = targetOf(record, await write.password());
    const { id, name, url, user } = record;
    return await journalDirectly(journal, { deployment: { id, name }, url, user }, (onSending) =>
      invoke(target, { commands, json, language, signal, onSending }, printer),
    );
  } finally {
    await journal.close();
    await joined.place.leave();
  }
}
