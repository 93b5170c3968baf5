import type { Draft, NounDraft } from './draft.ts';

/**
 * Whether a draft is of a noun's object, and not of a federated domain or the Access Edge. Apart from the schemas: the
 * page asks this too, and their library is not to be loaded there, for it tries `Function`, which Trusted Types forbid.
 */
export function isNounDraft(candidate: Draft): candidate is NounDraft {
  return candidate.kind === 'noun.add' || candidate.kind === 'noun.set' || candidate.kind === 'noun.remove';
}
