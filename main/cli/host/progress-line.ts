import type { ProgressRecord } from '../../psrp/index.ts';
import { printable } from '../output/text.ts';
import { windowOf, type TerminalStreams } from './typed-line.ts';

/** A progress record is drawn at most so often: a server may send one for every object. */
const PAUSE_MS = 100;
const ERASE_LINE = '\r\u001b[K';
/** East Asian wide and full-width characters, and pictures, take two columns (Unicode Standard Annex 11). */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** The line of standard error that shows how far a command is, written over with each record. */
export interface ProgressLine {
  show(record: ProgressRecord): void;
  /** Takes the line away, before anything else is written. */
  clear(): void;
}

/** A progress line; nothing is ever shown where standard error is no terminal. `now` counts milliseconds. */
export function createProgressLine(stderr: TerminalStreams['stderr'], now: () => number): ProgressLine {
  let shown = false;
  let drawnAt = Number.NEGATIVE_INFINITY;
  const clear = (): void => {
    if (!shown) return;
    shown = false;
    drawnAt = Number.NEGATIVE_INFINITY;
    stderr.write(ERASE_LINE);
  };
  return {
    clear,
    show(record) {
      if (stderr.isTTY !== true) return;
      if (record.completed) {
        clear();
        return;
      }
      if (now() - drawnAt < PAUSE_MS) return;
      drawnAt = now();
      shown = true;
      // The last column stays free: a terminal goes to the next line there.
      stderr.write(`${ERASE_LINE}${shortened(progressText(record), windowOf(stderr).columns - 1)}`);
    },
  };
}

/** A record as one line: activity, percentage, status, operation. */
export function progressText(record: ProgressRecord): string {
  const percent = record.percentComplete >= 0 ? `${Math.min(100, record.percentComplete)} %` : '';
  const parts = [record.activity, percent, record.status, record.currentOperation].filter((part) => part !== '');
  return printable(parts.join(' - ').replaceAll(/[\n\t]+/g, ' '));
}

/** As much of a text as fits into so many columns. */
export function shortened(text: string, columns: number): string {
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += WIDE.test(character) ? 2 : 1;
    if (used > columns) break;
    kept += character;
  }
  return kept;
}
