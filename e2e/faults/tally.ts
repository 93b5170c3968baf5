import type { Fault } from './fault.ts';
import type { MessageKind } from './messages.ts';

/** `hello` = a connection's first bytes, before there is TLS: ClientHello or ServerHello. */
export type Message = MessageKind | 'hello';

/** Which message is struck, and how: one message, once. */
export interface Strike {
  readonly fault: Fault;
  readonly message: Message;
  readonly direction: 'request' | 'reply';
  /** The how-manyeth of its kind, from 1. */
  readonly nth: number;
}

/** How many messages of each kind there were. */
export type Counts = Readonly<Partial<Record<Message, number>>>;

/** Counts the messages of one act, and says which of them is to be struck. */
export class Tally {
  readonly #planned: Strike | null;
  readonly #counts: Partial<Record<Message, number>> = {};
  readonly #waiting = new Map<() => boolean, () => void>();
  #counting = false;
  /** Commands that came and have not been freed yet. */
  #commands = 0;

  constructor(planned: Strike | null) {
    this.#planned = planned;
  }

  get counts(): Counts {
    return { ...this.#counts };
  }

  /** From now on it counts; what went before goes on unseen, and is waited for. */
  async begin(): Promise<void> {
    await this.quiet();
    this.#counting = true;
  }

  /** Resolves when every command that came has been freed: a Terminate goes behind the back of who ran the command. */
  quiet(): Promise<void> {
    return this.#until(() => this.#commands === 0);
  }

  /** Resolves when such a message has come since `begin`. */
  saw(message: Message): Promise<void> {
    return this.#until(() => this.#counts[message] !== undefined);
  }

  /** A request of that kind has come; gives the strike that is meant for it or for its reply. */
  came(message: Message): Strike | null {
    if (message === 'command') this.#commands += 1;
    if (!this.#counting) return null;
    const nth = (this.#counts[message] ?? 0) + 1;
    this.#counts[message] = nth;
    this.#tell();
    const planned = this.#planned;
    return planned !== null && planned.message === message && planned.nth === nth ? planned : null;
  }

  /** The reply to a request of that kind has gone to the client. */
  answered(message: Message): void {
    if (message === 'terminate') this.#commands -= 1;
    this.#tell();
  }

  #until(met: () => boolean): Promise<void> {
    if (met()) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.set(met, resolve));
  }

  #tell(): void {
    for (const [met, resolve] of this.#waiting) if (met() && this.#waiting.delete(met)) resolve();
  }
}
