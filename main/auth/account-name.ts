import { userInfo } from 'node:os';

/** A user as NTLM sends it: two names, either of which may be empty. */
export interface AccountName {
  readonly domain: string;
  readonly user: string;
}

/**
 * Splits what a person types. `DOMAIN\user` gives both parts; `user@domain` stays whole in `user` with no domain, as
 * Windows sends a user principal name; anything else is a user without a domain. Source: MS-NLMP 3.1.1.1 (User,
 * UserDom), 2.2.1.3 (DomainName).
 */
export function accountName(typed: string): AccountName {
  const slash = typed.indexOf('\\');
  if (slash < 0) return { domain: '', user: typed };
  return { domain: typed.slice(0, slash), user: typed.slice(slash + 1) };
}

/** Whom an empty user means, for sentences and the journal: the name of the person signed in to this workstation. */
export function namedUser(user: string): string {
  return user === '' ? userInfo().username : user;
}
