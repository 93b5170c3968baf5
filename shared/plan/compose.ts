import { sameDomain } from '../rules/domain-name.ts';
import type { Draft } from './draft.ts';
import { madeAnew } from './noun-inverse.ts';

/**
 * The same drafts, in the same order, with each removal that is followed by adding the domain to the other list made one
 * move, and each removal of an object that is followed by making it anew one change: a plan has one draft an object. Says everything the two said: what the new row is not given it does not get.
 */
export function composed(drafts: readonly Draft[]): readonly Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const last = out.at(-1);
    const move = last === undefined ? null : (moveOf(last, draft) ?? madeAnew(last, draft));
    if (move === null) out.push(draft);
    else out[out.length - 1] = move;
  }
  return out;
}

function moveOf(remove: Draft, add: Draft): Draft | null {
  if (remove.kind !== 'federated-domain.remove') return null;
  const adds = remove.status === 'allowed' ? 'blocked-domain.add' : 'allowed-domain.add';
  if ((add.kind !== 'allowed-domain.add' && add.kind !== 'blocked-domain.add') || add.kind !== adds) return null;
  if (!sameDomain(remove.domain, add.domain)) return null;
  return { ...add, ...remove, kind: 'federated-domain.move', comment: add.comment ?? '' };
}
