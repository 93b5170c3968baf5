import { Refusal, refusalRecord } from '../errors/store-errors.ts';
import type { CmdletContext } from './implementation.ts';

/** Runs a cmdlet's work; what it refuses becomes an error record of the cmdlet, and the pipeline goes on. */
export async function refusing(context: CmdletContext, work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (caught) {
    if (!(caught instanceof Refusal)) throw caught;
    context.error(refusalRecord(caught, context.command.name, context.command.implementingType));
  }
}
