import type { Draft } from '../../../shared/plan/draft.ts';
import { checkDomainName, type DomainNameCheck } from '../../../shared/rules/domain-name.ts';
import type { VerificationLevel } from '../../../shared/models/federated-domain.ts';
import type { DomainRow, DomainStatus } from './domain-row.ts';
import { readOf } from './many-drafts.ts';

/** What stands in the form's fields. */
export interface DomainFields {
  readonly domain: string;
  readonly proxyFqdn: string;
  readonly comment: string;
  /** '' = the server's default: nothing is sent. */
  readonly verificationLevel: VerificationLevel | '';
  readonly markForMonitoring: boolean;
}

/** What the form is for: a new domain of a list, or one that is there. */
export type DomainSubject =
  { readonly kind: 'new'; readonly status: DomainStatus } | { readonly kind: 'existing'; readonly row: DomainRow };

/** The list a form writes to. */
export function statusOf(subject: DomainSubject): DomainStatus {
  return subject.kind === 'new' ? subject.status : subject.row.status;
}

/** The fields as they stand when the form opens. */
export function initialFields(subject: DomainSubject): DomainFields {
  const row = subject.kind === 'existing' ? subject.row : null;
  const allowed = row?.status === 'allowed' ? row : null;
  return {
    domain: row?.domain ?? '',
    proxyFqdn: allowed?.proxyFqdn ?? '',
    comment: row?.comment ?? '',
    verificationLevel: allowed?.verificationLevel ?? '',
    markForMonitoring: allowed?.markForMonitoring ?? false,
  };
}

/** What is wrong with each field; null = nothing. */
export interface FieldProblems {
  readonly domain: RefusedName | null;
  readonly proxyFqdn: RefusedName | null;
}

export type RefusedName = Extract<DomainNameCheck, { ok: false }>;

/** Checks the fields with the rules main checks them with again. */
export function checkFields(fields: DomainFields): FieldProblems {
  return {
    domain: refused(fields.domain),
    proxyFqdn: fields.proxyFqdn === '' ? null : refused(fields.proxyFqdn),
  };
}

/** The draft of the fields: of an existing domain only what was changed; null when nothing was. */
export function draftOf(subject: DomainSubject, fields: DomainFields): Draft | null {
  const changed = changedFields(subject, fields);
  if (subject.kind === 'existing') {
    if (Object.keys(changed).length === 0) return null;
    const { domain, version: versionRead, status } = subject.row;
    const start = { domain, versionRead, read: { ...readOf(subject.row) } };
    return status === 'allowed'
      ? { kind: 'allowed-domain.set', ...start, ...changed }
      : { kind: 'blocked-domain.set', ...start, ...changed };
  }
  return subject.status === 'allowed'
    ? { kind: 'allowed-domain.add', domain: fields.domain, ...changed }
    : { kind: 'blocked-domain.add', domain: fields.domain, ...changed };
}

interface ChangedFields {
  readonly proxyFqdn?: string;
  readonly comment?: string;
  readonly verificationLevel?: VerificationLevel;
  readonly markForMonitoring?: boolean;
}

function changedFields(subject: DomainSubject, fields: DomainFields): ChangedFields {
  const before = initialFields(subject);
  const { proxyFqdn, comment, verificationLevel, markForMonitoring } = fields;
  return {
    ...(statusOf(subject) === 'allowed' && {
      ...(proxyFqdn !== before.proxyFqdn && { proxyFqdn }),
      ...(verificationLevel !== '' && verificationLevel !== before.verificationLevel && { verificationLevel }),
      ...(markForMonitoring !== before.markForMonitoring && { markForMonitoring }),
    }),
    ...(comment !== before.comment && { comment }),
  };
}

function refused(name: string): RefusedName | null {
  const check = checkDomainName(name);
  return check.ok ? null : check;
}
