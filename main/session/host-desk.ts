import { answerHostCall, wantsAnswer, type HostCall, type PipelineHost } from '../psrp/index.ts';
import { answerHostCalls, type RunningCommand } from './command.ts';
import type { PoolChannel } from './pool-channel.ts';

/** Serves the host calls of one pipeline in the order they came, beside its Receives: a person may take an hour to answer. */
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
  /** Ends a question: the caller stops the pipeline. */
  readonly user: AbortSignal;
  /** Ends the answers under way. */
  readonly signal: AbortSignal;
  /** Hears what kept a call from being served; the pipeline cannot go on then. */
  readonly fail: (caught: unknown) => void;
}

/** A desk for the host calls of a command. */
export function openDesk(command: RunningCommand, means: DeskMeans): HostDesk {
  const { host, channel, user, signal, fail } = means;
  const over = new AbortController();
  const asking = AbortSignal.any([over.signal, user, signal]);
  let turn: Promise<void> = Promise.resolve();
  let questions = 0;

  async function serve(call: HostCall): Promise<void> {
    try {
      const secure = (text: string) => channel.secure(text, asking);
      const response = await answerHostCall(call, host, { secure, signal: asking });
      if (response === null || asking.aborted || command.fate !== 'running') return;
      command.pipeline.answer(response);
      await answerHostCalls(command, signal);
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
      if (isQuestion) questions += 1;
      turn = turn.then(async () => {
        await serve(call);
        if (isQuestion) questions -= 1;
      });
    },
    close() {
      over.abort();
      return turn;
    },
  };
}
