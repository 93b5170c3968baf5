import { errorFrom, type ErrorLayer } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';

/** A refusal of these layers is of one cmdlet; any other is of the session, and no part would fare better. */
const OF_ONE_PART: ReadonlySet<ErrorLayer> = new Set<ErrorLayer>(['cmdlet', 'permission', 'powershell']);

/** One part of an answer: what befalls its cmdlet stands in it. Throws what is of the session or of the caller. */
export async function partOf<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (caught) {
    const error = errorFrom(caught);
    if (!OF_ONE_PART.has(error.layer)) throw caught;
    return failed(error);
  }
}
