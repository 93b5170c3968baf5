import type { FieldValue } from '../../../shared/conflict.ts';
import type { NounAbilities } from '../../../shared/contract/requests.ts';
import type { EdgewiseError } from '../../../shared/errors.ts';
import { PROVIDER_TEMPLATES, type ProviderTemplate } from '../../../shared/facts/provider-templates.ts';
import { NOUNS } from '../../../shared/nouns/nouns.ts';
import { providerProblems, type ProviderProblems } from '../../../shared/rules/provider.ts';
import { onlyShown } from '../../components/noun-panel/noun-fields.ts';
import {
  initialFields,
  newSubject,
  nounOf,
  nounRowId,
  type NounFields,
  type NounSubject,
  type NounTableRow,
} from '../../components/noun-panel/noun-subject.ts';
import type { ProviderNoun } from './provider-words.ts';

/** What a form of a provider is checked against. */
export interface ProviderPlace {
  /** Every provider there is, of both kinds. */
  readonly rows: readonly NounTableRow[];
  readonly defaultRouting: boolean;
}

/** A new provider as Microsoft's form begins. */
export function newProvider(noun: ProviderNoun, abilities: NounAbilities | null): NounSubject {
  return onlyShown(newSubject(noun, { enabled: true, verificationLevel: 'AlwaysUnverifiable' }), abilities);
}

/** What is wrong with each field, by the rule main checks it with again. */
export function problemsOf(
  subject: NounSubject,
  fields: NounFields,
  { rows, defaultRouting }: ProviderPlace,
): ProviderProblems {
  const self = subject.kind === 'existing' ? nounRowId(subject.row) : null;
  const others = rows
    .filter((row) => nounRowId(row) !== self)
    .map(({ identity, values }) => ({ name: identity, proxyFqdn: String(values['proxyFqdn'] ?? '') }));
  return providerProblems({
    name: subject.kind === 'new' ? fields.identity.trim() : null,
    values: changedValues(subject, fields),
    others,
    defaultRouting,
  });
}

/** The values that would be sent: a count is a number, and one that is none stands for itself. */
function changedValues(subject: NounSubject, fields: NounFields): Readonly<Record<string, FieldValue>> {
  const before = subject.kind === 'existing' ? initialFields(subject).values : {};
  return Object.fromEntries(
    NOUNS[nounOf(subject)].fields.flatMap(({ name, kind }): [string, FieldValue][] => {
      const value = fields.values[name];
      if (value === undefined || value === before[name]) return [];
      return [[name, kind === 'count' && typeof value === 'string' ? countOf(value) : value]];
    }),
  );
}

/** An empty field is no port either. */
function countOf(typed: string): number {
  return /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;
}

/** Whether the change deletes the provider and makes it anew: it is of a value that only New- takes. */
export function isMadeAnew(subject: NounSubject, fields: NounFields): boolean {
  if (subject.kind === 'new') return false;
  const before = initialFields(subject).values;
  return NOUNS[nounOf(subject)].fields.some(({ name, onlyNew }) => onlyNew && fields.values[name] !== before[name]);
}

/** The provider that has what a problem says is taken, by its name; null = it says no such thing. */
export function takerOf(problem: EdgewiseError | undefined): string | null {
  if (problem?.code === 'conflict.provider-name-taken') return problem.values.name;
  return problem?.code === 'conflict.provider-edge-taken' ? problem.values.name : null;
}

/** The templates of a kind. */
export function templatesOf(noun: ProviderNoun): readonly ProviderTemplate[] {
  return PROVIDER_TEMPLATES.filter((template) => template.noun === noun);
}

/** The fields filled in from a template: the name of a new provider alone, and only fields the form shows. */
export function filledIn(
  subject: NounSubject,
  fields: NounFields,
  { identity, values }: ProviderTemplate,
  shown: readonly string[],
): NounFields {
  const given = Object.entries(values).filter(([name]) => shown.includes(name));
  const texts = given.map(([name, value]): [string, string | boolean] => [
    name,
    typeof value === 'boolean' ? value : String(value ?? ''),
  ]);
  return {
    identity: subject.kind === 'new' ? identity : fields.identity,
    values: { ...fields.values, ...Object.fromEntries(texts) },
  };
}
