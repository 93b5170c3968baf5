import type { Conflict, FieldValue } from '../../../shared/conflict.ts';
import { sameIdentity } from '../../../shared/nouns/nouns.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import { isNounDraft } from '../../../shared/plan/kind-of-draft.ts';
import { nounAddition } from '../../../shared/plan/noun-inverse.ts';
import { sameDomain } from '../../../shared/rules/domain-name.ts';

type SetDraft = Extract<Draft, { kind: 'allowed-domain.set' | 'blocked-domain.set' }>;

/**
 * The drafts with which a person insists, knowing what somebody else has done: on an object that was changed, on what it
 * is now; of one that is gone, a change adds it again as it was with the change. null = there is nothing to insist on: a
 * removal of what is gone, or a domain that stands on the other list now.
 */
export function draftsOver(drafts: readonly Draft[], conflict: Conflict): readonly Draft[] | null {
  const over = drafts.map((draft) => (isAbout(draft, conflict) ? draftOver(draft, conflict) : draft));
  return over.every((draft) => draft !== null) ? over : null;
}

/** The drafts that have nothing to do with a conflict: what goes on when a person gives way. */
export function draftsBeside(drafts: readonly Draft[], conflict: Conflict): readonly Draft[] {
  return drafts.filter((draft) => !isAbout(draft, conflict));
}

function isAbout(draft: Draft, { object }: Conflict): boolean {
  if (draft.kind === 'access-edge.set') return object.kind === 'access-edge';
  if (isNounDraft(draft)) {
    const { noun, identity } = draft;
    return object.kind === 'noun' && object.noun === noun && sameIdentity(noun, object.identity, identity);
  }
  return object.kind === 'domain' && sameDomain(draft.domain, object.domain);
}

function draftOver(draft: Draft, { now, versionNow, fields }: Conflict): Draft | null {
  if (draft.kind === 'allowed-domain.add' || draft.kind === 'blocked-domain.add' || draft.kind === 'noun.add')
    return null;
  if (now === 'changed' && versionNow !== null) {
    const seen = Object.fromEntries(fields.map((each): [string, FieldValue] => [each.field, each.now]));
    return { ...draft, versionRead: versionNow, read: { ...draft.read, ...seen } };
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
