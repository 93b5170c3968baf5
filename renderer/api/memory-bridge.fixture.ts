import type { RequestInput, RequestName, RequestOutputs } from '../../shared/contract/requests.ts';
import { errorFrom } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Bridge, BridgeListener, ConsoleEvent } from './bridge.ts';

/** What answers each request of a test; throw a Failure for a failed result. */
export type Answers = {
  readonly [Name in RequestName]?: (
    input: RequestInput<Name>,
    signal: AbortSignal | undefined,
  ) => RequestOutputs[Name] | Promise<RequestOutputs[Name]>;
};

/** A bridge without a host, for tests of what stands on it. */
export interface MemoryBridge extends Bridge {
  /** Every request that was sent, in order. */
  readonly sent: readonly (readonly [RequestName, unknown])[];
  emit(event: ConsoleEvent): void;
  connection(state: 'up' | 'lost'): void;
}

/** Answers requests from functions; a request without one fails as a defect. */
export function createMemoryBridge(answers: Answers): MemoryBridge {
  const listeners = new Set<BridgeListener>();
  const sent: (readonly [RequestName, unknown])[] = [];
  return {
    sent,
    emit: (event) => listeners.forEach((listener) => listener.onEvent(event)),
    connection: (state) => listeners.forEach((listener) => listener.onConnection(state)),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    request: async <Name extends RequestName>(
      name: Name,
      input: RequestInput<Name>,
      options?: { readonly signal?: AbortSignal },
    ): Promise<Result<RequestOutputs[Name]>> => {
      sent.push([name, input]);
      const answer = answers[name];
      try {
        if (answer === undefined) throw new Error(`no answer for ${name}`);
        return ok(await answer(input, options?.signal));
      } catch (caught) {
        return failed(errorFrom(caught));
      }
    },
  };
}
