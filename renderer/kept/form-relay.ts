import type { TakenForms } from '../../shared/contract/forms.ts';
import type { EdgewiseError } from '../../shared/errors.ts';
import type { Bridge } from '../api/bridge.ts';
import { keepText, keptText, listenToKept } from './kept-forms.ts';

/** Between two writes of one form, in milliseconds: somebody is typing. */
const PAUSE_MS = 300;

const WINDOW_KEY = 'edgewise.window';

/** What this window's forms are to the console. */
export interface FormRelay {
  /** Why the last form was not kept by the console, or null. */
  readonly refusal: () => EdgewiseError | null;
  /** The file of forms that could not be understood and was set aside, or null. */
  readonly setAside: TakenForms['setAside'];
  /** Hears every change of `refusal`, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Takes what was left for this window, before anything of it is shown, and from then on has the console keep what is
 * kept here: at once, then at most every 300 ms a form; the last of what was typed is always kept.
 */
export async function relayForms(bridge: Bridge): Promise<FormRelay> {
  const window = windowId();
  const listeners = new Set<() => void>();
  const paused = new Map<string, { changed: boolean }>();
  /** Forms the console has not heard of, for it was not there. */
  const missed = new Set<string>();
  const taken = await bridge.request('forms.take', { window });
  let refusal = taken.ok ? null : taken.error;
  // What this window's own storage has is newer: it was there first.
  for (const { name, text } of taken.ok ? taken.value.forms : []) if (keptText(name) === null) keepText(name, text);

  async function send(name: string): Promise<void> {
    const result = await bridge.request('forms.keep', { window, name, text: keptText(name) });
    if (!result.ok && result.error.code === 'workstation.console-gone') {
      // The frame says that it is gone.
      missed.add(name);
      return;
    }
    const now = result.ok ? null : result.error;
    if (now?.code === refusal?.code) return;
    refusal = now;
    for (const listener of listeners) listener();
  }

  function relay(name: string): void {
    const pause = paused.get(name);
    if (pause !== undefined) {
      pause.changed = true;
      return;
    }
    const begun = { changed: false };
    paused.set(name, begun);
    setTimeout(() => {
      paused.delete(name);
      if (begun.changed) relay(name);
    }, PAUSE_MS);
    void send(name);
  }

  listenToKept(relay);
  bridge.listen({
    onEvent: () => undefined,
    onConnection: (state) => {
      if (state === 'lost') return;
      const names = [...missed];
      missed.clear();
      names.forEach(relay);
    },
  });
  return {
    refusal: () => refusal,
    setAside: taken.ok ? taken.value.setAside : null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** This window's own id, over its reloads. */
function windowId(): string {
  const known = sessionStorage.getItem(WINDOW_KEY);
  if (known !== null) return known;
  const id = crypto.randomUUID();
  sessionStorage.setItem(WINDOW_KEY, id);
  return id;
}
