import { errorFrom, failure } from '../../shared/errors.ts';
import { asWanted, identityOf, stillExpected, type ObjectState } from '../../shared/plan/expectations.ts';
import { givenName } from '../../shared/nouns/nouns.ts';
import type { PlanStep, StepOutcome } from '../../shared/plan/plan.ts';
import type { Sha256 } from '../../shared/plan/row-version.ts';
import { readAccessEdge } from '../cs/access-edge.ts';
import { readDomain } from '../cs/domains.ts';
import { readNounRow } from '../cs/nouns.ts';
import { answeredByCmdlet, answerLost, conflictOf, neverSent, sendStep, settle } from '../cs/write-step.ts';
import type { Deployment } from './deployment.ts';
import type { OpenSession } from './deployment-session.ts';
import { readHolderNames } from './read-holders.ts';
import { throwIfCancelled } from './waiting.ts';

/** How long a look at the object may take after a write: not the caller's signal, for the truth is wanted after a cancel too. */
const LOOK_MS = 60_000;

export interface ApplyStepContext {
  readonly signal: AbortSignal;
  readonly sha256: Sha256;
  /** The object as it was reviewed, for the three values of a conflict; null = not known. */
  readonly reviewed: ObjectState | null;
  /** Throws plan.hash-differs when the session is not the one the plan was reviewed against. */
  readonly check: (open: OpenSession) => void;
  /**
   * Called with the object as it is just before the step is sent: from here on the server may have carried it out. What
   * it throws is thrown, and nothing is sent.
   */
  readonly onSend: (before: ObjectState) => Promise<void>;
}

/**
 * Carries out one step: reads its object, sends it once if the object is as reviewed, and reads it again. Gives the
 * object as it is then, or null where the look failed after the server has said that it is done. Throws
 * conflict.* and workstation.cancelled before anything is sent, the cmdlet's refusal, cmdlet.answer-lost, or
 * plan.not-as-wanted. Between the first read and the write a moment is left in which someone else may write: these
 * cmdlets have no conditional write.
 */
export async function applyStep(
  deployment: Deployment,
  step: PlanStep,
  context: ApplyStepContext,
): Promise<ObjectState | null> {
  const { signal, sha256, reviewed } = context;
  const before = await readBefore(deployment, step, signal);
  if (!step.expects.every((each) => stillExpected(each, before, sha256))) {
    throw conflictOf({ step, now: before, reviewed }, sha256);
  }
  requireReviewedHolders(step, reviewed, before);
  const failed = await deployment.session.hold(async (open): Promise<{ readonly caught: unknown } | null> => {
    context.check(open);
    throwIfCancelled(signal);
    await context.onSend(before);
    try {
      await sendStep(open.session, step, signal);
      return null;
    } catch (caught) {
      if (neverSent(errorFrom(caught))) throw caught;
      deployment.session.ended(open, errorFrom(caught));
      return { caught };
    }
  }, signal);
  return failed === null ? await verify(deployment, step) : await settleAfter(deployment, step, failed.caught, context);
}

/** Returns when the write was carried out after all, and throws what is to be shown when not. */
async function settleAfter(
  deployment: Deployment,
  step: PlanStep,
  caught: unknown,
  { sha256, reviewed }: ApplyStepContext,
): Promise<ObjectState> {
  let state: ObjectState;
  try {
    state = await readObject(deployment, step.result, AbortSignal.timeout(LOOK_MS));
  } catch (unread) {
    // The cmdlet's own refusal is certain without a look; a lost answer is not.
    throw answeredByCmdlet(errorFrom(caught)) ? caught : answerLost(step, unread);
  }
  const refused = settle({ step, now: state, reviewed }, caught, sha256);
  if (refused !== null) throw refused;
  return state;
}

async function verify(deployment: Deployment, step: PlanStep): Promise<ObjectState | null> {
  let state: ObjectState;
  try {
    state = await readObject(deployment, step.result, AbortSignal.timeout(LOOK_MS));
  } catch (unread) {
    const error = errorFrom(unread);
    // The server has said that it carried the step out; that the look after it failed makes it no less done. The lists
    // are read again by every window now, and that read says what is wrong with the server.
    if (error.code === 'workstation.unexpected') throw unread;
    return null;
  }
  if (!asWanted(step.result, state)) throw failure('plan.not-as-wanted', { identity: identityOf(step.result) });
  return state;
}

/** The object as it is now; of one that is to be removed also those it is given to, for the journal to give it back. */
async function readBefore(deployment: Deployment, { result }: PlanStep, signal: AbortSignal): Promise<ObjectState> {
  const state = await readObject(deployment, result, signal);
  if (result.object !== 'noun' || result.present || !('row' in state) || state.row === null) return state;
  const name = givenName(result.noun, state.row.identity);
  return name === null ? state : { ...state, givenTo: await readHolderNames(deployment, name, signal) };
}

/** A removal reaches nobody of whom the review did not speak. */
function requireReviewedHolders({ result }: PlanStep, reviewed: ObjectState | null, before: ObjectState): void {
  if (reviewed === null || !('row' in reviewed) || !('row' in before)) return;
  const told = new Set(reviewed.givenTo);
  const count = (before.givenTo ?? []).filter((each) => !told.has(each)).length;
  if (count > 0) throw failure('conflict.given-since-read', { identity: identityOf(result), count });
}

/** The object of a step as it stands on the server now. */
async function readObject(deployment: Deployment, of: StepOutcome, signal: AbortSignal): Promise<ObjectState> {
  return await deployment.session.read(async ({ session }): Promise<ObjectState> => {
    switch (of.object) {
      case 'domain':
        return await readDomain(session, of.domain, signal);
      case 'access-edge':
        return { edge: await readAccessEdge(session, signal) };
      case 'noun':
        return { row: await readNounRow(session, of.noun, of.identity, signal) };
    }
  }, signal);
}
