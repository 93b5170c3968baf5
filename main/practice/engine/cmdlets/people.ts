import { Refusal } from '../errors/store-errors.ts';
import { addressesAsked } from '../filter/addresses.ts';
import { FilterError } from '../filter/tokens.ts';
import { readFilter, type FilterValue } from '../filter/filter.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import { grantedPolicy, type Person } from '../store/directory.ts';
import type { Configuration, ExternalAccessPolicyRow } from '../store/configuration.ts';
import { wildcard } from '../values/wildcard.ts';
import { booleanArgument, isGiven, textArgument } from './arguments.ts';
import type { CmdletContext } from './implementation.ts';
import { notFound } from './reading.ts';

/** The attributes -Filter compares, by their names with small letters. */
const ATTRIBUTES: Readonly<Record<string, (person: Person, configuration: Configuration) => FilterValue>> = {
  identity: ({ identity }) => identity,
  samaccountname: ({ logonName }) => logonName,
  userprincipalname: ({ principalName }) => principalName,
  firstname: ({ firstName }) => firstName,
  lastname: ({ lastName }) => lastName,
  displayname: ({ displayName }) => displayName,
  windowsemailaddress: ({ principalName }) => principalName,
  sipaddress: ({ sipAddress }) => sipAddress,
  enabled: isEnabled,
  enabledforfederation: isEnabled,
  enabledforinternetaccess: isEnabled,
  publicnetworkenabled: isEnabled,
  enterprisevoiceenabled: () => false,
  registrarpool: ({ registrarPool }) => registrarPool,
  hostingprovider: () => 'SRV:',
  lineuri: () => '',
  externalaccesspolicy: (person, configuration) => policyName(grantedPolicy(person, configuration)),
  conferencingpolicy: () => null,
};

/** The name of a user policy as Get-CsUser shows it: without tag: before it (Get-CsUser help); null for none. */
export function policyName(policy: ExternalAccessPolicyRow | null): string | null {
  return policy === null ? null : policy.identity.slice('Tag:'.length);
}

/** Whether somebody is enabled for Lync. */
export function isEnabled({ sipAddress }: Person): boolean {
  return sipAddress !== null;
}

/**
 * The people a call means: that of -Identity, or those of -Filter, -OU and the switches, at most -ResultSize. Throws a
 * Refusal for an identity nobody or more than one has, a filter that is none, a size that is none, an LDAP filter.
 */
export function peopleMeant(
  call: BoundCall,
  context: CmdletContext,
  among: (person: Person) => boolean,
): Iterable<Person> {
  if (isGiven(call, 'LdapFilter') || isGiven(call, 'LDAPFilter')) {
    throw new Refusal('ldapFilter', 'The practice deployment does not evaluate LDAP filters: use -Filter.', null);
  }
  const identity = textArgument(call, 'Identity');
  const people = context.store.people();
  const size = resultSize(call);
  if (identity !== null) return named(people, identity, among).slice(0, size);
  return first(size, filtered(people, call, context, among));
}

/** The first so many of those that pass, each looked for when it is wanted: a search that has enough ends. */
function* first(size: number, people: Iterable<Person>): Iterable<Person> {
  let left = size;
  if (left === 0) return;
  for (const person of people) {
    yield person;
    left -= 1;
    if (left === 0) return;
  }
}

/** One person by any form of identity. Throws a Refusal for nobody, and for a display name that several have. */
export function personNamed(identity: string, context: CmdletContext): Person {
  const [only, another] = named(context.store.people(), identity, () => true);
  if (only === undefined) throw notFound('User', identity);
  if (another === undefined) return only;
  throw new Refusal('ambiguousUser', `More than one user is called "${identity}".`, identity);
}

function named(people: readonly Person[], identity: string, among: (person: Person) => boolean): readonly Person[] {
  const wanted = identity.toLowerCase();
  const exact = formsOf(people).get(wanted);
  if (exact !== undefined && among(exact)) return [exact];
  const matches = wildcard(identity);
  const shown = people.filter((person) => among(person) && matches(person.displayName));
  if (shown.length === 0 && !identity.includes('*')) throw notFound('User', identity);
  return shown;
}

/** Each person by every form of identity but the display name, in small letters; made once for a directory. */
const FORMS = new WeakMap<readonly Person[], ReadonlyMap<string, Person>>();

function formsOf(people: readonly Person[]): ReadonlyMap<string, Person> {
  const kept = FORMS.get(people);
  if (kept !== undefined) return kept;
  const made = new Map<string, Person>();
  for (const person of people) {
    const { identity, principalName, sipAddress, logonName } = person;
    for (const form of [identity, principalName, sipAddress, `contoso\\${logonName}`]) {
      if (form !== null) made.set(form.toLowerCase(), person);
    }
  }
  FORMS.set(people, made);
  return made;
}

/** The place of each person by SIP address, in small letters; made once for a directory. */
const PLACES = new WeakMap<readonly Person[], ReadonlyMap<string, number>>();

/** The people of these addresses, in the directory's order. */
function withAddress(people: readonly Person[], addresses: readonly string[]): readonly Person[] {
  const places =
    PLACES.get(people) ??
    new Map(people.flatMap(({ sipAddress }, at) => (sipAddress === null ? [] : [[sipAddress.toLowerCase(), at]])));
  PLACES.set(people, places);
  const asked = [...new Set(addresses)].flatMap((address) => places.get(address) ?? []);
  return asked.sort((one, other) => one - other).flatMap((at) => people[at] ?? []);
}

/** Those that pass, in the directory's order, one at a time. */
function* filtered(
  people: readonly Person[],
  call: BoundCall,
  context: CmdletContext,
  among: (person: Person) => boolean,
): Iterable<Person> {
  const configuration = context.store.current();
  const text = textArgument(call, 'Filter');
  const unit = textArgument(call, 'OU')?.toLowerCase();
  const unassigned = booleanArgument(call, 'UnassignedUser') === true;
  if (booleanArgument(call, 'OnOfficeCommunicationServer') === true) return;
  const passes = text === null ? null : filterFrom(text);
  const asked = text === null ? null : addressesAsked(text);
  for (const person of asked === null ? people : withAddress(people, asked)) {
    if (!among(person) || (unassigned && person.registrarPool !== null)) continue;
    if (unit !== undefined && !person.identity.toLowerCase().endsWith(`,${unit}`)) continue;
    if (passes === null || refusingFilter(() => passes((name) => attributeOf(person, name, configuration))))
      yield person;
  }
}

/** Undefined for an attribute there is not. */
function attributeOf(person: Person, name: string, configuration: Configuration): FilterValue | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(ATTRIBUTES, key) ? ATTRIBUTES[key]?.(person, configuration) : undefined;
}

function filterFrom(text: string): ReturnType<typeof readFilter> {
  return refusingFilter(() => readFilter(text));
}

function refusingFilter<T>(work: () => T): T {
  try {
    return work();
  } catch (caught) {
    if (!(caught instanceof FilterError)) throw caught;
    throw new Refusal('filterUnusable', `The filter cannot be used: ${caught.message}`, null);
  }
}

function resultSize(call: BoundCall): number {
  const written = textArgument(call, 'ResultSize');
  if (written === null || written.toLowerCase() === 'unlimited') return Number.POSITIVE_INFINITY;
  if (!/^\d{1,10}$/.test(written) || Number(written) > 2_147_483_647) {
    throw new Refusal('resultSize', `"${written}" is not Unlimited or a number from 0 to 2147483647.`, written);
  }
  return Number(written);
}
