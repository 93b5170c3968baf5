import { aborted, type WsmanFault } from './fault.ts';

/** A piece of a stream as it goes into one rsp:Stream element. */
export interface StreamPiece {
  readonly stream: string;
  readonly data: Uint8Array;
  /** The stream ends with this piece (`End="true"`). */
  readonly end: boolean;
}

/** Bytes of one rsp:Stream, at most: PowerShell's own fragment size (wire-protocol D2). */
const ELEMENT_BYTES = 32 * 1024;

/** Why a waiting Receive goes on: there is something to answer, its time is over, or its connection is gone. */
export type Readiness = 'ready' | 'timed-out' | 'gone';

/**
 * What a shell or a command has put out and nobody has fetched yet. One Receive waits at a time: a newer one ends the
 * older, for a client only asks again when it has given up the first.
 */
export class OutputQueue {
  private pieces: StreamPiece[] = [];
  private done: { readonly exitCode: number | null } | null = null;
  private fault: (() => WsmanFault) | null = null;
  private onEnd: (() => void) | null = null;
  private waiting: ((fault: WsmanFault | null) => void) | null = null;

  /** Adds bytes to a stream. */
  write(stream: string, data: Uint8Array, end = false): void {
    if (this.done !== null || this.fault !== null) return;
    this.pieces.push({ stream, data, end });
    this.wake();
  }

  /** The command is done: once everything is fetched, CommandState is Done. */
  finish(exitCode: number | null = null): void {
    this.done ??= { exitCode };
    this.onEnd?.();
    this.wake();
  }

  /** Ends this output for good: a waiting Receive, and every later one, is answered with the fault. */
  fail(fault: () => WsmanFault): void {
    this.fault ??= fault;
    this.pieces = [];
    this.onEnd?.();
    this.wake();
  }

  /** Forgets what was not fetched, as a reply lost on the way does (scripted faults). */
  drop(): void {
    this.pieces = [];
  }

  /** CommandState Done, with an exit code where a command has one; null while it runs or something is left to fetch. */
  get state(): { readonly exitCode: number | null } | null {
    return this.pieces.length === 0 ? this.done : null;
  }

  /** Resolves when the command has put out everything, or its connection is gone. Rejects with the fault that ended it. */
  async whenFinished(gone: AbortSignal): Promise<void> {
    if (this.fault !== null) throw this.fault();
    if (this.done !== null || gone.aborted) return;
    await new Promise<void>((resolve) => {
      this.onEnd = resolve;
      gone.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /**
   * Waits until there is something to answer, at most `timeoutMs`. Throws the fault this output was ended with, and
   * ERROR_OPERATION_ABORTED when a newer Receive came. `gone` aborts when the client's connection is lost.
   */
  async ready(timeoutMs: number, gone: AbortSignal): Promise<Readiness> {
    this.waiting?.(aborted());
    if (this.fault !== null) throw this.fault();
    if (gone.aborted) return 'gone';
    if (this.pieces.length > 0 || this.done !== null) return 'ready';
    return new Promise((resolve, reject) => {
      const settle = (outcome: Readiness | null, fault: WsmanFault | null): void => {
        clearTimeout(timer);
        gone.removeEventListener('abort', onGone);
        if (this.waiting === wake) this.waiting = null;
        if (fault !== null) reject(fault);
        else if (outcome !== null) resolve(outcome);
      };
      const wake = (fault: WsmanFault | null): void => settle('ready', fault);
      const onGone = (): void => settle('gone', null);
      const timer = setTimeout(() => settle('timed-out', null), timeoutMs);
      gone.addEventListener('abort', onGone, { once: true });
      this.waiting = wake;
    });
  }

  /**
   * Takes the first piece, or as much of it as `room` says still fits in one element: what is too long is cut byte-wise and
   * goes on in the next one. `room` is given the stream's name and gives bytes, or -1 when not even an empty element
   * fits. Null when there is nothing left, or no room.
   */
  takeOne(room: (stream: string) => number): StreamPiece | null {
    const next = this.pieces[0];
    if (next === undefined) return null;
    const bytes = Math.min(room(next.stream), ELEMENT_BYTES);
    if (bytes < 0 || (bytes === 0 && next.data.length > 0)) return null;
    if (next.data.length > bytes) {
      this.pieces[0] = { ...next, data: next.data.subarray(bytes) };
      return { stream: next.stream, data: next.data.subarray(0, bytes), end: false };
    }
    return this.takeTogether(bytes);
  }

  /** Takes as many whole pieces of the first one's stream as fit, as one: twenty thousand small ones are few elements. */
  private takeTogether(bytes: number): StreamPiece | null {
    const [first] = this.pieces;
    if (first === undefined) return null;
    let count = 0;
    let length = 0;
    let end = false;
    for (const piece of this.pieces) {
      if (end || piece.stream !== first.stream || length + piece.data.length > bytes) break;
      count += 1;
      length += piece.data.length;
      end = piece.end;
    }
    const together = this.pieces.slice(0, count);
    this.pieces = this.pieces.slice(count);
    const data =
      count === 1
        ? first.data
        : new Uint8Array(
            Buffer.concat(
              together.map((piece) => piece.data),
              length,
            ),
          );
    return { stream: first.stream, data, end };
  }

  private wake(): void {
    this.waiting?.(this.fault?.() ?? null);
  }
}
