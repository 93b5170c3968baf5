import { failure } from '../../shared/errors.ts';

/** Commands that only shape what others read; design: reading verbs are Get- and Test-, all else writes. */
const SHAPING = new Set(['select-object', 'measure-object']);

/** Whether a cmdlet changes nothing, judged by its verb alone. */
export function isReading(cmdlet: string): boolean {
  return /^(get|test)-/i.test(cmdlet) || SHAPING.has(cmdlet.toLowerCase());
}

/** Refuses a pipeline that writes unless `--yes` was given. Throws input.write-not-confirmed. */
export function requireConfirmation(cmdlets: readonly string[], confirmed: boolean): void {
  const writing = cmdlets.find((cmdlet) => !isReading(cmdlet));
  if (writing !== undefined && !confirmed) throw failure('input.write-not-confirmed', { cmdlet: writing });
}
