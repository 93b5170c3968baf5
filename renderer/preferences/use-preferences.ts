import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import type { EdgewiseError } from '../../shared/errors.ts';
import type { Preferences, TableView } from '../../shared/models/preferences.ts';
import type { PreferenceStore } from './preference-store.ts';

const StoreContext = createContext<PreferenceStore | null>(null);

/** Hands the window's preferences to everything below it. */
export const PreferencesProvider = StoreContext.Provider;

/** Language and theme of this window, and the way to change them in every window. */
export function usePreferences(): readonly [Preferences, (next: Preferences) => void] {
  const store = useStore();
  return [useLook(store), store.setLook];
}

/** Language and theme of a store, for where there is no provider yet. */
export function useLook(store: PreferenceStore): Preferences {
  return useSyncExternalStore(store.subscribe, store.look);
}

/** Why preferences are not kept, or null. */
export function usePreferencesRefusal(): EdgewiseError | null {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.refusal);
}

/** How a table was left, and the way to remember how it is left now. */
export interface TableMemory {
  readonly view: TableView;
  readonly change: (changed: Partial<TableView>) => void;
}

/** The memory of a panel's table for one deployment; `deployment` null = a panel of none. */
export function useTableMemory(panel: string, deployment: string | null): TableMemory {
  const store = useStore();
  const place = useMemo(() => ({ panel, deployment }), [panel, deployment]);
  const view = useSyncExternalStore(
    store.subscribe,
    useCallback(() => store.table(place), [store, place]),
  );
  return useMemo(
    () => ({ view, change: (changed) => store.setTable(place, { ...store.table(place), ...changed }) }),
    [store, place, view],
  );
}

function useStore(): PreferenceStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('no preferences above this component');
  return store;
}
