import { failure } from '../../shared/errors.ts';
import {
  newKeyPair,
  type ClientRunspacePool,
  type KeyPair,
  type PoolEvent,
  type PsObject,
  type PsScalar,
} from '../psrp/index.ts';
import { readEmptyReply, sendPayload, sendRequest, type WsmanContext } from '../wsman/index.ts';
import { reasonOf, untilAborted } from './abort.ts';
import { FragmentTrail } from './fragment-trail.ts';
import { receive } from './receive.ts';
import { patientContext, postOnce, returnLane, takeLane, type Shell } from './shell.ts';
import { Silence } from './silence.ts';

/** One Receive of the pool's own stream, shared by all who wait for something of it. */
interface Turn {
  readonly done: Promise<void>;
  readonly give: AbortController;
  waiting: number;
}

/**
 * What the pool itself says and is told, without a command. It is read only while somebody waits for something of it: the
 * opening, the key of SecureStrings, or with a server of protocol 2.1 all the time, for that asks for a key by itself.
 */
export class PoolChannel {
  readonly #shell: Shell;
  readonly #pool: ClientRunspacePool;
  readonly #onEvent: (event: PoolEvent) => void;
  readonly #trail: FragmentTrail;
  /** Who waits has a deadline of his own, or none: a pool may have nothing to say for hours. */
  readonly #silence = new Silence(Infinity);
  #turn: Turn | null = null;
  #keys: Promise<KeyPair> | null = null;
  #exchange: Promise<void> | null = null;

  /** `onEvent` hears every event; what it throws ends the waiting for whoever waits. */
  constructor(shell: Shell, pool: ClientRunspacePool, onEvent: (event: PoolEvent) => void) {
    this.#shell = shell;
    this.#pool = pool;
    this.#onEvent = onEvent;
    this.#trail = new FragmentTrail(shell.objects);
  }

  /** Reads until `met`. Rejects with what `receive` and the pool throw, and with the signal's failure. */
  async until(met: () => boolean, signal: AbortSignal): Promise<void> {
    while (!met()) await this.#share(signal);
  }

  /**
   * A SecureString of a text; the first one of a session agrees on the key before (MS-PSRP 3.1.5.4.3). Rejects with
   * network.timeout where the server gives none in time, and as `until`.
   */
  async secure(text: string, signal: AbortSignal): Promise<PsScalar> {
    if (!this.#pool.hasSessionKey) {
      this.#exchange ??= this.#exchangeKeys().finally(() => (this.#exchange = null));
      await untilAborted(this.#exchange, signal);
    }
    return this.#pool.seal(text);
  }

  /** Sends the answer to a host call of the pool itself. Rejects as `until`. */
  async answer(response: PsObject, signal: AbortSignal): Promise<void> {
    this.#pool.answer(response);
    await this.#sendWaiting(signal);
  }

  async #exchangeKeys(): Promise<void> {
    const { limits, closing, place } = this.#shell;
    const seconds = Math.round(limits.keyMs / 1000);
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort(failure('network.timeout', { host: new URL(place.url).hostname, seconds }));
    }, limits.keyMs);
    const signal = AbortSignal.any([late.signal, closing.signal]);
    try {
      this.#pool.offerKey(await this.#keyPair());
      await this.#sendWaiting(signal);
      await this.until(() => this.#pool.hasSessionKey, signal);
    } finally {
      clearTimeout(timer);
    }
  }

  #keyPair(): Promise<KeyPair> {
    return (this.#keys ??= newKeyPair());
  }

  async #share(signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw reasonOf(signal);
    const turn = (this.#turn ??= this.#begin());
    turn.waiting += 1;
    try {
      await untilAborted(turn.done, signal);
    } finally {
      turn.waiting -= 1;
      if (turn.waiting === 0) turn.give.abort(signal.reason);
    }
  }

  #begin(): Turn {
    const give = new AbortController();
    const done = this.#receiveOnce(give.signal).finally(() => (this.#turn = null));
    return { done, give, waiting: 0 };
  }

  async #receiveOnce(signal: AbortSignal): Promise<void> {
    const shell = this.#shell;
    const lane = takeLane(shell);
    this.#trail.join();
    try {
      // A pool says once that it is open, and no Receive after it tells whether it has: waiting would be in vain.
      const lossEnds = this.#pool.state !== 'opened';
      const streams = { commandId: null, trail: this.#trail, silence: this.#silence };
      const reply = await receive(shell, lane, { ...streams, signal, lossEnds });
      for (const chunk of reply.streams) {
        this.#trail.take(chunk.data);
        for (const event of this.#pool.receive(chunk.data)) this.#onEvent(event);
      }
    } finally {
      this.#trail.leave();
      returnLane(shell, lane);
    }
    await this.#sendWaiting(signal);
  }

  /** The key a server asked for; refusals of host calls, for a start-up script waits for an answer (wire-protocol D9). */
  async #sendWaiting(signal: AbortSignal): Promise<void> {
    if (this.#pool.keyWanted) this.#pool.offerKey(await this.#keyPair());
    const room = sendPayload(this.#sendContext(), this.#shell.id);
    await this.#send('stdin', () => this.#pool.takeOutgoing(room), signal);
    await this.#send('pr', () => this.#pool.takeResponses(room), signal);
  }

  #sendContext(): WsmanContext {
    return patientContext(this.#shell, this.#shell.limits.operationMs);
  }

  async #send(stream: 'stdin' | 'pr', take: () => Uint8Array | null, signal: AbortSignal): Promise<void> {
    const shell = this.#shell;
    for (let data = take(); data !== null; data = take()) {
      const request = sendRequest(this.#sendContext(), shell.id, { commandId: null, stream, data });
      const answer = await postOnce(shell, request, { timeoutMs: shell.limits.operationMs, signal });
      readEmptyReply(answer, request, shell.place);
    }
  }
}
