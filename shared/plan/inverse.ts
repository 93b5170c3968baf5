import type { FederatedDomain } from '../models/federated-domain.ts';
import type { Draft } from './draft.ts';
import { asWanted, rowOn, stillExpected, type DomainState } from './expectations.ts';
import type { PlanStep } from './plan.ts';
import { rowVersion, type Sha256 } from './row-version.ts';

type Step = Pick<PlanStep, 'expects' | 'result'>;
type Fields = StepFields | FederatedDomain;
type StepFields = PlanStep['result']['values'];

/**
 * The draft that takes a step back: from its object as read after it to its object as read before it. Fields the step
 * did not change stay as they are. It carries the version read after the step, so that somebody else's change since is a
 * conflict when its plan is built. null = there is nothing to take back.
 */
export function inverseDraft(step: Step, before: DomainState, after: DomainState, sha256: Sha256): Draft | null {
  const { list, domain, values } = step.result;
  const was = rowOn(list, before);
  const is = rowOn(list, after);
  if (was === null) return is === null ? null : removeDraft(is, sha256);
  if (is === null) return addDraft(list, was.domain, was);
  const old = new Map<string, string | boolean | null>(Object.entries(was));
  const changed = Object.fromEntries(Object.keys(values).map((field) => [field, old.get(field) ?? null]));
  return setDraft(list, domain, rowVersion(is, sha256), changed);
}

/** The draft that does what a step would do, for an object that is as the step expects it. */
export function repeatDraft(step: Step): Draft | null {
  const { list, domain, present, values } = step.result;
  const version = step.expects.find((each) => each.list === list)?.version ?? null;
  if (version === null) return present ? addDraft(list, domain, values) : null;
  return present
    ? setDraft(list, domain, version, values)
    : { kind: 'federated-domain.remove', status: list, domain, versionRead: version };
}

/** What became of a step that nobody saw the end of, told from its object as it is now. */
export function foundOf(step: Step, now: DomainState, sha256: Sha256): 'done' | 'not-done' | 'changed' {
  if (asWanted(step.result, now)) return 'done';
  return step.expects.every((each) => stillExpected(each, now, sha256)) ? 'not-done' : 'changed';
}

function removeDraft(row: FederatedDomain, sha256: Sha256): Draft {
  const versionRead = rowVersion(row, sha256);
  return { kind: 'federated-domain.remove', status: row.status, domain: row.domain, versionRead };
}

function addDraft(list: 'allowed' | 'blocked', domain: string, fields: Fields): Draft {
  const comment = given(fields, 'comment');
  if (list === 'blocked') return { kind: 'blocked-domain.add', domain, ...comment };
  return { kind: 'allowed-domain.add', domain, ...comment, ...allowedFields(fields) };
}

function setDraft(list: 'allowed' | 'blocked', domain: string, versionRead: string, fields: StepFields): Draft {
  // Back to nothing is the empty text; a value that cannot be cleared is left out.
  const comment = 'comment' in fields ? { comment: textOf(fields['comment']) } : {};
  if (list === 'blocked') return { kind: 'blocked-domain.set', domain, versionRead, ...comment };
  const proxyFqdn = 'proxyFqdn' in fields ? { proxyFqdn: textOf(fields['proxyFqdn']) } : {};
  return { kind: 'allowed-domain.set', domain, versionRead, ...allowedFields(fields), ...comment, ...proxyFqdn };
}

function allowedFields(fields: Fields): Omit<Extract<Draft, { kind: 'allowed-domain.add' }>, 'kind' | 'domain'> {
  const read = new Map<string, unknown>(Object.entries(fields));
  const level = LEVELS.find((each) => each === read.get('verificationLevel'));
  const monitored = read.get('markForMonitoring');
  return {
    ...given(fields, 'proxyFqdn'),
    ...(level === undefined ? {} : { verificationLevel: level }),
    ...(typeof monitored === 'boolean' ? { markForMonitoring: monitored } : {}),
  };
}

const LEVELS = ['AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification'] as const;

function given<Name extends 'comment' | 'proxyFqdn'>(fields: Fields, name: Name): { readonly [Each in Name]?: string } {
  const value = new Map<string, unknown>(Object.entries(fields)).get(name);
  // A computed name widens to string: the type says which one it is.
  return typeof value === 'string' && value !== '' ? ({ [name]: value } as { readonly [Each in Name]?: string }) : {};
}

function textOf(value: string | boolean | null | undefined): string {
  return typeof value === 'string' ? value : '';
}
