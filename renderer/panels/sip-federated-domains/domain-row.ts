import type { DomainList } from '../../../shared/contract/requests.ts';
import type { MessageId } from '../../../shared/i18n/index.ts';
import type { FederatedDomain, VerificationLevel } from '../../../shared/models/federated-domain.ts';
import { domainKey } from '../../../shared/rules/domain-name.ts';

/** One row of the table: a domain of either list, with the version it was read at. */
export type DomainRow = DomainList['domains'][number];

export type DomainStatus = FederatedDomain['status'];

/** The id of a row, known before the row is: what is added can be looked for by it. */
export function domainRowId(row: { readonly status: DomainStatus; readonly domain: string }): string {
  return `${row.status}/${domainKey(row.domain)}`;
}

/** The words of each status. */
export const statusWords: Readonly<Record<DomainStatus, MessageId>> = {
  allowed: 'domains.status.allowed',
  blocked: 'domains.status.blocked',
};

/** The words of the act that moves a domain to a list, and of there being nothing to move. */
export const moveWords: Readonly<Record<DomainStatus, MessageId>> = {
  allowed: 'domains.move.allowed',
  blocked: 'domains.move.blocked',
};
export const movedAlreadyWords: Readonly<Record<DomainStatus, MessageId>> = {
  allowed: 'domains.move.already-allowed',
  blocked: 'domains.move.already-blocked',
};

/** The words of a new domain of each list. */
export const newWords: Readonly<Record<DomainStatus, MessageId>> = {
  allowed: 'domains.form.new-allowed',
  blocked: 'domains.form.new-blocked',
};

/** The Access Edge of a row; null when it is found by DNS, and for a blocked domain, which has none. */
export function proxyOf(row: FederatedDomain): string | null {
  return row.status === 'allowed' ? row.proxyFqdn : null;
}

/** The verification level of a row; null when the server's build has none, and for a blocked domain. */
export function verificationOf(row: FederatedDomain): VerificationLevel | null {
  return row.status === 'allowed' ? row.verificationLevel : null;
}

/** Whether a row is marked for monitoring; null for a blocked domain, which cannot be. */
export function monitoringOf(row: FederatedDomain): boolean | null {
  return row.status === 'allowed' ? row.markForMonitoring : null;
}
