import { errorFrom, Failure, failure, type EdgewiseError } from '../../shared/errors.ts';
import { asWanted, stillExpected, type DomainState } from '../../shared/plan/expectations.ts';
import type { PlanStep } from '../../shared/plan/plan.ts';
import type { Sha256 } from '../../shared/plan/row-version.ts';
import { stringArray, type CommandArgument, type PsValue } from '../psrp/index.ts';
import type { RemoteSession } from '../session/session.ts';
import { runCmdlet } from './run-cmdlet.ts';

/** Sends one step, once. Throws the session's Failure or the cmdlet's; `answeredByCmdlet` tells the two apart. */
export async function sendStep(session: RemoteSession, step: PlanStep, signal?: AbortSignal): Promise<void> {
  await runCmdlet(session, step.cmdlet, step.arguments.map(wireArgument), { signal });
}

/**
 * Whether an error of a write is the cmdlet's own answer. Any other one, a stop included, leaves open whether the write
 * was carried out: the object must be looked up.
 */
export function answeredByCmdlet(error: EdgewiseError): boolean {
  return error.layer === 'cmdlet' || error.layer === 'permission' || error.layer === 'conflict';
}

/**
 * What became of a write that ended in an error, told from the object as it is now: `null` = it was carried out, else
 * the Failure to show. A refused write gets the conflict that the object shows, for no document gives the server's error
 * ids; a lost answer is done, not done, or cmdlet.answer-lost when the object is neither as before nor as wanted.
 */
export function settle(step: PlanStep, state: DomainState, caught: unknown, sha256: Sha256): Failure | null {
  const error = errorFrom(caught);
  const unchanged = step.expects.every((expectation) => stillExpected(expectation, state, sha256));
  const refused = caught instanceof Failure ? caught : new Failure(error, { cause: caught });
  if (answeredByCmdlet(error)) return unchanged ? refused : conflictOf(step, state);
  if (asWanted(step.result, state)) return null;
  return unchanged ? refused : answerLost(step, caught);
}

/** The Failure for a write of which nobody can say whether it was carried out. */
export function answerLost(step: PlanStep, cause?: unknown): Failure {
  const values = { cmdlet: step.cmdlet, identity: step.result.domain };
  return failure('cmdlet.answer-lost', values, { cmdlet: step.cmdlet }, cause);
}

/** The conflict a domain shows that is no longer as the step expects it. */
export function conflictOf(step: PlanStep, state: DomainState): Failure {
  const { domain } = step.result;
  const adds = step.expects.every((expectation) => expectation.version === null);
  if (adds && state.allowed !== null) return failure('conflict.already-allowed', { domain });
  if (adds) return failure('conflict.already-blocked', { domain });
  const row = step.result.list === 'allowed' ? state.allowed : state.blocked;
  if (row === null) return failure('conflict.not-found', { identity: domain });
  return failure('conflict.changed-since-read', { identity: domain });
}

function wireArgument(argument: PlanStep['arguments'][number]): CommandArgument {
  return { name: argument.name, value: wireValue(argument.value) };
}

function wireValue(value: PlanStep['arguments'][number]['value']): PsValue {
  return value !== null && typeof value === 'object' ? stringArray(value) : value;
}
