import type { Conflict } from '../../../shared/conflict.ts';
import type { NounName } from '../../../shared/nouns/noun.ts';
import { identityKey } from '../../../shared/nouns/nouns.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import { isNounDraft } from '../../../shared/plan/kind-of-draft.ts';
import type { PlanStep } from '../../../shared/plan/plan.ts';
import { domainKey } from '../../../shared/rules/domain-name.ts';

const ACCESS_EDGE = 'access-edge';

/** The object of a draft: one text for one object, whatever the case of its name. */
export function draftKey(draft: Draft): string {
  if (draft.kind === 'access-edge.set') return ACCESS_EDGE;
  return isNounDraft(draft) ? nounKey(draft.noun, draft.identity) : `domain ${domainKey(draft.domain)}`;
}

/** The object of a step, in the same way. */
export function stepKey(result: PlanStep['result']): string {
  if (result.object === 'access-edge') return ACCESS_EDGE;
  return result.object === 'noun' ? nounKey(result.noun, result.identity) : `domain ${domainKey(result.domain)}`;
}

/** The object of a conflict, in the same way. */
export function conflictKey({ object }: Conflict): string {
  if (object.kind === 'access-edge') return ACCESS_EDGE;
  return object.kind === 'noun' ? nounKey(object.noun, object.identity) : `domain ${domainKey(object.domain)}`;
}

function nounKey(noun: NounName, identity: string): string {
  return `noun ${noun} ${identityKey(noun, identity)}`;
}
