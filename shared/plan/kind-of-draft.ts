import type { Draft, NounDraft } from './draft.ts';

// Beside draft.ts and not in it: that needs the schema library, which the window's content security policy keeps out.

/** Whether a draft is of a noun's object, and not of a federated domain or the Access Edge. */
export function isNounDraft(candidate: Draft): candidate is NounDraft {
  return candidate.kind === 'noun.add' || candidate.kind === 'noun.set' || candidate.kind === 'noun.remove';
}
