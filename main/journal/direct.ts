import type { JournalDeployment } from '../../shared/contract/journal.ts';
import { errorFrom } from '../../shared/errors.ts';
import type { Journal } from './journal.ts';

/** To whom a direct entry's pipeline goes. */
export interface DirectTarget {
  readonly deployment: JournalDeployment;
  readonly url: string;
  readonly user: string;
}

/** Says what is sent now; only when it resolves may it be sent. */
export type OnSending = (cmdlet: string, powershell: string) => Promise<void>;

/**
 * Runs a pipeline of the command line as a direct entry: on disk before it is sent, and how it ended after. Gives what
 * `work` gives: whether it ended without an error record. Throws what `work` throws, and workstation.journal-unwritable.
 */
export async function journalDirectly(
  journal: Journal,
  target: DirectTarget,
  work: (onSending: OnSending) => Promise<boolean>,
): Promise<boolean> {
  const begun: { end: Awaited<ReturnType<Journal['beginDirect']>> | null } = { end: null };
  const onSending: OnSending = async (cmdlet, powershell) => {
    begun.end = await journal.beginDirect({ ...target, cmdlet, powershell });
  };
  try {
    const clean = await work(onSending);
    await begun.end?.({ clean, error: null });
    return clean;
  } catch (caught) {
    await begun.end?.({ clean: false, error: errorFrom(caught) });
    throw caught;
  }
}
