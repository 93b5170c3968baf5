import type { FieldValue } from '../../../shared/conflict.ts';
import type { JournalStep } from '../../../shared/contract/journal.ts';
import { identityOf, objectOf } from '../../../shared/plan/expectations.ts';
import { fieldName, fieldValue, type FieldOwner } from '../../components/field-words.ts';
import type { Text } from '../../i18n/language.ts';

/** One value of a step's object before and after it, in words. */
export interface ValueChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What a step changes of a domain; the rest of its row says which domain it is. */
const DOMAIN_FIELDS = ['comment', 'proxyFqdn', 'verificationLevel', 'markForMonitoring'] as const;

/** What a step has changed of its object, as it was read just before and just after; nothing where it was not read. */
export function changedValues(text: Text, { result, before, after }: JournalStep): readonly ValueChange[] {
  if (before === null || after === null) return [];
  const [was, is] = [objectOf(result, before), objectOf(result, after)];
  const rows: ValueChange[] = [];
  if (result.object !== 'access-edge' && (was === null) !== (is === null)) {
    rows.push({ name: identityOf(result), before: presence(text, was), after: presence(text, is) });
  }
  const old = new Map<string, FieldValue>(Object.entries(was ?? {}));
  const young = new Map<string, FieldValue>(Object.entries(is ?? {}));
  const owner = ownerOf(result);
  for (const field of owner === null ? DOMAIN_FIELDS : new Set([...old.keys(), ...young.keys()])) {
    const [one, other] = [old.get(field) ?? null, young.get(field) ?? null];
    if (one === other) continue;
    const words = (value: FieldValue): string => fieldValue(text, field, value, owner);
    rows.push({ name: fieldName(text, field, owner), before: words(one), after: words(other) });
  }
  return rows;
}

/** Whose the values are: they are called as the form calls them. */
function ownerOf(result: JournalStep['result']): FieldOwner {
  if (result.object === 'domain') return null;
  return result.object === 'noun' ? result.noun : result.object;
}

function presence(text: Text, row: object | null): string {
  return text(row === null ? 'journal.value.absent' : 'journal.value.present');
}
