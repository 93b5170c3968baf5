import type { Holders } from '../../shared/models/holder.ts';
import { NOUNS } from '../../shared/nouns/nouns.ts';
import { policyWithout } from '../../shared/rules/external-access-policy.ts';
import { sameDomain } from '../../shared/rules/domain-name.ts';
import { readPolicyHolders } from '../cs/policy-holders.ts';
import { GET_SITES, readSites } from '../cs/sites.ts';
import type { Deployment } from './deployment.ts';

/** A policy by its name without `tag:`, and the identities of the policies there are without it. */
export interface HeldPolicy {
  readonly name: string;
  readonly left: readonly string[];
}

/**
 * Those to whom a user policy is given, and what each falls back to: the policy of the site his pool is at, else Global;
 * null where no site has the pool. All null where this server or role has no cmdlet to ask with. Throws what reading
 * users and sites throws.
 */
export async function readHolders(
  deployment: Deployment,
  { name, left }: HeldPolicy,
  signal: AbortSignal,
): Promise<Holders> {
  return await deployment.session.read(async ({ session, cmdlets }) => {
    if (!cmdlets.abilities.has(NOUNS.user.get.toLowerCase())) return null;
    const holders = await readPolicyHolders(session, name, signal);
    const known = holders.length > 0 && cmdlets.abilities.has(GET_SITES.toLowerCase());
    const sites = known ? await readSites(session, signal) : [];
    return holders.map(({ sipAddress, displayName, registrarPool }) => {
      const site = sites.find(({ pools }) =>
        pools.some((pool) => registrarPool !== null && sameDomain(pool, registrarPool)),
      );
      return {
        identity: sipAddress,
        displayName,
        fallsTo: site === undefined ? null : policyWithout(site.identity, left),
      };
    });
  }, signal);
}

/** The identities alone, as they are just before the policy is removed; undefined where nobody can be asked. */
export async function readHolderNames(
  deployment: Deployment,
  name: string,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  return await deployment.session.read(async ({ session, cmdlets }) => {
    if (!cmdlets.abilities.has(NOUNS.user.get.toLowerCase())) return undefined;
    return (await readPolicyHolders(session, name, signal)).map(({ sipAddress }) => sipAddress);
  }, signal);
}
