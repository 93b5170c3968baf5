import { PLAN_DRAFT_LIMIT } from '../../../shared/contract/limits.ts';
import type { Text } from '../../i18n/language.ts';
import { movedAlreadyWords, type DomainRow, type DomainStatus } from './domain-row.ts';
import type { WriteAbilities } from './use-write-abilities.ts';

/** Why the chosen rows cannot be deleted, in words; null = they can. */
export function whyNotRemoved(chosen: readonly DomainRow[], abilities: WriteAbilities, text: Text): string | null {
  return whyNone(chosen, text) ?? first(chosen, abilities.remove);
}

/** Why they cannot be moved to a list: off one and onto the other. */
export function whyNotMoved(
  to: DomainStatus,
  chosen: readonly DomainRow[],
  abilities: WriteAbilities,
  text: Text,
): string | null {
  const moved = chosen.filter(({ status }) => status !== to);
  if (chosen.length > 0 && moved.length === 0) return text(movedAlreadyWords[to]);
  return whyNone(moved, text) ?? first(moved, abilities.remove) ?? abilities.add(to);
}

/** Why they cannot be changed together. */
export function whyNotChanged(chosen: readonly DomainRow[], abilities: WriteAbilities, text: Text): string | null {
  return whyNone(chosen, text) ?? first(chosen, abilities.change);
}

/** Why nothing can be added, to neither list. */
export function whyNotAdded(abilities: WriteAbilities): string | null {
  return abilities.add('allowed') === null ? null : abilities.add('blocked');
}

function whyNone(chosen: readonly DomainRow[], text: Text): string | null {
  if (chosen.length === 0) return text('table.choose-some');
  return chosen.length > PLAN_DRAFT_LIMIT ? text('domains.many.limit', { limit: PLAN_DRAFT_LIMIT }) : null;
}

function first(chosen: readonly DomainRow[], why: (status: DomainStatus) => string | null): string | null {
  for (const status of new Set(chosen.map((row) => row.status))) {
    const reason = why(status);
    if (reason !== null) return reason;
  }
  return null;
}
