import { answerHostCall, wantsAnswer, type HostCall, type PipelineHost, type PsObject } from '../psrp/index.ts';
import type { PoolChannel } from './pool-channel.ts';

/** Serves the host calls of one pipeline, or of the pool itself, in the order they came, beside its Receives: a person may take an hour to answer. */
export interface HostDesk {
  /** Takes a call. What is only written is shown at once, unless a question waits for its answer. */
  take(call: HostCall): void;
  /** Ends the question that is open, for nobody waits for its answer any more, and shows what was left. */
  close(): Promise<void>;
}

/** What a desk works with. */
export interface DeskMeans {
  readonly host: PipelineHost;
  readonly channel: PoolChannel;
  /** Sends an answer, unless nobody waits for it any more. */
  readonly reply: (response: PsObject) => Promise<void>;
  /** Ends a question: the caller stops the pipeline, or gives the opening up. */
  readonly user: AbortSignal;
  /** Ends the answers under way. */
  readonly signal: AbortSignal;
  /** Hears what kept a call from being served; what called cannot go on then. */
  readonly fail: (caught: unknown) => void;
  /** Hears that the server waits for a person, and that it does not any more. */
  readonly onQuestion?: ((open: boolean) => void) | undefined;
}

/** A desk for the host calls of a command or of the pool. */
export function openDesk(means: DeskMeans): HostDesk {
  const { host, channel, reply, user, signal, fail, onQuestion } = means;
  const over = new AbortController();
  const asking = AbortSignal.any([over.signal, user, signal]);
  let turn: Promise<void> = Promise.resolve();
  let questions = 0;

  async function serve(call: HostCall): Promise<void> {
    try {
      const secure = (text: string) => channel.secure(text, asking);
      const response = await answerHostCall(call, host, { secure, signal: asking });
      if (response !== null && !asking.aborted) await reply(response);
    } catch (caught) {
      // A question that nobody waits for any more has no answer, and no failure either.
      if (!asking.aborted) fail(caught);
    }
  }

  return {
    take(call) {
      const isQuestion = wantsAnswer(call);
      if (!isQuestion && questions === 0) {
        void serve(call);
        return;
      }
      if (isQuestion && (questions += 1) === 1) onQuestion?.(true);
      turn = turn.then(async () => {
        await serve(call);
        if (isQuestion && (questions -= 1) === 0) onQuestion?.(false);
      });
    },
    close() {
      over.abort();
      return turn;
    },
  };
}
