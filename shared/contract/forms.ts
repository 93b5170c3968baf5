import { z } from 'zod';

/** A window's own id, made by itself and kept over its reloads: it is no secret. */
const window = z.uuid();

/** Longest form, in characters: a pasted list of 20,000 domains is half of it. */
export const FORM_LIMIT = 1_000_000;

/** What was typed and not yet applied: kept on this workstation, so that it outlives window and console. Never a secret. */
export const formInputs = {
  /** What this window has kept, and what is left of windows that are gone with an earlier console. */
  'forms.take': z.strictObject({ window }),
  /** `text` is the renderer's own; null = nothing is kept any more. */
  'forms.keep': z.strictObject({
    window,
    name: z.string().min(1).max(500),
    text: z.string().max(FORM_LIMIT).nullable(),
  }),
} as const;

export interface FormOutputs {
  'forms.take': TakenForms;
  'forms.keep': null;
}

export interface TakenForms {
  readonly forms: readonly { readonly name: string; readonly text: string }[];
  /** The file could not be understood and lies under another name now; null = nothing befell it. */
  readonly setAside: { readonly file: string; readonly reason: string } | null;
}
