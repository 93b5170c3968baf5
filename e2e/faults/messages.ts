import { ACTIONS } from '../../main/wsman/index.ts';

/** What a message is to the session: a leg of the sign-in, which has no body of its own yet, or a verb. */
export type MessageKind = 'sign-in' | keyof typeof ACTIONS;

/** One whole HTTP request, and what it asks for. */
export interface Request {
  readonly bytes: Buffer;
  readonly kind: MessageKind;
  /** What its fragments say, as far as it is text: the cmdlet's name stands there. */
  readonly payload: string;
}

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

/** Reads what a request is. Throws an Error for a body that has none of our actions. */
export function readRequest(bytes: Buffer): Request {
  const body = bytes.subarray(bytes.indexOf('\r\n\r\n') + 4).toString('utf8');
  if (body === '') return { bytes, kind: 'sign-in', payload: '' };
  const action = /:Action[^>]*>\s*([^<\s]+)/.exec(body)?.[1];
  for (const kind of KINDS) if (ACTIONS[kind] === action) return { bytes, kind, payload: payloadOf(body) };
  throw new Error(`a request of no verb: ${String(action)}`);
}

// Object.keys gives string[]; these are the keys of that very object.
const KINDS = Object.keys(ACTIONS) as (keyof typeof ACTIONS)[];

function payloadOf(body: string): string {
  const pieces = body.match(/(?<=>)[A-Za-z0-9+/]{40,}={0,2}(?=<)/g) ?? [];
  return pieces.map((piece) => Buffer.from(piece, 'base64').toString('latin1')).join('');
}
