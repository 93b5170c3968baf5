import type { MessageId } from '../../../shared/i18n/index.ts';

/** So many steps, and for so long, a plan must have been on its way before what is left of it can be guessed. */
const STEPS_KNOWN = 5;
const MS_KNOWN = 3_000;

/** What is left in words: a sentence and what it needs. */
export interface TimeLeft {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, number>>;
}

/** How long a plan still takes if it goes on as it went so far; null = too little is known, or nothing is left. */
export function timeLeft(done: number, count: number, elapsedMs: number): TimeLeft | null {
  if (done < STEPS_KNOWN || elapsedMs < MS_KNOWN || done >= count) return null;
  const seconds = ((elapsedMs / done) * (count - done)) / 1000;
  // Rounded up, and coarsely: a number that runs backwards and forwards says nothing.
  if (seconds > 55) return { id: 'review.minutes-left', values: { minutes: Math.ceil(seconds / 60) } };
  return { id: 'review.seconds-left', values: { seconds: Math.ceil(seconds / 5) * 5 } };
}
