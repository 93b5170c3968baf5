import { readKept } from '../../components/use-kept.ts';
import { initialFields, type DomainFields, type DomainSubject } from './domain-draft.ts';
import { domainRowId, type DomainStatus } from './domain-row.ts';

/** What the pane beside the table shows. */
export type PaneSubject = KeptSubject | { readonly kind: 'change-many' };

/** What of that outlives a reload; a change of many hangs on their selection, which does not. */
export type KeptSubject = DomainSubject | { readonly kind: 'add-many' };

/** A list of new domains as it was pasted. */
export interface PastedDomains {
  readonly status: DomainStatus;
  readonly pasted: string;
}

/** The name under which a form's fields are kept: another object, or another version of it, is another form. */
export function formName(deployment: string, subject: KeptSubject): string {
  if (subject.kind === 'add-many') return `domain-form/${deployment}/many`;
  const object =
    subject.kind === 'new' ? `new ${subject.status}` : `${domainRowId(subject.row)} ${subject.row.version}`;
  return `domain-form/${deployment}/${object}`;
}

/** Whether a form holds something that a person has typed, and would not want to lose. */
export function holdsTyped(deployment: string, subject: KeptSubject): boolean {
  const name = formName(deployment, subject);
  if (subject.kind === 'add-many') return (readKept(name, isPastedDomains)?.pasted.trim() ?? '') !== '';
  const fields = readKept(name, isDomainFields);
  const start = initialFields(subject);
  // Literal keys of the fields' own record.
  return fields !== null && (Object.keys(start) as (keyof DomainFields)[]).some((key) => fields[key] !== start[key]);
}

/** Whether what was kept is a subject whose form can be opened again. */
export function isKeptSubject(kept: unknown): kept is KeptSubject | null {
  if (kept === null) return true;
  const { kind, status, row } = membersOf(kept);
  if (kind === 'add-many') return true;
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

/** Whether what was kept is a pasted list. */
export function isPastedDomains(kept: unknown): kept is PastedDomains {
  const { status, pasted } = membersOf(kept);
  return isStatus(status) && typeof pasted === 'string';
}

function isStatus(value: unknown): boolean {
  return value === 'allowed' || value === 'blocked';
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
