import { describe, expect, it } from 'vitest';
import { draft as draftSchema } from '../../../shared/plan/draft.ts';
import { checkFields, draftOf, initialFields, type DomainSubject } from './domain-draft.ts';
import { domainRowId } from './domain-row.ts';

const version = 'a'.repeat(64);
const existing: DomainSubject = {
  kind: 'existing',
  row: {
    status: 'allowed',
    identity: 'fabrikam.com',
    domain: 'fabrikam.com',
    proxyFqdn: 'sip.fabrikam.com',
    comment: null,
    markForMonitoring: null,
    verificationLevel: 'UseSourceVerification',
    version,
  },
};
const newAllowed: DomainSubject = { kind: 'new', status: 'allowed' };
const empty = initialFields(newAllowed);

describe('the draft of the form', () => {
  it('names a new allowed domain and nothing that was left alone', () => {
    const draft = draftOf(newAllowed, { ...empty, domain: 'fabrikam.com' });
    expect(draft).toEqual({ kind: 'allowed-domain.add', domain: 'fabrikam.com' });
    expect(draftSchema.parse(draft)).toEqual(draft);
  });

  it('names every field that was filled in', () => {
    const draft = draftOf(newAllowed, {
      domain: 'fabrikam.com',
      proxyFqdn: 'sip.fabrikam.com',
      comment: 'PO 4711',
      verificationLevel: 'AlwaysVerifiable',
      markForMonitoring: true,
    });
    expect(draftSchema.parse(draft)).toEqual({
      kind: 'allowed-domain.add',
      domain: 'fabrikam.com',
      proxyFqdn: 'sip.fabrikam.com',
      comment: 'PO 4711',
      verificationLevel: 'AlwaysVerifiable',
      markForMonitoring: true,
    });
  });

  it('leaves out of a blocked domain what a blocked domain does not have', () => {
    const draft = draftOf(
      { kind: 'new', status: 'blocked' },
      { ...empty, domain: 'litware.example', proxyFqdn: 'x.example', verificationLevel: 'AlwaysVerifiable' },
    );
    expect(draftSchema.parse(draft)).toEqual({ kind: 'blocked-domain.add', domain: 'litware.example' });
  });

  it('names of an existing domain what was changed and the version it was read at', () => {
    const fields = initialFields(existing);
    expect(draftOf(existing, fields)).toBeNull();
    expect(draftSchema.parse(draftOf(existing, { ...fields, proxyFqdn: '', comment: 'moved' }))).toEqual({
      kind: 'allowed-domain.set',
      domain: 'fabrikam.com',
      versionRead: version,
      read: {
        proxyFqdn: 'sip.fabrikam.com',
        comment: null,
        markForMonitoring: null,
        verificationLevel: 'UseSourceVerification',
      },
      proxyFqdn: '',
      comment: 'moved',
    });
  });
});

describe('the check of the form', () => {
  it('wants a name, and of an Access Edge only a name that is one', () => {
    expect(checkFields(empty)).toMatchObject({ domain: { reason: 'empty' }, proxyFqdn: null });
    expect(checkFields({ ...empty, domain: 'a.example', proxyFqdn: 'sip.a.example.' })).toMatchObject({
      domain: null,
      proxyFqdn: { reason: 'trailing-dot', suggestion: 'sip.a.example' },
    });
  });
});

describe('the id of a row', () => {
  it('is the same however the name was written, and another on the other list', () => {
    const id = domainRowId({ status: 'allowed', domain: 'Fabrikam.COM' });
    expect(id).toBe(domainRowId({ status: 'allowed', domain: 'fabrikam.com' }));
    expect(id).not.toBe(domainRowId({ status: 'blocked', domain: 'fabrikam.com' }));
  });
});
