import type { RequestInput } from '../../shared/contract/requests.ts';
import type { KeptPreferences } from '../../shared/models/preferences.ts';
import type { Settings } from './schema.ts';
import type { SettingsStore } from './settings.ts';

type Kept = Settings['preferences'];

/** How many tables are remembered; the one left longest ago is forgotten first. */
export const TABLES_KEPT = 300;

/** The preferences as they are on the disk now. */
export function readPreferences(settings: SettingsStore): KeptPreferences {
  settings.refresh();
  const { language, theme, tables } = settings.current().preferences;
  return { language, theme, tables };
}

/** Keeps one part of the preferences. Throws as `SettingsStore.change` does. */
export async function writePreferences(
  settings: SettingsStore,
  change: RequestInput<'preferences.write'>,
): Promise<void> {
  await settings.change((now) => ({ ...now, preferences: changed(now.preferences, change) }));
}

function changed(kept: Kept, change: RequestInput<'preferences.write'>): Kept {
  if ('look' in change) return { ...kept, ...change.look };
  const { table } = change;
  const others = kept.tables.filter(
    ({ panel, deployment }) => panel !== table.panel || deployment !== table.deployment,
  );
  return { ...kept, tables: [...others, table].slice(-TABLES_KEPT) };
}
