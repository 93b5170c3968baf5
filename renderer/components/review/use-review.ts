import { useRef, useState } from 'react';
import type { RequestInput } from '../../../shared/contract/requests.ts';
import { edgewiseError, errorFrom, type EdgewiseError } from '../../../shared/errors.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import type { PlanResult, PlanReview } from '../../../shared/plan/plan.ts';
import type { Result } from '../../../shared/result.ts';
import { failed, ok } from '../../../shared/result.ts';
import { useBridge } from '../../api/bridge.ts';
import { useAskBeforeLeaving } from './use-ask-before-leaving.ts';

/** Where a change is on its way from draft to server. */
export type ReviewState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'building'; readonly drafts: readonly Draft[] }
  | { readonly phase: 'refused'; readonly drafts: readonly Draft[]; readonly error: EdgewiseError }
  | { readonly phase: 'reviewing'; readonly drafts: readonly Draft[]; readonly plan: PlanReview }
  | {
      readonly phase: 'applying';
      readonly drafts: readonly Draft[];
      readonly plan: PlanReview;
      /** Whether the person has asked for it to be stopped: what was sent is then still to be found out. */
      readonly cancelling: boolean;
    }
  | {
      readonly phase: 'applied';
      readonly drafts: readonly Draft[];
      readonly plan: PlanReview;
      readonly result: PlanResult;
    }
  | {
      readonly phase: 'not-applied';
      readonly drafts: readonly Draft[];
      readonly plan: PlanReview;
      readonly error: EdgewiseError;
    };

/** What a person confirms: the name of a production deployment as it was typed, and another meaning of federation. */
export interface Confirmations {
  readonly confirmName?: string;
  readonly acceptPosture?: true;
}

/** One plan at a time: drafts -> plan -> person -> apply. */
export interface Review {
  readonly state: ReviewState;
  /** Asks main to build one plan of the drafts. */
  readonly begin: (drafts: readonly Draft[]) => void;
  /** The same of what another plan has left: what somebody has done meanwhile is left out. */
  readonly goOn: (drafts: readonly Draft[]) => void;
  /** Applies the plan on screen, by its id and hash, with what the person confirms where that is asked for. */
  readonly apply: (confirmed?: Confirmations) => void;
  /**
   * Stops what is running: the request's abort reaches the server's pipeline. A plan that is being built is given up at
   * once, whoever still answers. What was applied by then is asked for; a second time stops asking.
   */
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
  onEnd: (drafts: readonly Draft[], result: Result<PlanResult>, plan: PlanReview) => Promise<void>,
): Review {
  const bridge = useBridge();
  const [state, setState] = useState<ReviewState>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);
  // With its window a plan ends: what it has not sent by then is not sent.
  useAskBeforeLeaving(state.phase === 'applying');

  async function build(drafts: readonly Draft[], goOn: { readonly goOn?: true } = {}): Promise<void> {
    const abort = startWork(running);
    setState({ phase: 'building', drafts });
    const built = await settled(
      bridge.request('plans.build', { deployment, drafts, ...goOn }, { signal: abort.signal }),
    );
    if (running.current !== abort) return;
    if (built.ok) setState({ phase: 'reviewing', drafts, plan: built.value });
    else if (built.error.code === 'workstation.cancelled') setState({ phase: 'idle' });
    else setState({ phase: 'refused', drafts, error: built.error });
  }

  async function apply(confirmed: Confirmations = {}): Promise<void> {
    if (state.phase !== 'reviewing') return;
    const { drafts, plan } = state;
    const abort = startWork(running);
    setState({ phase: 'applying', drafts, plan, cancelling: false });
    const sent = { plan: plan.id, hash: plan.hash };
    const answer = await settled(bridge.request('plans.apply', { ...sent, ...confirmed }, { signal: abort.signal }));
    const waiting = running.current === abort && wasCancelled(answer) ? startWork(running) : abort;
    const applied = waiting === abort ? answer : await outcomeOf(sent, answer, waiting.signal);
    const reread = onEnd(drafts, applied, plan);
    // The row is on screen before the dialog says "applied"; a failure waits for nothing, least of all for a dead server.
    if (applied.ok) await reread;
    if (running.current !== waiting) return;
    if (applied.ok) setState({ phase: 'applied', drafts, plan, result: applied.value });
    else setState({ phase: 'not-applied', drafts, plan, error: applied.error });
  }

  /** What became of a plan that was cancelled while it was sent; a second cancel waits no longer. */
  async function outcomeOf(
    sent: RequestInput<'plans.outcome'>,
    cancelled: Result<PlanResult>,
    signal: AbortSignal,
  ): Promise<Result<PlanResult>> {
    const outcome = await settled(bridge.request('plans.outcome', sent, { signal }));
    if (!outcome.ok) return wasCancelled(outcome) ? failed(edgewiseError('plan.not-waited', {})) : outcome;
    return outcome.value === null ? cancelled : ok(outcome.value);
  }

  return {
    state,
    begin: (drafts) => void build(drafts),
    goOn: (drafts) => void build(drafts, { goOn: true }),
    apply: (confirmed) => void apply(confirmed),
    cancel: () => {
      running.current?.abort();
      if (state.phase === 'building') running.current = null;
      setState(cancelled);
    },
    close: () => {
      running.current = null;
      setState({ phase: 'idle' });
    },
  };
}

function cancelled(now: ReviewState): ReviewState {
  if (now.phase === 'building') return { phase: 'idle' };
  return now.phase === 'applying' ? { ...now, cancelling: true } : now;
}

function wasCancelled(result: Result<unknown>): boolean {
  return !result.ok && result.error.code === 'workstation.cancelled';
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
