import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingsNotice } from '../../shared/contract/deployments.ts';
import { failure } from '../../shared/errors.ts';
import { withBriefLock } from '../single-console/brief-lock.ts';
import { migrate } from './migrations.ts';
import { EMPTY_SETTINGS, settingsSchema, type Settings } from './schema.ts';
import { openSettingsFile } from './store.ts';

/** What is kept on this workstation, as the console uses it. */
export interface SettingsStore {
  /** As last read or written. */
  current(): Settings;
  /** Reads the file again: another process may have written. Never throws: what it finds wrong is a notice. */
  refresh(): void;
  /**
   * Changes them: `work` gets them as they are on the disk now and gives the new ones. One change at a time, over all
   * processes. Throws what `work` throws, workstation.settings-unwritable and workstation.settings-newer; then nothing
   * is changed.
   */
  change(work: (settings: Settings) => Settings): Promise<Settings>;
  /** What befell the file, oldest first. */
  notices(): readonly SettingsNotice[];
  /** Hears each further notice, until the returned function is called. */
  listen(listener: (notice: SettingsNotice) => void): () => void;
}

export interface SettingsOptions {
  /** Absolute. Made when it is not there. */
  readonly folder: string;
  readonly clock: () => number;
}

/** Opens the settings of a folder. A file that cannot be understood is set aside and said. Never throws. */
export function openSettings({ folder, clock }: SettingsOptions): SettingsStore {
  const path = join(folder, 'settings.json');
  const listeners = new Set<(notice: SettingsNotice) => void>();
  const notices: SettingsNotice[] = [];
  let current = EMPTY_SETTINGS;
  let newer = false;

  function tell(notice: SettingsNotice): void {
    if (notices.some((each) => JSON.stringify(each) === JSON.stringify(notice))) return;
    notices.push(notice);
    for (const listener of listeners) listener(notice);
  }

  function setAside(reason: string): void {
    const aside = join(folder, `settings.corrupt-${new Date(clock()).toISOString().replaceAll(':', '-')}.json`);
    try {
      renameSync(path, aside);
      tell({ kind: 'set-aside', file: aside, reason });
    } catch (caught) {
      tell({ kind: 'unreadable', file: path, reason: `${reason}; ${reasonOf(caught)}` });
    }
  }

  function load(): void {
    let stored: unknown;
    try {
      stored = openSettingsFile(folder).read();
    } catch (caught) {
      if (caught instanceof Error && caught.name === 'SyntaxError') setAside(caught.message);
      else tell({ kind: 'unreadable', file: path, reason: reasonOf(caught) });
      return;
    }
    if (stored === null) return;
    const read = migrate(stored);
    newer = read.kind === 'newer';
    if (read.kind === 'settings') current = read.settings;
    else if (read.kind === 'newer') tell({ kind: 'newer', file: path });
    else setAside(read.reason);
  }

  async function change(work: (settings: Settings) => Settings): Promise<Settings> {
    let refused: unknown = null;
    try {
      return await withBriefLock(folder, () => {
        load();
        if (newer) throw (refused = failure('workstation.settings-newer', { path }));
        const wanted = wantedBy(work, (caught) => (refused = caught));
        openSettingsFile(folder).write(wanted);
        current = wanted;
        return Promise.resolve(wanted);
      });
    } catch (caught) {
      if (caught === refused) throw caught;
      throw failure('workstation.settings-unwritable', { path, reason: reasonOf(caught) }, {}, caught);
    }
  }

  function wantedBy(work: (settings: Settings) => Settings, onRefusal: (caught: unknown) => void): Settings {
    try {
      return settingsSchema.parse(work(current));
    } catch (caught) {
      onRefusal(caught);
      throw caught;
    }
  }

  load();
  return {
    current: () => current,
    refresh: load,
    change,
    notices: () => [...notices],
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function reasonOf(caught: unknown): string {
  return caught instanceof Error ? caught.message : String(caught);
}
