import { errorFrom, Failure, failure, type EdgewiseError } from '../../shared/errors.ts';
import { conflictFailure, fieldsIn } from '../../shared/plan/conflict.ts';
import {
  asWanted,
  identityOf,
  isDomainState,
  objectOf,
  stillExpected,
  type ObjectState,
} from '../../shared/plan/expectations.ts';
import type { PlanStep } from '../../shared/plan/plan.ts';
import type { Sha256 } from '../../shared/plan/row-version.ts';
import { stringArray, type CommandArgument, type PsValue } from '../psrp/index.ts';
import type { RemoteSession } from '../session/session.ts';
import { runCmdlet } from './run-cmdlet.ts';

const INT32_MAX = 2147483647;

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

/** Whether an error of a write says that nothing of it was sent: the person cancelled it while it waited for its turn. */
export function neverSent(error: EdgewiseError): boolean {
  return error.code === 'workstation.cancelled';
}

/**
 * What became of a write that ended in an error, told from the object as it is now: `null` = it was carried out, else
 * the Failure to show. A refused write gets the conflict that the object shows, for no document gives the server's error
 * ids; a lost answer is done, not done, or cmdlet.answer-lost when the object is neither as before nor as wanted.
 */
export function settle(at: StepConflict, caught: unknown, sha256: Sha256): Failure | null {
  const { step, now: state } = at;
  const error = errorFrom(caught);
  const unchanged = step.expects.every((expectation) => stillExpected(expectation, state, sha256));
  const refused = caught instanceof Failure ? caught : new Failure(error, { cause: caught });
  if (answeredByCmdlet(error)) return unchanged ? refused : conflictOf(at, sha256);
  if (asWanted(step.result, state)) return null;
  return unchanged ? refused : answerLost(step, caught);
}

/** The Failure for a write of which nobody can say whether it was carried out. */
export function answerLost(step: PlanStep, cause?: unknown): Failure {
  const values = { cmdlet: step.cmdlet, identity: identityOf(step.result) };
  return failure('cmdlet.answer-lost', values, { cmdlet: step.cmdlet }, cause);
}

/** A step whose object is not as it expects it, as it was reviewed (null = not known) and as it is now. */
export interface StepConflict {
  readonly step: PlanStep;
  readonly now: ObjectState;
  readonly reviewed: ObjectState | null;
}

/** The conflict an object shows that is no longer as the step expects it; of what was reviewed, with the three values. */
export function conflictOf({ step, now, reviewed }: StepConflict, sha256: Sha256): Failure {
  const { expects, result } = step;
  const [expected] = expects;
  const adds = expects.every(({ version }) => version === null);
  if (result.object === 'domain' && adds && isDomainState(now)) {
    const { domain } = result;
    return failure(now.allowed !== null ? 'conflict.already-allowed' : 'conflict.already-blocked', { domain });
  }
  if (result.object === 'noun' && adds && 'row' in now && now.row !== null) {
    return failure('conflict.exists', { identity: now.row.identity });
  }
  if (expected === undefined) throw new Error('a step that expects nothing');
  return conflictFailure(
    {
      expected,
      now,
      reviewed: reviewed === null ? null : fieldsIn(objectOf(expected, reviewed)),
      wanted: result.object !== 'access-edge' && !result.present ? null : result.values,
    },
    sha256,
  );
}

function wireArgument(argument: PlanStep['arguments'][number]): CommandArgument {
  return { name: argument.name, value: wireValue(argument.value) };
}

function wireValue(value: PlanStep['arguments'][number]['value']): PsValue {
  if (value !== null && typeof value === 'object') return stringArray(value);
  // A number is an Int32 on the wire; an unsigned one may need more.
  return typeof value === 'number' && Math.abs(value) > INT32_MAX ? BigInt(value) : value;
}
