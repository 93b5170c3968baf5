import type { RequestInput } from '../../shared/contract/requests.ts';
import type { EdgewiseError } from '../../shared/errors.ts';
import type { KeptPreferences, Preferences, TablePlace, TableView } from '../../shared/models/preferences.ts';
import type { Bridge } from '../api/bridge.ts';
import { lookOf } from './page-look.ts';

/** Between two writes of one table's view, in milliseconds: a width is dragged, a filter is typed. */
const PAUSE_MS = 400;

/** Longest filter that is remembered, in characters: as the contract has it. */
const FILTER_KEPT = 500;

/** What this window knows of the preferences. */
export interface PreferenceStore {
  readonly look: () => Preferences;
  readonly setLook: (look: Preferences) => void;
  /** The same object until it is changed. */
  readonly table: (place: TablePlace) => TableView;
  readonly setTable: (place: TablePlace, view: TableView) => void;
  /** Why the last write was not kept, or null. */
  readonly refusal: () => EdgewiseError | null;
  /** Hears every change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A table nobody has touched. */
export const UNTOUCHED: TableView = { columns: [], sort: null, filter: '' };

/** The preferences of a window, beginning with what the console has kept; they are kept by the console behind `bridge`. */
export function createPreferenceStore(bridge: Bridge, kept: KeptPreferences): PreferenceStore {
  const listeners = new Set<() => void>();
  const tables = new Map(kept.tables.map(({ view, ...place }) => [keyOf(place), view]));
  const waiting = new Map<string, { changed: boolean }>();
  let look = lookOf(kept);
  let refusal: EdgewiseError | null = null;

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function showLook(next: Preferences): void {
    if (next.language === look.language && next.theme === look.theme) return;
    look = next;
    tell();
  }

  async function write(change: RequestInput<'preferences.write'>): Promise<void> {
    const result = await bridge.request('preferences.write', change);
    const now = result.ok ? null : result.error;
    if (now?.code === refusal?.code) return;
    refusal = now;
    tell();
  }

  function writeTable(place: TablePlace): void {
    const key = keyOf(place);
    const pause = waiting.get(key);
    if (pause !== undefined) {
      pause.changed = true;
      return;
    }
    const begun = { changed: false };
    waiting.set(key, begun);
    setTimeout(() => {
      waiting.delete(key);
      if (begun.changed) writeTable(place);
    }, PAUSE_MS);
    const { columns, sort, filter } = tables.get(key) ?? UNTOUCHED;
    const view = { columns: [...columns], sort, filter: filter.slice(0, FILTER_KEPT) };
    void write({ table: { ...place, view } });
  }

  bridge.listen({
    onEvent: (event) => {
      if (event.name === 'preferences.changed') showLook(event.payload);
    },
    onConnection: () => undefined,
  });

  return {
    look: () => look,
    setLook: (next) => {
      showLook(next);
      void write({ look: next });
    },
    table: (place) => tables.get(keyOf(place)) ?? UNTOUCHED,
    setTable: (place, view) => {
      tables.set(keyOf(place), view);
      tell();
      writeTable(place);
    },
    refusal: () => refusal,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function keyOf({ panel, deployment }: TablePlace): string {
  return JSON.stringify([panel, deployment]);
}
