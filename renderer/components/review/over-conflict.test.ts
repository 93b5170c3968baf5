import { describe, expect, it } from 'vitest';
import type { Conflict } from '../../../shared/conflict.ts';
import { draft, type Draft } from '../../../shared/plan/draft.ts';
import { draftsBeside, draftsOver } from './over-conflict.ts';

const [old, young] = ['a'.repeat(64), 'b'.repeat(64)];
const change: Draft = {
  kind: 'allowed-domain.set',
  domain: 'fabrikam.com',
  versionRead: old,
  read: {
    comment: 'PO 1',
    proxyFqdn: 'sip.fabrikam.com',
    verificationLevel: 'AlwaysVerifiable',
    markForMonitoring: null,
  },
  comment: 'PO 2',
};
const other: Draft = { kind: 'blocked-domain.add', domain: 'spam.example' };
const changed: Conflict = {
  object: { kind: 'domain', domain: 'FABRIKAM.com', status: 'allowed' },
  now: 'changed',
  versionNow: young,
  fields: [{ field: 'comment', reviewed: 'PO 1', now: 'PO 3', wanted: 'PO 2' }],
};

describe('insisting on a change', () => {
  it('is the same change of what the object is now, and of nothing else', () => {
    const over = draftsOver([other, change], [changed]);
    expect(over).toEqual([other, { ...change, versionRead: young, read: { ...change.read, comment: 'PO 3' } }]);
    expect(over?.every((each) => draft.safeParse(each).success)).toBe(true);
  });

  it('of an object that is gone adds it as it was, with the change', () => {
    const over = draftsOver([change], [{ ...changed, now: 'gone', versionNow: null }]);
    expect(over).toEqual([
      {
        kind: 'allowed-domain.add',
        domain: 'fabrikam.com',
        proxyFqdn: 'sip.fabrikam.com',
        comment: 'PO 2',
        verificationLevel: 'AlwaysVerifiable',
      },
    ]);
    expect(draft.safeParse(over?.[0]).success).toBe(true);
  });

  it('of several leaves out what there is nothing to insist on', () => {
    const removal: Draft = {
      kind: 'federated-domain.remove',
      status: 'allowed',
      domain: 'gone.example',
      versionRead: old,
      read: {},
    };
    const gone: Conflict = {
      object: { kind: 'domain', domain: 'gone.example', status: 'allowed' },
      now: 'gone',
      versionNow: null,
      fields: [],
    };
    const over = draftsOver([removal, other, change], [gone, changed]);
    expect(over?.map((each) => each.kind)).toEqual(['blocked-domain.add', 'allowed-domain.set']);
    expect(draftsOver([removal, other], [gone])).toBeNull();
    expect(draftsBeside([removal, other, change], [gone, changed])).toEqual([other]);
  });

  it('is impossible where a removal found nothing, or the domain stands on the other list', () => {
    const removal: Draft = {
      kind: 'federated-domain.remove',
      status: 'allowed',
      domain: 'fabrikam.com',
      versionRead: old,
    };
    expect(draftsOver([removal], [{ ...changed, now: 'gone', versionNow: null }])).toBeNull();
    expect(draftsOver([change], [{ ...changed, now: 'other-list' }])).toBeNull();
  });
});
