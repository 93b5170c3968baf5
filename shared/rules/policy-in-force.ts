import type { DirectoryUser, SitePools } from '../models/directory-user.ts';

/** Which of the three scopes has put a policy in force: the user's before the site's before Global. */
export type PolicyScope = 'user' | 'site' | 'global';

/** The external access policy in force for a user, and why. */
export interface PolicyInForce {
  /** As policies are called: `Tag:` and the name, `Site:` and the name, or Global. */
  readonly policy: string;
  readonly scope: PolicyScope;
  /** The site of the user's pool; null = the user is on no pool, or on one that no site has. */
  readonly site: string | null;
}

/** The policy that is always there. */
export const GLOBAL_POLICY = 'Global';

const USER_PREFIX = 'Tag:';
const SITE_PREFIX = 'site:';

/** The scope of a policy, by its identity. A name without a prefix is a user policy's. */
export function scopeOf(policy: string): PolicyScope {
  const identity = policy.toLowerCase();
  if (identity === GLOBAL_POLICY.toLowerCase()) return 'global';
  return identity.startsWith(SITE_PREFIX) ? 'site' : 'user';
}

/** The name a user policy is assigned by: its identity without `Tag:`. */
export function userPolicyName(policy: string): string {
  return policy.toLowerCase().startsWith(USER_PREFIX.toLowerCase()) ? policy.slice(USER_PREFIX.length) : policy;
}

/** Whether two policies are one, however they are written. */
export function samePolicy(one: string, other: string): boolean {
  // A user policy may be called Global: Tag:Global is not Global.
  if (scopeOf(one) !== scopeOf(other)) return false;
  return userPolicyName(one).toLowerCase() === userPolicyName(other).toLowerCase();
}

/**
 * What works out the policy in force for one user after another, given every policy's identity and the sites with their
 * pools: the user's own, else that of the site of the Registrar pool, else Global (Grant-CsExternalAccessPolicy help).
 */
export function policyResolver(
  policies: readonly string[],
  sites: readonly SitePools[],
): (user: Pick<DirectoryUser, 'registrarPool' | 'externalAccessPolicy'>) => PolicyInForce {
  const siteOfPool = new Map(sites.flatMap(({ site, pools }) => pools.map((pool) => [pool.toLowerCase(), site])));
  const known = new Map(policies.map((policy) => [policy.toLowerCase(), policy]));
  return ({ registrarPool, externalAccessPolicy }) => {
    const site = registrarPool === null ? null : (siteOfPool.get(registrarPool.toLowerCase()) ?? null);
    if (externalAccessPolicy !== null) {
      const own = `${USER_PREFIX}${userPolicyName(externalAccessPolicy)}`;
      return { policy: known.get(own.toLowerCase()) ?? own, scope: 'user', site };
    }
    const ofSite = site === null ? undefined : known.get(site.toLowerCase());
    return ofSite === undefined
      ? { policy: known.get(GLOBAL_POLICY.toLowerCase()) ?? GLOBAL_POLICY, scope: 'global', site }
      : { policy: ofSite, scope: 'site', site };
  };
}
