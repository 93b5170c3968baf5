import { failure } from '../../shared/errors.ts';
import { pause } from './abort.ts';

/** An answer that brings nothing and comes sooner was not held by the server. */
const HELD_MS = 1_000;
/** The pause after the first such answer; each after it is twice as long. */
const FIRST_PAUSE_MS = 100;

/** How long one stream has brought nothing: how often it is asked meanwhile, and when that is in vain. */
export class Silence {
  readonly #doubtMs: number;
  #unheld = 0;
  #lostAt: number | null = null;

  /** `doubtMs` is how long nothing may come after a loss. */
  constructor(doubtMs: number) {
    this.#doubtMs = doubtMs;
  }

  /** Says that the stream has brought something. */
  heard(): void {
    this.#unheld = 0;
    this.#lostAt = null;
  }

  /** Says that a reply may be lost. */
  lost(): void {
    this.#lostAt ??= performance.now();
  }

  /**
   * Resolves when the stream may be asked again after an answer that brought nothing, to a Receive that was asked at
   * `askedAt` (performance.now) and could be held for `holdMs`: at once where it was held, else after pauses that grow up
   * to as long as that. Throws powershell.fragments-lost where nothing has come for too long after a loss: the server says
   * its last word once, keeps the command until Terminate, and answers as if it were at work. And the signal's Failure.
   */
  async goesOn(askedAt: number, holdMs: number, signal: AbortSignal): Promise<void> {
    const now = performance.now();
    if (this.#lostAt !== null && now - this.#lostAt >= this.#doubtMs) {
      const reason = 'nothing has come after a lost connection, on which the end of the answer may have been';
      throw failure('powershell.fragments-lost', { reason });
    }
    const held = now - askedAt;
    if (held >= Math.min(HELD_MS, holdMs)) {
      this.#unheld = 0;
      return;
    }
    await pause(Math.min(FIRST_PAUSE_MS * 2 ** this.#unheld++, holdMs - held), signal);
  }
}
