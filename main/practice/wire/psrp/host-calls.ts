import {
  decodeClixml,
  decodeErrorRecord,
  decodeHostResponse,
  HostRefusal,
  type HostCall,
  type PsValue,
  type RemoteHost,
} from '../../../psrp/index.ts';

/** A method without a result, which the client does not answer (wire-protocol D9). */
const VOID_CALL = -100n;

/** The host of a pipeline's client, from here: calls that go out with the pipeline's output, and the answers that come back. */
export class HostCalls implements RemoteHost {
  private readonly emit: (call: HostCall) => void;
  private readonly signal: AbortSignal;
  private readonly waiting = new Map<bigint, PromiseWithResolvers<PsValue>>();
  private lastId = 0n;

  /** `signal` ends the waiting for every answer. */
  constructor(emit: (call: HostCall) => void, signal: AbortSignal) {
    this.emit = emit;
    this.signal = signal;
    signal.addEventListener('abort', () => this.giveUp(), { once: true });
  }

  ask(method: number, parameters: readonly PsValue[]): Promise<PsValue> {
    this.lastId += 1n;
    const answer = Promise.withResolvers<PsValue>();
    if (this.signal.aborted) answer.reject(new HostRefusal('The pipeline has been stopped.'));
    else {
      this.waiting.set(this.lastId, answer);
      this.emit({ callId: this.lastId, method, parameters });
    }
    return answer.promise;
  }

  tell(method: number, parameters: readonly PsValue[]): void {
    this.emit({ callId: VOID_CALL, method, parameters });
  }

  /** Takes the data of a host response; one that nobody waits for is passed over. Throws Failure for what cannot be read. */
  answered(data: string): void {
    const { callId, result, error } = decodeHostResponse(decodeClixml(data));
    const answer = this.waiting.get(callId);
    this.waiting.delete(callId);
    if (error === null) answer?.resolve(result);
    else answer?.reject(new HostRefusal(decodeErrorRecord(error).message));
  }

  private giveUp(): void {
    for (const answer of this.waiting.values()) answer.reject(new HostRefusal('The pipeline has been stopped.'));
    this.waiting.clear();
  }
}
