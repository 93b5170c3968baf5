import type { UserQuery } from '../../shared/contract/users.ts';
import type { DirectoryUser, SitePools } from '../../shared/models/directory-user.ts';
import { scopeOf, userPolicyName } from '../../shared/rules/policy-in-force.ts';
import { hasText, isValue, joined, sameValue, valueHasText } from './user-filter.ts';

/** The filter of a search; null = everybody. It finds all whom `queryMatches` takes, and perhaps a few more. */
export function queryFilter({ text, registrarPool, assigned }: UserQuery): string | null {
  const parts = wordsOf(text).map((word) => joined('-or', [hasText('DisplayName', word), hasText('SipAddress', word)]));
  if (registrarPool !== null) parts.push(isValue('RegistrarPool', registrarPool));
  if (assigned.kind !== 'any') {
    parts.push(isValue('ExternalAccessPolicy', assigned.kind === 'policy' ? assigned.policy : null));
  }
  return parts.length === 0 ? null : joined('-and', parts);
}

/** Whether a search means this user. */
export function queryMatches({ text, registrarPool, assigned }: UserQuery, user: DirectoryUser): boolean {
  const { displayName, sipAddress, externalAccessPolicy } = user;
  if (!wordsOf(text).every((word) => valueHasText(displayName, word) || valueHasText(sipAddress, word))) return false;
  if (registrarPool !== null && !sameValue(user.registrarPool, registrarPool)) return false;
  if (assigned.kind === 'any') return true;
  return sameValue(externalAccessPolicy, assigned.kind === 'policy' ? assigned.policy : null);
}

/** The filter of those a policy may be in force for: who it is for in the end, the scopes decide (shared/rules). */
export function governedFilter(policy: string, sites: readonly SitePools[]): string {
  const scope = scopeOf(policy);
  if (scope === 'user') return isValue('ExternalAccessPolicy', userPolicyName(policy));
  const automatic = isValue('ExternalAccessPolicy', null);
  const pools = sites.find(({ site }) => sameValue(site, policy))?.pools ?? [];
  if (scope === 'global' || pools.length === 0) return automatic;
  return joined('-and', [
    automatic,
    joined(
      '-or',
      pools.map((pool) => isValue('RegistrarPool', pool)),
    ),
  ]);
}

/** The filter of the users of these names. */
export function nameFilter(names: readonly string[]): string {
  return joined(
    '-or',
    names.map((name) => (isAddress(name) ? isValue('SipAddress', addressOf(name)) : isValue('DisplayName', name))),
  );
}

/** Those of the users whom a name means: by SIP address, with or without `sip:`, or by display name. */
export function userNamed(name: string, users: readonly DirectoryUser[]): readonly DirectoryUser[] {
  return isAddress(name)
    ? users.filter(({ sipAddress }) => sameValue(sipAddress, addressOf(name)))
    : users.filter(({ displayName }) => sameValue(displayName, name));
}

function isAddress(name: string): boolean {
  return name.includes('@');
}

function addressOf(name: string): string {
  return /^sip:/i.test(name) ? name : `sip:${name}`;
}

/** A word for each blank-separated part; one of wildcards alone says nothing. */
function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => !/^\**$/.test(word));
}
