import { randomBytes } from 'node:crypto';

/** The accounts' domain, in NetBIOS form: users sign in as `CONTOSO\name`. */
export const ACCOUNT_DOMAIN = 'CONTOSO';

/** The accounts of a practice deployment, each with the Lync role it begins with, or null for none at all. */
export const ACCOUNT_ROLES = {
  administrator: 'CsAdministrator',
  viewer: 'CsViewOnlyAdministrator',
  useradmin: 'CsUserAdministrator',
  helpdesk: 'CsHelpDesk',
  stranger: null,
} as const;

export type AccountName = keyof typeof ACCOUNT_ROLES;

export const ACCOUNT_NAMES: readonly AccountName[] = ['administrator', 'viewer', 'useradmin', 'helpdesk', 'stranger'];

/** What a person or a test signs in with. */
export interface PracticeAccount {
  /** `CONTOSO\administrator`. */
  readonly user: string;
  readonly password: string;
}

export type PracticeAccounts = Readonly<Record<AccountName, PracticeAccount>>;

/** The accounts a state folder has, which of an earlier build are not all. */
type KeptAccounts = Readonly<Partial<Record<AccountName, PracticeAccount | undefined>>>;

/** Makes the accounts that are not kept yet, with random passwords of 120 bits. */
export function createAccounts(kept: KeptAccounts = {}): PracticeAccounts {
  const account = (name: AccountName): PracticeAccount =>
    kept[name] ?? { user: `${ACCOUNT_DOMAIN}\\${name}`, password: randomBytes(15).toString('base64url') };
  return {
    administrator: account('administrator'),
    viewer: account('viewer'),
    useradmin: account('useradmin'),
    helpdesk: account('helpdesk'),
    stranger: account('stranger'),
  };
}

/**
 * Finds the account a client names; `domain` may be empty, NetBIOS or DNS (`contoso.com`), as a Windows server takes
 * them, all without regard to case. Null for any other.
 */
export function findAccount(accounts: PracticeAccounts, user: string, domain: string): AccountName | null {
  const domains = ['', ACCOUNT_DOMAIN.toLowerCase(), `${ACCOUNT_DOMAIN.toLowerCase()}.com`];
  if (!domains.includes(domain.toLowerCase())) return null;
  return ACCOUNT_NAMES.find((name) => accounts[name].user === `${ACCOUNT_DOMAIN}\\${user.toLowerCase()}`) ?? null;
}
