import type { EdgewiseError } from '../errors.ts';

/** What main tells the windows unasked: event name -> payload. */
export interface ConsoleEvents {
  /** The lists of a deployment changed (a write of any window): read them again. */
  'domains.changed': { readonly deployment: string };
  /** The state of a deployment's session. */
  'deployment.state': {
    readonly deployment: string;
    readonly state: 'closed' | 'opening' | 'open' | 'failed';
    readonly error: EdgewiseError | null;
  };
  /** Rows read so far by a running `domains.list`. */
  'domains.progress': { readonly deployment: string; readonly read: number };
  /** The journal has new entries, results or notices: read what is shown of it again. */
  'journal.changed': Readonly<Record<string, never>>;
}

export type EventName = keyof ConsoleEvents;
