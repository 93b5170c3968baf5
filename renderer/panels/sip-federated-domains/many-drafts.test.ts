import { describe, expect, it } from 'vitest';
import { draft } from '../../../shared/plan/draft.ts';
import type { DomainRow } from './domain-row.ts';
import { changeDrafts, moveDrafts, removeDrafts } from './many-drafts.ts';

const version = 'a'.repeat(64);
const fabrikam: DomainRow = {
  status: 'allowed',
  identity: 'fabrikam.com',
  domain: 'fabrikam.com',
  proxyFqdn: 'sip.fabrikam.com',
  comment: 'PO 4711',
  verificationLevel: 'UseSourceVerification',
  markForMonitoring: false,
  version,
};
const litware: DomainRow = {
  status: 'blocked',
  identity: 'litware.example',
  domain: 'litware.example',
  comment: null,
  version,
};

describe('drafts of many rows', () => {
  it('remove each from the list it is on', () => {
    const drafts = removeDrafts([fabrikam, litware]);
    expect(drafts).toMatchObject([
      { kind: 'federated-domain.remove', status: 'allowed', domain: 'fabrikam.com', versionRead: version },
      { kind: 'federated-domain.remove', status: 'blocked', domain: 'litware.example' },
    ]);
    expect(drafts.every((each) => draft.safeParse(each).success)).toBe(true);
  });

  it('move only those of the other list, and say what was read', () => {
    const drafts = moveDrafts([fabrikam, litware], 'blocked');
    expect(drafts).toMatchObject([
      { kind: 'federated-domain.move', status: 'allowed', domain: 'fabrikam.com', read: { comment: 'PO 4711' } },
    ]);
    expect(drafts.every((each) => draft.safeParse(each).success)).toBe(true);
  });

  it('change only what differs, and leave a verification level from blocked domains', () => {
    expect(
      changeDrafts([fabrikam, litware], { comment: 'PO 4711', verificationLevel: 'AlwaysVerifiable' }),
    ).toMatchObject([
      { kind: 'allowed-domain.set', domain: 'fabrikam.com', verificationLevel: 'AlwaysVerifiable' },
      { kind: 'blocked-domain.set', domain: 'litware.example', comment: 'PO 4711' },
    ]);
    expect(changeDrafts([fabrikam, litware], { verificationLevel: 'UseSourceVerification' })).toEqual([]);
    const [only] = changeDrafts([fabrikam], { comment: '' });
    expect(only).not.toHaveProperty('verificationLevel');
    expect(draft.safeParse(only).success).toBe(true);
  });
});
