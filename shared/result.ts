import type { EdgewiseError } from './errors.ts';

/** What every request across the border answers with: a value, or one error of the closed union. Nothing throws across it. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: EdgewiseError };

/** Wraps a value as a successful result. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps an error as a failed result. */
export function failed<T>(error: EdgewiseError): Result<T> {
  return { ok: false, error };
}

/** The value of a result, or null where there is none: not asked for, or failed. */
export function valueOrNull<T>(result: Result<T> | undefined): T | null {
  return result?.ok === true ? result.value : null;
}
