import type { TakenForms } from '../../shared/contract/forms.ts';
import { failure } from '../../shared/errors.ts';
import { pathIn, readForms, writeForms, type FormsRead, type KeptForm } from './forms-file.ts';

/** How many forms are kept; the one kept longest ago is forgotten first. */
export const FORMS_KEPT = 50;

/** The forms of a settings folder that were not finished. */
export interface FormStore {
  /**
   * What this window has kept, and of what windows of an earlier run have left, the newest under each name: that is this
   * window's from now on. Throws workstation.settings-unwritable when the file can be neither read nor changed.
   */
  take(window: string): TakenForms;
  /** Keeps a form of a window, or forgets it (null). Throws workstation.settings-unwritable; nothing is changed then. */
  keep(window: string, name: string, text: string | null): void;
}

export interface FormsOptions {
  /** Absolute: the settings folder. Nobody else writes to its forms: one console runs on it. */
  readonly folder: string;
  readonly clock: () => number;
}

/** Opens the forms of a settings folder. Nothing is read before it is asked for. */
export function createForms({ folder, clock }: FormsOptions): FormStore {
  /** The windows of this run. */
  const here = new Set<string>();
  let loaded: FormsRead | null = null;

  function load(): FormsRead {
    return (loaded ??= guarded(folder, () => readForms(folder, clock())));
  }

  function save(forms: readonly KeptForm[]): void {
    guarded(folder, () => writeForms(folder, forms));
    loaded = { forms, setAside: loaded?.setAside ?? null };
  }

  return {
    take: (window) => {
      here.add(window);
      const { forms, setAside } = load();
      const taken = new Map<string, KeptForm>();
      // The newest stands last; a form of this window's own is newer than any that was left.
      for (const form of forms) if (!here.has(form.window)) taken.set(form.name, form);
      for (const form of forms) if (form.window === window) taken.set(form.name, form);
      const mine = [...taken.values()];
      if (mine.some((form) => form.window !== window)) {
        save(forms.map((form) => (taken.get(form.name) === form ? { ...form, window } : form)));
      }
      return { forms: mine.map(({ name, text }) => ({ name, text })), setAside };
    },
    keep: (window, name, text) => {
      const { forms } = load();
      const others = forms.filter((form) => form.window !== window || form.name !== name);
      if (text === null && others.length === forms.length) return;
      save([...others, ...(text === null ? [] : [{ window, name, text }])].slice(-FORMS_KEPT));
    },
  };
}

/** Runs it; the system's error becomes one with a sentence. */
function guarded<Value>(folder: string, work: () => Value): Value {
  try {
    return work();
  } catch (caught) {
    const reason = caught instanceof Error ? caught.message : String(caught);
    throw failure('workstation.settings-unwritable', { path: pathIn(folder), reason }, {}, caught);
  }
}
