import { useRef, useState } from 'react';
import { edgewiseError, errorFrom, type EdgewiseError } from '../../../shared/errors.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import type { PlanResult, PlanReview } from '../../../shared/plan/plan.ts';
import type { Result } from '../../../shared/result.ts';
import { failed } from '../../../shared/result.ts';
import { useBridge } from '../../api/bridge.ts';

/** Where a change is on its way from draft to server. */
export type ReviewState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'building'; readonly draft: Draft }
  | { readonly phase: 'refused'; readonly draft: Draft; readonly error: EdgewiseError }
  | { readonly phase: 'reviewing'; readonly draft: Draft; readonly plan: PlanReview }
  | { readonly phase: 'applying'; readonly draft: Draft; readonly plan: PlanReview }
  | { readonly phase: 'applied'; readonly draft: Draft; readonly plan: PlanReview; readonly result: PlanResult }
  | { readonly phase: 'not-applied'; readonly draft: Draft; readonly plan: PlanReview; readonly error: EdgewiseError };

/** One change at a time: draft -> plan -> person -> apply. */
export interface Review {
  readonly state: ReviewState;
  /** Asks main to build the plan of a draft. */
  readonly begin: (draft: Draft) => void;
  /** Applies the plan on screen, by its id and hash, with the deployment's name as it was typed where that is asked for. */
  readonly apply: (confirmName?: string) => void;
  /** Stops what is running: the request's abort reaches the server's pipeline. */
  readonly cancel: () => void;
  /** Back to nothing. */
  readonly close: () => void;
}

/**
 * The one way a panel writes. `onEnd` hears of every plan that was sent, whatever became of it: the lists are then read
 * again, also when the answer was lost.
 */
export function useReview(
  deployment: string,
  onEnd: (draft: Draft, result: Result<PlanResult>) => Promise<void>,
): Review {
  const bridge = useBridge();
  const [state, setState] = useState<ReviewState>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);

  async function begin(draft: Draft): Promise<void> {
    const abort = startWork(running);
    setState({ phase: 'building', draft });
    const built = await settled(bridge.request('plans.build', { deployment, draft }, { signal: abort.signal }));
    if (running.current !== abort) return;
    if (built.ok) setState({ phase: 'reviewing', draft, plan: built.value });
    else if (built.error.code === 'workstation.cancelled') setState({ phase: 'idle' });
    else setState({ phase: 'refused', draft, error: built.error });
  }

  async function apply(confirmName?: string): Promise<void> {
    if (state.phase !== 'reviewing') return;
    const { draft, plan } = state;
    const abort = startWork(running);
    setState({ phase: 'applying', draft, plan });
    const applied = await settled(
      bridge.request(
        'plans.apply',
        { plan: plan.id, hash: plan.hash, ...(confirmName !== undefined && { confirmName }) },
        { signal: abort.signal },
      ),
    );
    const reread = onEnd(draft, applied);
    // The row is on screen before the dialog says "applied"; a failure waits for nothing, least of all for a dead server.
    if (applied.ok) await reread;
    if (running.current !== abort) return;
    if (applied.ok) setState({ phase: 'applied', draft, plan, result: applied.value });
    else setState({ phase: 'not-applied', draft, plan, error: applied.error });
  }

  return {
    state,
    begin: (draft) => void begin(draft),
    apply: (confirmName) => void apply(confirmName),
    cancel: () => running.current?.abort(),
    close: () => {
      running.current = null;
      setState({ phase: 'idle' });
    },
  };
}

function startWork(running: { current: AbortController | null }): AbortController {
  running.current?.abort();
  const abort = new AbortController();
  running.current = abort;
  return abort;
}

/** The bridge does not throw; should it, that is a defect of ours and is shown as one. */
async function settled<T>(request: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await request;
  } catch (caught) {
    return failed(caught instanceof DOMException ? edgewiseError('workstation.cancelled', {}) : errorFrom(caught));
  }
}
