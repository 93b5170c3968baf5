import { z } from 'zod';
import type { EdgewiseError } from '../errors.ts';
import type { Draft } from '../plan/draft.ts';
import type { ObjectState } from '../plan/expectations.ts';
import type { PlanStep, PostureChange } from '../plan/plan.ts';

const entry = z.string().min(1).max(100);

/** How an entry ended: see the journal's README. `unknown` = sent, and nobody has seen what became of it. */
export const journalOutcome = z.enum(['applying', 'done', 'partly', 'failed', 'unknown']);
export type JournalOutcome = z.infer<typeof journalOutcome>;

/** The journal's part of the border. */
export const journalInputs = {
  'journal.list': z.strictObject({
    /** Every word must be found in the entry. */
    search: z.string().max(200).optional(),
    /** By its id; '' = of no deployment: a command line went by an address. */
    deployment: z.string().max(100).optional(),
    outcome: journalOutcome.optional(),
    /** Begun at this moment or later, and before that one. */
    from: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
    /** Only entries older than this one: `next` of the page before. */
    before: z.number().int().positive().optional(),
    limit: z.number().int().min(1).max(500),
  }),
  'journal.entry': z.strictObject({ entry }),
  'journal.undo': z.strictObject({ entry }),
  'journal.resume': z.strictObject({ entry }),
} as const;

export interface JournalOutputs {
  'journal.list': JournalPage;
  'journal.entry': JournalEntry;
  'journal.undo': JournalDrafts;
  'journal.resume': JournalResume;
}

/** Entries of the journal, newest first. */
export interface JournalPage {
  readonly entries: readonly JournalRow[];
  /** How many match, over all pages. */
  readonly total: number;
  /** For `before` of the next page; null = this was the last. */
  readonly next: number | null;
  /** Every deployment the journal speaks of, those since removed too. */
  readonly deployments: readonly JournalDeployment[];
  /** Entries of any deployment whose outcome nobody knows. */
  readonly unknown: number;
  readonly notices: readonly JournalNotice[];
}

export interface JournalDeployment {
  readonly id: string;
  /** As it was called when it was written to last. */
  readonly name: string;
}

/** One entry as the list shows it. */
export interface JournalRow {
  readonly id: string;
  /** Rises with every record of the journal. */
  readonly sequence: number;
  /** ISO 8601, UTC: when it was begun. */
  readonly at: string;
  /** The id of the plan that was applied. */
  readonly plan: string;
  readonly deployment: JournalDeployment;
  readonly user: string;
  readonly outcome: JournalOutcome;
  /** Whether later entries have brought every object it changed back to what it was before. */
  readonly undone: boolean;
  /** The first step in words. */
  readonly first: JournalWords;
  readonly steps: number;
}

/** A sentence: message id and values as they were written; the id may be one this version no longer has. */
export interface JournalWords {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
}

/** `not-done` = a later look has found the object as it was before; `stopped` = a person cancelled it, and it was not carried out. */
export type JournalStepState = 'not-sent' | 'sending' | 'unknown' | 'done' | 'not-done' | 'failed' | 'stopped';

/** One step as it was sent, its object just before and just after, and how it ended. */
export interface JournalStep extends Omit<PlanStep, 'words'> {
  readonly words: JournalWords;
  readonly state: JournalStepState;
  readonly error: EdgewiseError | null;
  /** As read just before it was sent; null = not read. */
  readonly before: ObjectState | null;
  /** As read after it; null = not read. */
  readonly after: ObjectState | null;
}

/** One entry whole. */
export interface JournalEntry extends JournalRow {
  readonly url: string;
  /** null for a direct entry. */
  readonly posture: PostureChange | null;
  readonly parts: readonly JournalStep[];
  /** What the command line sent, secrets out, and the error it ended in; left out for a plan. It cannot be undone. */
  readonly direct?: { readonly powershell: string; readonly error: EdgewiseError | null };
  /** Whether its records are covered by a seal of the keychain, or are not as they were written. */
  readonly seal: 'sealed' | 'unsealed' | 'altered';
  /** The last entry that changed one of its objects again, and when (ISO 8601, UTC); null = none has. */
  readonly since: { readonly entry: string; readonly at: string } | null;
  /** Whether there are steps to undo that are not undone, and steps to look up or to finish. */
  readonly undoable: boolean;
  readonly resumable: boolean;
}

/** Drafts for `plans.build`, to be reviewed in this order, on this deployment. */
export interface JournalDrafts {
  readonly deployment: string;
  readonly drafts: readonly Draft[];
  /** Of those to whom something was given that an undo gives back: whom these drafts do not reach. Left out where there are none. */
  readonly unreached?: Unreached;
}

/** Whom an undo does not give back what they had. */
export interface Unreached {
  /** So many are beyond what one plan takes: undoing once more goes on with them. */
  readonly later: number;
  /** They were given something else since, or are no longer there; that stays. */
  readonly elsewhere: readonly string[];
}

/** What looking an interrupted entry up has found, and what is left of it. */
export interface JournalResume extends JournalDrafts {
  readonly entry: JournalEntry;
}

/** What is to be known of the journal itself. */
export type JournalNotice =
  /** New entries are chained without a key: the keychain does not answer. */
  | { readonly kind: 'unsealed' }
  /** The key was lost: what was sealed with it can no longer be checked. */
  | { readonly kind: 'key-lost' }
  /** Records that are not as they were written. */
  | { readonly kind: 'altered'; readonly records: number }
  /** Records that are not there, between others that are. */
  | { readonly kind: 'missing'; readonly records: number }
  /** The keychain remembers newer records than the files have. */
  | { readonly kind: 'cut'; readonly records: number }
  /** A last record that was not written whole was put into this file. */
  | { readonly kind: 'torn'; readonly file: string }
  /** A result could not be written, and is kept in memory until it can. */
  | { readonly kind: 'not-written'; readonly reason: string };
