import { describe, expect, it } from 'vitest';
import { draft } from './draft.ts';

describe('a draft', () => {
  it('takes the fields of its kind', () => {
    const value = { kind: 'allowed-domain.add', domain: 'fabrikam.com', verificationLevel: 'AlwaysVerifiable' };
    expect(draft.parse(value)).toEqual(value);
  });

  it('takes a long comment, for how long it may be is the server’s to say', () => {
    const value = { kind: 'allowed-domain.add', domain: 'fabrikam.com', comment: 'x'.repeat(60_000) };
    expect(draft.safeParse(value).success).toBe(true);
  });

  it.each([
    [{ kind: 'allowed-domain.add', domain: 'a.com', powershell: 'Get-Process' }],
    [{ kind: 'allowed-domain.add', domain: '' }],
    [{ kind: 'allowed-domain.add', domain: ['a.com'] }],
    [{ kind: 'allowed-domain.add', domain: 'a.com', verificationLevel: 'Maybe' }],
    [{ kind: 'federated-domain.remove', status: 'allowed', domain: 'a.com', versionRead: 'abc' }],
    [{ kind: 'federated-domain.remove', status: 'both', domain: 'a.com', versionRead: '0'.repeat(64) }],
    [{ kind: 'run-script', script: 'x' }],
    [null],
  ])('refuses %j', (value) => expect(draft.safeParse(value).success).toBe(false));
});
