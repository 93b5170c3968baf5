import { ACTIONS, SIGNALS } from '../../main/wsman/index.ts';

/** What a message is to the session: a leg of the sign-in, which has no body of its own yet, a verb, or what a Signal says. */
export type MessageKind = 'sign-in' | Exclude<keyof typeof ACTIONS, 'signal'> | keyof typeof SIGNALS;

/** Cuts a stream of bytes into whole HTTP/1.1 messages by Content-Length, which both sides of ours always send. */
export class MessageCutter {
  #waiting = Buffer.alloc(0);

  /** Adds bytes; gives the messages that are whole now. Throws an Error for one whose length is not said. */
  push(bytes: Buffer): Buffer[] {
    this.#waiting = Buffer.concat([this.#waiting, bytes]);
    const whole: Buffer[] = [];
    for (;;) {
      const end = this.#waiting.indexOf('\r\n\r\n');
      if (end < 0) return whole;
      const head = this.#waiting.subarray(0, end).toString('latin1');
      const length = /^content-length:\s*(\d+)\s*$/im.exec(head)?.[1];
      if (length === undefined) throw new Error(`a message without Content-Length: ${head.slice(0, 200)}`);
      const total = end + 4 + Number(length);
      if (this.#waiting.length < total) return whole;
      whole.push(this.#waiting.subarray(0, total));
      this.#waiting = this.#waiting.subarray(total);
    }
  }
}

/** What a request is. Throws an Error for a body that has none of our actions. */
export function kindOf(request: Buffer): MessageKind {
  const body = request.subarray(request.indexOf('\r\n\r\n') + 4).toString('latin1');
  if (body === '') return 'sign-in';
  const action = /:Action[^>]*>\s*([^<\s]+)/.exec(body)?.[1];
  const verb = keysOf(ACTIONS).find((key) => ACTIONS[key] === action);
  if (verb === undefined) throw new Error(`a request of no verb: ${String(action)}`);
  if (verb !== 'signal') return verb;
  const signal = keysOf(SIGNALS).find((key) => body.includes(`>${SIGNALS[key]}<`));
  if (signal === undefined) throw new Error('a Signal that says neither stop nor terminate');
  return signal;
}

/** Object.keys gives string[]; these are the keys of that very object. */
function keysOf<Key extends string>(of: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(of) as Key[];
}
