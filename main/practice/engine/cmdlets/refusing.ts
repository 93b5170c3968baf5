import { Failure } from '../../../../shared/errors.ts';
import { Refusal, refusalRecord } from '../errors/store-errors.ts';
import type { CmdletContext } from './implementation.ts';

/** Runs a cmdlet's work; what it refuses becomes an error record of the cmdlet, and the pipeline goes on. */
export async function refusing(context: CmdletContext, work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (caught) {
    const refusal = refusalOf(caught);
    if (refusal === null) throw caught;
    context.error(refusalRecord(refusal, context.command.name, context.command.implementingType));
  }
}

/** A state that cannot be kept is the person's to mend (a full disk, a folder made read-only): no defect of ours. */
function refusalOf(caught: unknown): Refusal | null {
  if (caught instanceof Refusal) return caught;
  if (!(caught instanceof Failure) || caught.error.code !== 'workstation.file-unreadable') return null;
  const reason = caught.cause instanceof Error ? caught.cause.message : caught.message;
  return new Refusal('stateNotKept', `The change was not made, for it could not be kept: ${reason}`, null);
}
