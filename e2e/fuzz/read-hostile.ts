import { Failure } from '../../shared/errors.ts';
import { decodeClixml } from '../../main/psrp/clixml/decode.ts';
import { readXmlTree } from '../../main/xml/tree.ts';
import { HOSTILE_DOCUMENTS } from './hostile-documents.ts';

/** The two readers of what a server sends: of a PSRP message, and of a SOAP envelope. */
export const HOSTILE_READERS = { clixml: decodeClixml, tree: readXmlTree } as const;

/** What became of one document: `read`, or the code it was refused with, and the processor time that took. */
export interface HostileOutcome {
  readonly reader: string;
  readonly document: string;
  readonly outcome: string;
  readonly seconds: number;
}

/** Gives every hostile document to every reader. Throws what is no Failure. */
export function readHostileDocuments(): readonly HostileOutcome[] {
  return Object.entries(HOSTILE_DOCUMENTS).flatMap(([document, make]) => {
    const text = make();
    return Object.entries(HOSTILE_READERS).map(([reader, read]) => {
      const before = process.cpuUsage();
      const outcome = outcomeOf(() => read(text));
      const { user, system } = process.cpuUsage(before);
      return { reader, document, outcome, seconds: (user + system) / 1e6 };
    });
  });
}

function outcomeOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (caught) {
    if (caught instanceof Failure) return caught.error.code;
    throw caught;
  }
}
