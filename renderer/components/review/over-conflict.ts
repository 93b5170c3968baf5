import type { Conflict, FieldValue } from '../../../shared/conflict.ts';
import type { EdgewiseError } from '../../../shared/errors.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import { nounAddition } from '../../../shared/plan/noun-inverse.ts';
import { conflictKey, draftKey } from './object-key.ts';

type SetDraft = Extract<Draft, { kind: 'allowed-domain.set' | 'blocked-domain.set' }>;

/**
 * The drafts with which a person insists, knowing what somebody else has done: on an object that was changed, on what it
 * is now; of one that is gone, a change adds it again as it was with the change. Where there is nothing to insist on (a
 * removal of what is gone, a domain that stands on the other list now) the draft is left out; null = there is none else.
 */
export function draftsOver(drafts: readonly Draft[], conflicts: readonly Conflict[]): readonly Draft[] | null {
  const met = byKey(conflicts);
  const over = drafts.flatMap((draft): readonly Over[] => {
    const conflict = met.get(draftKey(draft));
    if (conflict === undefined) return [{ draft, insists: false }];
    const again = draftOver(draft, conflict);
    return again === null ? [] : [{ draft: again, insists: true }];
  });
  return over.some(({ insists }) => insists) ? over.map(({ draft }) => draft) : null;
}

interface Over {
  readonly draft: Draft;
  /** Whether it is about an object in dispute. */
  readonly insists: boolean;
}

/** The drafts that have nothing to do with the conflicts: what goes on when a person gives way. */
export function draftsBeside(drafts: readonly Draft[], conflicts: readonly Conflict[]): readonly Draft[] {
  const met = byKey(conflicts);
  return drafts.filter((draft) => !met.has(draftKey(draft)));
}

/** The conflicts an error tells of. */
export function conflictsOf({ conflict, conflicts = [] }: EdgewiseError): readonly Conflict[] {
  return conflict === undefined ? conflicts : [conflict];
}

/** Of the values an object was read with, those in dispute as they are now. */
export function nowOf({ fields }: Conflict): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(fields.map((each): [string, FieldValue] => [each.field, each.now]));
}

function byKey(conflicts: readonly Conflict[]): ReadonlyMap<string, Conflict> {
  return new Map(conflicts.map((conflict) => [conflictKey(conflict), conflict]));
}

function draftOver(draft: Draft, conflict: Conflict): Draft | null {
  const { now, versionNow } = conflict;
  if (draft.kind === 'allowed-domain.add' || draft.kind === 'blocked-domain.add' || draft.kind === 'noun.add')
    return null;
  if (now === 'changed' && versionNow !== null) {
    return { ...draft, versionRead: versionNow, read: { ...draft.read, ...nowOf(conflict) } };
  }
  if (now !== 'gone') return null;
  if (draft.kind === 'noun.set') return nounAgain(draft);
  return draft.kind === 'allowed-domain.set' || draft.kind === 'blocked-domain.set' ? addedAgain(draft) : null;
}

/** The object again, with what was read of it and over that what is wanted; a user is not ours to make. */
function nounAgain({ noun, identity, read = {}, values }: Extract<Draft, { kind: 'noun.set' }>): Draft | null {
  return nounAddition(noun, identity, { ...read, ...values });
}

/** What was read of it, and over that what is wanted. */
function addedAgain(draft: SetDraft): Draft {
  const { domain, read = {} } = draft;
  const was = new Map(Object.entries(read).filter(([, value]) => value !== null && value !== ''));
  const comment = {
    ...textField('comment', was.get('comment')),
    ...(draft.comment !== undefined && { comment: draft.comment }),
  };
  if (draft.kind === 'blocked-domain.set') return { kind: 'blocked-domain.add', domain, ...comment };
  const level = draft.verificationLevel ?? LEVELS.find((each) => each === was.get('verificationLevel'));
  const monitored = draft.markForMonitoring ?? was.get('markForMonitoring');
  return {
    kind: 'allowed-domain.add',
    domain,
    ...textField('proxyFqdn', draft.proxyFqdn ?? was.get('proxyFqdn')),
    ...comment,
    ...(level !== undefined && { verificationLevel: level }),
    ...(typeof monitored === 'boolean' && { markForMonitoring: monitored }),
  };
}

const LEVELS = ['AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification'] as const;

function textField(name: 'comment' | 'proxyFqdn', value: FieldValue | undefined): Readonly<Record<string, string>> {
  return typeof value === 'string' ? { [name]: value } : {};
}
