import { describe, expect, it } from 'vitest';
import type { Conflict } from '../../../shared/conflict.ts';
import { edgewiseError } from '../../../shared/errors.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import { disputeOf } from './dispute.ts';

const versionRead = 'a'.repeat(64);
const versionNow = 'b'.repeat(64);
const removal: Draft = { kind: 'federated-domain.remove', status: 'allowed', domain: 'a.example', versionRead };
const rest: Draft = { kind: 'blocked-domain.add', domain: 'c.example' };
const conflict: Conflict = {
  object: { kind: 'domain', domain: 'A.example', status: 'allowed' },
  now: 'changed',
  versionNow,
  fields: [{ field: 'comment', reviewed: 'PO 1', now: 'PO 2', wanted: null }],
};
const refused = { ...edgewiseError('conflict.changed-since-read', { identity: 'A.example' }), conflict };

describe('the dispute a plan has ended in', () => {
  it('is what a person can insist on, and what is left besides', () => {
    const left = [removal, rest];
    const results = [{ state: 'done' }, { state: 'failed', error: refused }, { state: 'not-sent' }] as const;
    expect(disputeOf(left, results)).toEqual({
      conflict,
      over: [{ ...removal, versionRead: versionNow, read: { comment: 'PO 2' } }, rest],
      rest: [rest],
    });
  });

  it('is none where a step failed for another reason, or none failed', () => {
    const other = edgewiseError('network.lost', { host: 'pool01.contoso.com' });
    expect(disputeOf([removal], [{ state: 'failed', error: other }])).toBeNull();
    expect(disputeOf([], [{ state: 'done' }])).toBeNull();
  });
});
