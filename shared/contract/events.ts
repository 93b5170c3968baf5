import type { EdgewiseError } from '../errors.ts';
import type { NounName } from '../nouns/noun.ts';
import type { Preferences } from '../models/preferences.ts';
import type { SettingsNotice, TestStep } from './deployments.ts';
import type { IdleState } from './idle.ts';
import type { UserListRow } from './users.ts';

/** What main tells the windows unasked: event name -> payload. */
export interface ConsoleEvents {
  /** The lists of a deployment changed (a write of any window): read them again. */
  'domains.changed': { readonly deployment: string };
  /** The Access Edge of a deployment changed (a write of any window), and its posture may have: read them again. */
  'access-edge.changed': { readonly deployment: string };
  /** Objects of a noun changed (a write of any window): read them again. */
  'nouns.changed': { readonly deployment: string; readonly noun: NounName };
  /** So many steps of a plan that is being applied are done; a step that fails ends it, and is told by the answer. */
  'plans.progress': { readonly plan: string; readonly ended: number; readonly steps: number };
  /** The state of a deployment's session. */
  'deployment.state': {
    readonly deployment: string;
    readonly state: 'closed' | 'opening' | 'open' | 'failed';
    readonly error: EdgewiseError | null;
  };
  /** The list of deployments, or what is known of one, changed: read the list again. */
  'deployments.changed': Readonly<Record<string, never>>;
  /** One more step of a running `deployments.test` has ended. */
  'deployments.test-step': TestStep & { readonly test: string };
  'settings.notice': SettingsNotice;
  /** Another language or theme was chosen in one of the windows. */
  'preferences.changed': Preferences;
  /** Another time without use was chosen, or it is over, or somebody has come back. */
  'idle.changed': IdleState;
  /** Rows read so far by a running `domains.list`. */
  'domains.progress': { readonly deployment: string; readonly read: number };
  /**
   * What a running search of users has found since it last said so, and how many it has looked at. The first few
   * thousand are told, for nobody reads more before the answer, which has all of them. A search that had to begin anew
   * tells from 0 again.
   */
  'users.found': {
    readonly search: string;
    /** The place of the first of them among all that were found. */
    readonly from: number;
    readonly users: readonly UserListRow[];
    readonly read: number;
  };
  /** The journal has new entries, results or notices: read what is shown of it again. */
  'journal.changed': Readonly<Record<string, never>>;
}

export type EventName = keyof ConsoleEvents;
