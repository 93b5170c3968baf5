import type { NounAbilities } from '../../../shared/contract/requests.ts';
import type { Scopes } from '../../../shared/contract/topology.ts';
import type { MessageId } from '../../../shared/i18n/index.ts';
import { sameIdentity } from '../../../shared/nouns/nouns.ts';
import { mediaScopeOf, takesMediaSettings, type MediaScope } from '../../../shared/rules/media-scope.ts';
import { onlyShown } from '../../components/noun-panel/noun-fields.ts';
import {
  initialFields,
  newSubject,
  type NounFields,
  type NounSubject,
  type NounTableRow,
} from '../../components/noun-panel/noun-subject.ts';
import type { NewScope } from './media-words.ts';

const NOUN = 'media-configuration';

/** What an identity begins with before its site or service is chosen. */
const PREFIXES: Readonly<Record<NewScope, string>> = { site: 'site:', service: 'service:' };

/** The scope of a row; Global of one whose identity nobody knows. */
export function scopeOf({ identity }: Pick<NounTableRow, 'identity'>): MediaScope {
  return mediaScopeOf(identity) ?? { kind: 'service', name: identity };
}

/** Whether a row is Global's, which is reset and never deleted. */
export function isGlobal(row: Pick<NounTableRow, 'identity'>): boolean {
  return scopeOf(row).kind === 'global';
}

/**
 * New settings of a site or service: they replace all of Global's, so they begin as those are. What Global has no value
 * of, this version of the server has not.
 */
export function newMedia(scope: NewScope, rows: readonly NounTableRow[], abilities: NounAbilities | null): NounSubject {
  const global = rows.find(isGlobal);
  if (global === undefined) return onlyShown(newSubject(NOUN, {}, PREFIXES[scope]), abilities);
  const there: NounSubject = { kind: 'existing', row: global };
  const start = { identity: PREFIXES[scope], values: knownValues(there, initialFields(there)) };
  return onlyShown({ kind: 'new', noun: NOUN, start }, abilities);
}

/** The values a form shows as facts: of settings that are there only those this server has; one it has not is not off. */
export function knownValues(subject: NounSubject, { values }: NounFields): NounFields['values'] {
  if (subject.kind === 'new') return values;
  const { row } = subject;
  return Object.fromEntries(Object.entries(values).filter(([field]) => (row.values[field] ?? null) !== null));
}

/** What new settings are made for. */
export function newScopeOf(start: NounFields): NewScope {
  return start.identity.startsWith(PREFIXES.service) ? 'service' : 'site';
}

/** One thing settings can be made for: the identity New- takes, and what it is called. */
export interface Target {
  readonly identity: string;
  readonly name: string;
}

/** What has no settings of its own yet; null = this role cannot see what there is. */
export function targetsOf(
  scope: NewScope,
  { sites, services }: Scopes,
  rows: readonly NounTableRow[],
): readonly Target[] | null {
  const names = scope === 'site' ? sites : (services?.filter(takesMediaSettings) ?? null);
  const targets = names?.map((name) => ({ identity: scope === 'site' ? `${PREFIXES.site}${name}` : name, name }));
  return targets?.filter(({ identity }) => !isTaken(identity, rows)) ?? null;
}

/** What is wrong with what new settings are for; null = nothing. */
export function identityProblem(identity: string, rows: readonly NounTableRow[]): MessageId | null {
  const scope = mediaScopeOf(identity);
  if (scope === null || (scope.kind === 'service' && !takesMediaSettings(scope.name))) return 'media.form.missing';
  return isTaken(identity, rows) ? 'media.form.taken' : null;
}

/** An identity as it is typed by a role that cannot see what there is: the name alone. */
export function typedName(scope: NewScope, identity: string): string {
  const prefix = PREFIXES[scope];
  return identity.startsWith(prefix) ? identity.slice(prefix.length) : identity;
}

/** The identity of a typed name. */
export function identityOf(scope: NewScope, typed: string): string {
  return scope === 'site' || typed === '' ? `${PREFIXES[scope]}${typed}` : typed;
}

function isTaken(identity: string, rows: readonly NounTableRow[]): boolean {
  return rows.some((row) => sameIdentity(NOUN, row.identity, identity));
}
