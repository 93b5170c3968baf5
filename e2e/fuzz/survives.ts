import { Failure } from '../../shared/errors.ts';

/** Runs a reader: true = it read, false = it refused by a Failure. Anything else it throws goes on: a defect. */
export function survives(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (caught) {
    if (caught instanceof Failure) return false;
    throw caught;
  }
}
