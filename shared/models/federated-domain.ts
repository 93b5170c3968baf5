/** How inbound messages of a domain or provider are verified (cmdlets.json, enum VerificationLevelType). */
export type VerificationLevel = 'AlwaysVerifiable' | 'AlwaysUnverifiable' | 'UseSourceVerification';

/** One row of Get-CsAllowedDomain. `null` = the server's object has no such property (older builds) or an empty value. */
export interface AllowedDomain {
  readonly identity: string;
  readonly domain: string;
  readonly proxyFqdn: string | null;
  readonly comment: string | null;
  readonly markForMonitoring: boolean | null;
  readonly verificationLevel: VerificationLevel | null;
}

/** One row of Get-CsBlockedDomain. */
export interface BlockedDomain {
  readonly identity: string;
  readonly domain: string;
  readonly comment: string | null;
}

/** A row of the SIP Federated Domains table: allowed and blocked in one list. */
export type FederatedDomain =
  ({ readonly status: 'allowed' } & AllowedDomain) | ({ readonly status: 'blocked' } & BlockedDomain);
