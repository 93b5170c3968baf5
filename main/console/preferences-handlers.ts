import type { PreferenceOutputs } from '../../shared/contract/preferences.ts';
import { readPreferences, writePreferences } from '../settings/preferences.ts';
import type { Handlers } from './handler.ts';

/** The requests on how the person works with the windows. */
export const preferencesHandlers: Pick<Handlers, keyof PreferenceOutputs> = {
  'preferences.read': ({ settings }) => readPreferences(settings),
  'preferences.write': async ({ settings, emit }, change) => {
    await writePreferences(settings, change);
    if ('look' in change) emit('preferences.changed', change.look);
    return null;
  },
};
