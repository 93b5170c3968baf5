import type { DomainFields, DomainSubject } from './domain-draft.ts';
import { domainRowId } from './domain-row.ts';

/** What the pane beside the table shows. */
export type PaneSubject = DomainSubject | { readonly kind: 'add-many' } | { readonly kind: 'change-many' };

/** The name under which a form's fields are kept: another object, or another version of it, is another form. */
export function formName(deployment: string, subject: DomainSubject): string {
  const object =
    subject.kind === 'new' ? `new ${subject.status}` : `${domainRowId(subject.row)} ${subject.row.version}`;
  return `domain-form/${deployment}/${object}`;
}

/** Whether what was kept is a subject whose form can be opened again. */
export function isKeptSubject(kept: unknown): kept is DomainSubject | null {
  if (kept === null) return true;
  const { kind, status, row } = membersOf(kept);
  if (kind === 'new') return isStatus(status);
  const read = membersOf(row);
  return (
    kind === 'existing' &&
    isStatus(read['status']) &&
    ['identity', 'domain', 'version'].every((name) => typeof read[name] === 'string')
  );
}

/** Whether what was kept is a form's fields. */
export function isDomainFields(kept: unknown): kept is DomainFields {
  const fields = membersOf(kept);
  return (
    ['domain', 'proxyFqdn', 'comment', 'verificationLevel'].every((name) => typeof fields[name] === 'string') &&
    typeof fields['markForMonitoring'] === 'boolean'
  );
}

function isStatus(value: unknown): boolean {
  return value === 'allowed' || value === 'blocked';
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
