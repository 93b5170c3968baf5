import type { JournalStep } from '../../../shared/contract/journal.ts';
import type { MessageId } from '../../../shared/i18n/index.ts';
import { identityOf, objectOf } from '../../../shared/plan/expectations.ts';
import { isVerificationLevel, verificationWords } from '../../components/verification-words.ts';
import type { Text } from '../../i18n/language.ts';

/** One value of a step's object before and after it, in words. */
export interface ValueChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const FIELDS = [
  ['comment', 'domains.column.comment'],
  ['proxyFqdn', 'domains.column.proxy'],
  ['verificationLevel', 'domains.column.verification'],
  ['markForMonitoring', 'domains.form.monitoring'],
] as const satisfies readonly (readonly [string, MessageId])[];

type Value = string | number | boolean | null;

/** What a step has changed of its object, as it was read just before and just after; nothing where it was not read. */
export function changedValues(text: Text, { result, before, after }: JournalStep): readonly ValueChange[] {
  if (before === null || after === null) return [];
  const [was, is] = [objectOf(result, before), objectOf(result, after)];
  const rows: ValueChange[] = [];
  if (result.object !== 'access-edge' && (was === null) !== (is === null)) {
    rows.push({ name: identityOf(result), before: presence(text, was), after: presence(text, is) });
  }
  const old = new Map<string, Value>(Object.entries(was ?? {}));
  const young = new Map<string, Value>(Object.entries(is ?? {}));
  for (const [field, name] of result.object === 'domain' ? domainFields(text) : parameters(old, young)) {
    const [one, other] = [old.get(field) ?? null, young.get(field) ?? null];
    if (one === other) continue;
    const words = result.object === 'domain' ? wordsOf : valueText;
    rows.push({ name, before: words(text, one), after: words(text, other) });
  }
  return rows;
}

type NamedField = readonly [field: string, name: string];

function domainFields(text: Text): readonly NamedField[] {
  return FIELDS.map(([field, label]) => [field, text(label)]);
}

/** The Access Edge has its fields from the cmdlet's parameters, and by those names they stand in the PowerShell beside. */
function parameters(...rows: readonly ReadonlyMap<string, Value>[]): readonly NamedField[] {
  const fields = new Set(rows.flatMap((row) => [...row.keys()]));
  return [...fields].map((field) => [field, `${field.charAt(0).toUpperCase()}${field.slice(1)}`]);
}

function presence(text: Text, row: object | null): string {
  return text(row === null ? 'journal.value.absent' : 'journal.value.present');
}

/** A value of a domain, in the words its form has for it. */
function wordsOf(text: Text, value: Value): string {
  if (typeof value === 'boolean') return text(value ? 'value.yes' : 'value.no');
  return typeof value === 'string' && isVerificationLevel(value)
    ? text(verificationWords[value])
    : valueText(text, value);
}

function valueText(text: Text, value: Value): string {
  return value === null || value === '' ? text('journal.value.none') : String(value);
}
