import type { FieldValue } from '../conflict.ts';
import { cmdlet, cmdletParameter, LIST_MODIFIER } from '../cmdlets/index.ts';
import type { PlanWordsId } from '../plan/plan.ts';

/** The nouns that are read, planned and written alike: each is its entry in `nouns.ts`. */
export type NounName =
  | 'external-access-policy'
  | 'public-provider'
  | 'hosting-provider'
  | 'xmpp-partner'
  | 'xmpp-gateway'
  | 'media-configuration'
  | 'user';

/** One value of an object: its name in our data, on the server's object and as a parameter. */
export interface NounField {
  readonly name: string;
  readonly property: string;
  readonly parameter: string;
  /** A list is one text here, its members joined by `LIST_JOINT`: no member has a comma. */
  readonly kind: 'text' | 'flag' | 'count' | 'choice' | 'list';
  /** The names a choice takes. */
  readonly choices: readonly string[];
  /** What a new object has without it, as documented; null = nothing is. */
  readonly initial: FieldValue;
  /** New- takes it and the cmdlet that changes does not: to change it is to remove the object and make it anew. */
  readonly onlyNew: boolean;
}

/** What one noun is, as data. */
export interface Noun {
  readonly name: NounName;
  readonly get: string;
  /** null = its objects are not made or removed by us. */
  readonly add: string | null;
  readonly set: string;
  readonly remove: string | null;
  readonly fields: readonly NounField[];
  /** The object that removing does not remove but takes back to its defaults; null = there is none. */
  readonly resets: string | null;
  /** Put before a name by the server, so that an identity with it and one without are the same; null = nothing is. */
  readonly prefix: string | null;
  /**
   * The noun whose objects are given one of these by a field, and lose it when it is removed; null = none is. Only what
   * has the prefix is given to anybody.
   */
  readonly givenTo: { readonly noun: NounName; readonly field: string } | null;
  readonly words: Readonly<Partial<Record<NounDeed, PlanWordsId>>>;
}

/** What a step does to an object; `leave` = it is removed so that it can be made anew. */
export type NounDeed = 'add' | 'set' | 'remove' | 'reset' | 'leave';

/** Between the members of a list that stands as one text. */
export const LIST_JOINT = ', ';

/** The members of such a text, without the empty ones. */
export function listMembers(text: string): readonly string[] {
  return text
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '');
}

/**
 * A noun of the catalogue (`shared/cmdlets`), its fields named as the parameters are, in camelCase and in the order they
 * are written. Kind, choices, initial value and whether only New- takes it are the catalogue's own facts.
 */
export function catalogueNoun(
  name: NounName,
  cmdletNoun: string,
  fields: readonly string[],
  more: Pick<Noun, 'words'> & Partial<Pick<Noun, 'resets' | 'prefix' | 'givenTo'>>,
): Noun {
  const add = `New-${cmdletNoun}`;
  const set = `Set-${cmdletNoun}`;
  const remove = `Remove-${cmdletNoun}`;
  return {
    name,
    get: `Get-${cmdletNoun}`,
    add: cmdlet(add) === null ? null : add,
    set,
    remove: cmdlet(remove) === null ? null : remove,
    fields: fields.map((field) => fieldOf(field, add, set)),
    resets: null,
    prefix: null,
    givenTo: null,
    ...more,
  };
}

function fieldOf(name: string, add: string, set: string): NounField {
  const parameter = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const changing = cmdletParameter(set, parameter);
  const fact = changing ?? cmdletParameter(add, parameter);
  if (fact === null) throw new Error(`the catalogue has no ${parameter} of ${set}`);
  return {
    name,
    property: parameter,
    parameter,
    kind: kindOf(fact.type, fact.values),
    choices: fact.values,
    initial: cmdletParameter(add, parameter)?.defaultValue ?? fact.defaultValue,
    onlyNew: changing === null,
  };
}

function kindOf(type: string, choices: readonly string[]): NounField['kind'] {
  if (choices.length > 0) return 'choice';
  if (type === 'System.Boolean') return 'flag';
  if (type === LIST_MODIFIER) return 'list';
  return /^System\.U?Int(16|32|64)$/.test(type) ? 'count' : 'text';
}
