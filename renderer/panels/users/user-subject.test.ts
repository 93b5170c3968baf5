import { describe, expect, it } from 'vitest';
import type { Conflict } from '../../../shared/conflict.ts';
import { PASTED_USERS_LIMIT, PLAN_DRAFT_LIMIT } from '../../../shared/contract/limits.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import { userPane, type AssignSubject } from './user-subject.ts';

const pane = userPane('hq');

function many(count: number, chosen: string | null = 'FedPic'): AssignSubject {
  return { kind: 'assign', wishes: Array.from({ length: count }, (_, index) => wish(index)), chosen };
}

function wish(index: number) {
  return { identity: `sip:U${index}@contoso.com`, policy: null };
}

function done(from: number, to: number): readonly Draft[] {
  return Array.from({ length: to - from }, (_, index) => ({
    kind: 'noun.set',
    noun: 'user',
    identity: `sip:u${from + index}@contoso.com`,
    versionRead: 'a'.repeat(64),
    values: { externalAccessPolicy: 'FedPic' },
  }));
}

describe('an assignment to many', () => {
  it('of more users than one plan takes is gone on with when the plan is done', () => {
    const subject = many(PLAN_DRAFT_LIMIT + 100);
    const left = pane.next?.(subject, done(0, PLAN_DRAFT_LIMIT));
    expect(left).toEqual({ ...subject, wishes: subject.wishes.slice(PLAN_DRAFT_LIMIT) });
    expect(pane.next?.(many(100), done(0, 100))).toBeNull();
  });

  it('goes on with the rest of a plan that was stopped', () => {
    const subject = many(5);
    expect(pane.without?.(subject, done(0, 2))).toEqual({ ...subject, wishes: subject.wishes.slice(2) });
  });

  it('goes on without those in whom a person gives way', () => {
    const subject = many(3);
    const conflict: Conflict = {
      object: { kind: 'noun', noun: 'user', identity: 'sip:u1@contoso.com' },
      now: 'changed',
      versionNow: 'b'.repeat(64),
      fields: [],
    };
    expect(pane.beside?.(subject, [conflict])).toEqual({ ...subject, wishes: [wish(0), wish(2)] });
    expect(pane.beside?.({ ...subject, wishes: [wish(1)] }, [conflict])).toBeNull();
  });

  it('is kept as addresses up to a limit, and holds what was typed once a policy was chosen', () => {
    const subject = many(2);
    expect(pane.keeps(subject)).toBe(true);
    expect(pane.keeps(many(PASTED_USERS_LIMIT + 1))).toBe(false);
    expect(pane.isKept(JSON.parse(JSON.stringify(subject)))).toBe(true);
    expect(pane.isKept({ kind: 'assign', assignments: [] }), 'of an older version').toBe(false);
    expect([subject, many(2, null)].map((each) => pane.holdsTyped(each))).toEqual([true, false]);
    const pasted = { ...many(0, null), wishes: [{ identity: 'sip:ana@contoso.com', policy: '' }] };
    expect(pane.holdsTyped(pasted), 'a policy of his own').toBe(true);
  });
});
