import { describe, expect, it } from 'vitest';
import { XMPP_TEMPLATES } from '../../../shared/facts/xmpp-templates.ts';
import { draftOf, type NounSubject, type NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import { gatewayCount, wrongCounts } from './gateway-form.ts';
import { domainsOf, isWrong, newPartner, problemsOf, sentFields, typedFields } from './partner-form.ts';

const fabrikam: NounTableRow = {
  noun: 'xmpp-partner',
  identity: 'jabber.fabrikam.com',
  version: 'v1',
  values: {
    description: null,
    additionalDomains: 'conference.fabrikam.com, chat.fabrikam.com',
    partnerType: 'Federated',
    tlsNegotiation: 'Required',
    saslNegotiation: 'NotSupported',
    supportDialbackNegotiation: false,
    proxyFqdn: null,
    connectionLimit: 5,
    enableKeepAlive: true,
  },
};
const existing: NounSubject = { kind: 'existing', row: fabrikam };

describe('the form of an XMPP partner', () => {
  it('begins as New- makes one, and sends what stands there', () => {
    const subject = newPartner(null, null);
    const fields = { ...typedFields(subject), identity: 'xmpp.example' };
    expect(isWrong(problemsOf(subject, fields, [fabrikam]))).toBe(false);
    expect(draftOf(subject, sentFields(fields))).toEqual({
      kind: 'noun.add',
      noun: 'xmpp-partner',
      identity: 'xmpp.example',
      values: {
        partnerType: 'PublicUnverified',
        tlsNegotiation: 'Required',
        saslNegotiation: 'Required',
        supportDialbackNegotiation: true,
        enableKeepAlive: true,
      },
    });
  });

  it('begins as the Google Talk example has it', () => {
    const [template = null] = XMPP_TEMPLATES;
    const subject = newPartner(template, null);
    const fields = typedFields(subject);
    expect(isWrong(problemsOf(subject, fields, [fabrikam]))).toBe(false);
    expect(draftOf(subject, sentFields(fields))).toMatchObject({
      identity: 'gmail.com',
      values: { tlsNegotiation: 'NotSupported', saslNegotiation: 'NotSupported', enableKeepAlive: false },
    });
  });

  it('begins without what this server’s New- does not take, from the template too', () => {
    const addable = ['partnerType', 'tlsNegotiation', 'saslNegotiation'];
    const [template = null] = XMPP_TEMPLATES;
    for (const each of [null, template]) {
      const subject = newPartner(each, { add: true, set: true, remove: true, addable, settable: addable });
      const draft = draftOf(subject, sentFields({ ...typedFields(subject), identity: 'xmpp.example' }));
      expect(draft?.kind === 'noun.add' ? Object.keys(draft.values) : []).toEqual(addable);
    }
  });

  it('takes further domains one a line, or with commas, and finds no change in how they are written', () => {
    const fields = typedFields(existing);
    expect(fields.values['additionalDomains']).toBe('conference.fabrikam.com\nchat.fabrikam.com');
    expect(draftOf(existing, sentFields(fields))).toBeNull();
    expect(domainsOf({ additionalDomains: ' a.example,b.example;\n\tc.example \n' })).toEqual([
      'a.example',
      'b.example',
      'c.example',
    ]);
    const more = { ...fields, values: { ...fields.values, additionalDomains: 'conference.fabrikam.com\nx.example' } };
    expect(draftOf(existing, sentFields(more))).toMatchObject({
      versionRead: 'v1',
      values: { additionalDomains: 'conference.fabrikam.com, x.example' },
    });
  });

  it('refuses no stance that a server holds, and any that is chosen', () => {
    const fields = typedFields(existing);
    expect(problemsOf(existing, fields, [fabrikam]).stance).toBeNull();
    const chosen = { ...fields, values: { ...fields.values, tlsNegotiation: 'Optional' } };
    expect(problemsOf(existing, chosen, [fabrikam]).stance).toBe('no-method');
    const noTls = {
      ...fields,
      values: { ...fields.values, tlsNegotiation: 'NotSupported', saslNegotiation: 'Optional' },
    };
    expect(problemsOf(existing, noTls, [fabrikam]).stance).toBe('sasl-needs-tls');
  });

  it('refuses a domain of another partner, and not one of its own', () => {
    const subject = newPartner(null, null);
    const fields = { ...typedFields(subject), identity: 'chat.fabrikam.com' };
    expect(problemsOf(subject, fields, [fabrikam]).primary).toMatchObject({ partner: 'jabber.fabrikam.com' });
    expect(problemsOf(existing, typedFields(existing), [fabrikam]).additional).toEqual([]);
  });

  it.each([
    ['5', false],
    ['', true],
    ['many', true],
    ['4294967296', true],
    ['20', false],
  ])('with a limit of “%s” is wrong: %s', (connectionLimit, wrong) => {
    const fields = typedFields(existing);
    const typed = { ...fields, values: { ...fields.values, connectionLimit } };
    expect(problemsOf(existing, typed, [fabrikam]).connectionLimit !== null).toBe(wrong);
  });

  it('refuses a proxy that is no name', () => {
    const fields = typedFields(existing);
    const typed = { ...fields, values: { ...fields.values, proxyFqdn: 'xmpp proxy' } };
    expect(problemsOf(existing, typed, [fabrikam]).proxyFqdn).toBe('blank');
  });
});

describe('the form of the gateway', () => {
  it('knows what each number is at first', () =>
    expect(gatewayCount('keepAliveInterval')).toEqual({
      parameter: 'KeepAliveInterval',
      range: { min: 0, max: 4_294_967_295 },
      initial: 300,
    }));

  it('names every number that is none', () => {
    const values = {
      connectionLimit: '1000',
      partnerConnectionLimit: '',
      keepAliveInterval: '-1',
      streamEstablishmentTimeout: '60',
      streamInactivityTimeout: '1e3',
      subscriptionRefreshInterval: '4294967296',
    };
    expect([...wrongCounts({ identity: 'Global', values })]).toEqual([
      'partnerConnectionLimit',
      'keepAliveInterval',
      'streamInactivityTimeout',
      'subscriptionRefreshInterval',
    ]);
  });
});
