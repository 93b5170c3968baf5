import type { NounName } from './nouns/noun.ts';

/** A value of a field of a server's object. */
export type FieldValue = string | number | boolean | null;

/** What somebody else has done to an object while a change of it was on its way, and the three values of each field. */
export interface Conflict {
  readonly object:
    | { readonly kind: 'domain'; readonly domain: string; readonly status: 'allowed' | 'blocked' }
    | { readonly kind: 'access-edge' }
    | { readonly kind: 'noun'; readonly noun: NounName; readonly identity: string };
  /** `other-list` = the domain stands on the other list now. */
  readonly now: 'changed' | 'gone' | 'other-list';
  /** Version of the object as it is now, wherever it stands; null = it is gone. */
  readonly versionNow: string | null;
  /** The fields that were changed, or are wanted, empty where it is not known what was reviewed. */
  readonly fields: readonly ConflictField[];
}

/** One field three times. A removal wants the value null; an object that is gone has it now. */
export interface ConflictField {
  readonly field: string;
  readonly reviewed: FieldValue;
  readonly now: FieldValue;
  /** Left out = the change does not touch the field: what is there now stays, whatever is chosen. */
  readonly wanted?: FieldValue;
}
