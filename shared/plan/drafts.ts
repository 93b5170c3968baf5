import { failure } from '../errors.ts';
import { identityKey } from '../nouns/nouns.ts';
import { domainKey } from '../rules/domain-name.ts';
import { domainOf } from './domain-steps.ts';
import type { Draft } from './draft.ts';
import { isNounDraft } from './kind-of-draft.ts';
import { ACCESS_EDGE_IDENTITY } from './expectations.ts';

/**
 * Refuses two drafts on one object: the second would be made from a state that the first changes. A move is one draft.
 * Throws plan.object-twice, and input.* for a name to add that no server takes.
 */
export function requireOncePerObject(drafts: readonly Draft[]): void {
  const seen = new Set<string>();
  for (const draft of drafts) {
    const { identity, key } = objectKey(draft);
    if (seen.has(key)) throw failure('plan.object-twice', { identity });
    seen.add(key);
  }
}

function objectKey(draft: Draft): { readonly identity: string; readonly key: string } {
  if (isNounDraft(draft)) {
    const { noun, identity } = draft;
    return { identity, key: `${noun} ${identityKey(noun, identity)}` };
  }
  const identity = draft.kind === 'access-edge.set' ? ACCESS_EDGE_IDENTITY : domainOf(draft);
  return { identity, key: domainKey(identity) };
}
