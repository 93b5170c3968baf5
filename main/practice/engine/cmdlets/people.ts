import { Refusal } from '../errors/store-errors.ts';
import { FilterError } from '../filter/tokens.ts';
import { readFilter, type FilterValue } from '../filter/filter.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import { grantedPolicy, type Person } from '../store/directory.ts';
import type { Configuration } from '../store/configuration.ts';
import { wildcard } from '../values/wildcard.ts';
import { booleanArgument, isGiven, textArgument } from './arguments.ts';
import type { CmdletContext } from './implementation.ts';
import { notFound } from './reading.ts';

/** The values of a person's attributes by their names with small letters, as -Filter compares them. */
export function attributesOf(person: Person, configuration: Configuration): ReadonlyMap<string, FilterValue> {
  const enabled = person.sipAddress !== null;
  const policy = grantedPolicy(person, configuration);
  return new Map<string, FilterValue>([
    ['identity', person.identity],
    ['samaccountname', person.logonName],
    ['userprincipalname', person.principalName],
    ['firstname', person.firstName],
    ['lastname', person.lastName],
    ['displayname', person.displayName],
    ['windowsemailaddress', person.principalName],
    ['sipaddress', person.sipAddress],
    ['enabled', enabled],
    ['enabledforfederation', enabled],
    ['enabledforinternetaccess', enabled],
    ['publicnetworkenabled', enabled],
    ['enterprisevoiceenabled', false],
    ['registrarpool', person.registrarPool],
    ['hostingprovider', 'SRV:'],
    ['lineuri', ''],
    ['externalaccesspolicy', policy === null ? null : policy.identity.slice('Tag:'.length)],
    ['conferencingpolicy', null],
  ]);
}

/**
 * The people a call means: that of -Identity, or those of -Filter, -OU and the switches, at most -ResultSize. Throws a
 * Refusal for an identity nobody or more than one has, a filter that is none, a size that is none, an LDAP filter.
 */
export function peopleMeant(call: BoundCall, context: CmdletContext, among: (person: Person) => boolean): Person[] {
  if (isGiven(call, 'LdapFilter') || isGiven(call, 'LDAPFilter')) {
    throw new Refusal('ldapFilter', 'The practice deployment does not evaluate LDAP filters: use -Filter.', null);
  }
  const people = context.store.people().filter(among);
  const identity = textArgument(call, 'Identity');
  const meant = identity === null ? filtered(people, call, context) : named(people, identity);
  return meant.slice(0, resultSize(call));
}

/** One person by any form of identity. Throws a Refusal for nobody, and for a display name that several have. */
export function personNamed(identity: string, context: CmdletContext): Person {
  const [only, another] = named(context.store.people(), identity);
  if (only === undefined) throw notFound('User', identity);
  if (another === undefined) return only;
  throw new Refusal('ambiguousUser', `More than one user is called "${identity}".`, identity);
}

function named(people: readonly Person[], identity: string): readonly Person[] {
  const wanted = identity.toLowerCase();
  const exact = people.filter((person) =>
    [person.identity, person.principalName, person.sipAddress, `contoso\\${person.logonName}`].some(
      (form) => form?.toLowerCase() === wanted,
    ),
  );
  if (exact.length > 0) return exact;
  const matches = wildcard(identity);
  const shown = people.filter((person) => matches(person.displayName));
  if (shown.length === 0 && !identity.includes('*')) throw notFound('User', identity);
  return shown;
}

function filtered(people: readonly Person[], call: BoundCall, context: CmdletContext): readonly Person[] {
  const configuration = context.store.current();
  const text = textArgument(call, 'Filter');
  const unit = textArgument(call, 'OU')?.toLowerCase();
  const unassigned = booleanArgument(call, 'UnassignedUser') === true;
  const onOffice = booleanArgument(call, 'OnOfficeCommunicationServer') === true;
  const passes = text === null ? null : filterFrom(text);
  return people.filter((person) => {
    if (onOffice || (unassigned && person.registrarPool !== null)) return false;
    if (unit !== undefined && !person.identity.toLowerCase().endsWith(`,${unit}`)) return false;
    if (passes === null) return true;
    const attributes = attributesOf(person, configuration);
    return refusingFilter(() => passes((name) => attributes.get(name.toLowerCase())));
  });
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
