import { z } from 'zod';
import type { FieldValue } from '../conflict.ts';
import type { NounField, NounName } from '../nouns/noun.ts';
import { GROWING_NOUNS, NOUN_NAMES, nounField } from '../nouns/nouns.ts';
import { DRAFT_TEXT_LIMIT, digest, read } from './draft-parts.ts';

const identity = z.string().min(1).max(DRAFT_TEXT_LIMIT);
/** By field of the noun. A field left out stays as it is; an empty text is no text. */
const values = z.record(z.string().max(100), z.union([z.string().max(DRAFT_TEXT_LIMIT), z.number(), z.boolean()]));

interface OfNoun {
  readonly noun: NounName;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** Whether every value is of a field of the noun, and of its kind. */
function fits({ noun, values: given }: OfNoun): boolean {
  return Object.entries(given).every(([name, value]) => {
    const field = nounField(noun, name);
    return field !== null && isOfKind(field, value);
  });
}

function isOfKind({ kind, choices }: NounField, value: FieldValue): boolean {
  switch (kind) {
    case 'flag':
      return typeof value === 'boolean';
    case 'count':
      return typeof value === 'number';
    case 'choice':
      return typeof value === 'string' && choices.includes(value);
    case 'text':
    case 'list':
      return typeof value === 'string';
  }
}

/** The drafts of any noun: an object added, changed, or removed (of the one that cannot be: taken back to its defaults). */
export const nounDrafts = [
  z.strictObject({ kind: z.literal('noun.add'), noun: z.enum(GROWING_NOUNS), identity, values }).refine(fits),
  z
    .strictObject({
      kind: z.literal('noun.set'),
      noun: z.enum(NOUN_NAMES),
      identity,
      versionRead: digest,
      read,
      values,
    })
    .refine(fits),
  z.strictObject({
    kind: z.literal('noun.remove'),
    noun: z.enum(GROWING_NOUNS),
    identity,
    /** Version of the object as it was read; one changed since is a conflict. */
    versionRead: digest,
    read,
  }),
] as const;
