import { describe, expect, it } from 'vitest';
import { draft as draftSchema } from '../../../shared/plan/draft.ts';
import {
  draftOf,
  initialFields,
  type NounFields,
  type NounTableRow,
} from '../../components/noun-panel/noun-subject.ts';
import { switchDrafts } from './provider-deeds.tsx';
import { filledIn, isMadeAnew, newProvider, problemsOf, templatesOf } from './provider-form.ts';

const VERSION = 'a'.repeat(64);
const online: NounTableRow = {
  noun: 'hosting-provider',
  identity: 'LyncOnline',
  version: VERSION,
  values: { proxyFqdn: 'sipfed.online.lync.com', enabled: true, sipClientPort: 443, hostsOCSUsers: false },
};
const aim: NounTableRow = {
  noun: 'public-provider',
  identity: 'AIM',
  version: VERSION,
  values: { proxyFqdn: 'sip.oscar.aol.com', enabled: false },
};
const place = { rows: [online, aim], defaultRouting: false };
const subject = { kind: 'existing', row: online } as const;

function typed(fields: NounFields, values: NounFields['values'], identity = fields.identity): NounFields {
  return { identity, values: { ...fields.values, ...values } };
}

describe('the form of a provider', () => {
  it('begins enabled, with Microsoft’s first level, and says all that New- must be told', () => {
    const fresh = newProvider('hosting-provider', null);
    const draft = draftOf(fresh, typed(initialFields(fresh), { proxyFqdn: 'sip.new.example' }, 'New'));
    expect(draftSchema.parse(draft)).toMatchObject({
      kind: 'noun.add',
      identity: 'New',
      values: {
        proxyFqdn: 'sip.new.example',
        enabled: true,
        verificationLevel: 'AlwaysUnverifiable',
        enabledSharedAddressSpace: false,
        hostsOCSUsers: false,
      },
    });
  });

  it('is checked against every other provider, of both kinds, and not against itself', () => {
    const fields = initialFields(subject);
    expect(problemsOf(subject, fields, place)).toEqual({});
    expect(problemsOf(subject, typed(fields, { proxyFqdn: 'SIP.oscar.aol.com' }), place)).toMatchObject({
      proxyFqdn: { code: 'conflict.provider-edge-taken', values: { name: 'AIM' } },
    });
    const fresh = newProvider('public-provider', null);
    expect(problemsOf(fresh, typed(initialFields(fresh), {}, ' lynconline '), place)).toMatchObject({
      name: { code: 'conflict.provider-name-taken' },
      proxyFqdn: { code: 'input.provider-edge-empty' },
    });
  });

  it('takes no port that is none', () => {
    const fields = initialFields(subject);
    for (const sipClientPort of ['', '70000', '5061.5', 'sip']) {
      expect(problemsOf(subject, typed(fields, { sipClientPort }), place)).toHaveProperty('sipClientPort');
    }
    expect(problemsOf(subject, typed(fields, { sipClientPort: '5061' }), place)).toEqual({});
  });

  it('knows that another Access Edge makes the provider anew, and another port does not', () => {
    const fields = initialFields(subject);
    expect(isMadeAnew(subject, typed(fields, { proxyFqdn: 'sipfed2.online.lync.com' }))).toBe(true);
    expect(isMadeAnew(subject, typed(fields, { sipClientPort: '5061' }))).toBe(false);
  });
});

describe('a template', () => {
  it('fills in a new provider, name and all', () => {
    const fresh = newProvider('public-provider', null);
    const [skype] = templatesOf('public-provider');
    const shown = ['proxyFqdn', 'enabled', 'verificationLevel', 'iconUrl'];
    const fields = filledIn(fresh, initialFields(fresh), skype!, shown);
    expect(fields.identity).toBe('Skype');
    expect(fields.values).toMatchObject({
      proxyFqdn: 'federation.messenger.msn.com',
      verificationLevel: 'AlwaysVerifiable',
    });
    expect(fields.values['enableSkypeIdRouting'], 'a server that has not the field goes without').toBe(false);
  });

  it('leaves the name of a provider that is there', () => {
    const [hybrid] = templatesOf('hosting-provider');
    const fields = filledIn(
      { kind: 'existing', row: { ...online, identity: 'O365' } },
      { identity: 'O365', values: {} },
      hybrid!,
      ['hostsOCSUsers'],
    );
    expect(fields).toEqual({ identity: 'O365', values: { hostsOCSUsers: true } });
  });
});

it('many providers are switched by one draft each, with what was read of them', () => {
  const drafts = switchDrafts([online, aim], false);
  expect(drafts.map((each) => draftSchema.parse(each))).toEqual([
    {
      kind: 'noun.set',
      noun: 'hosting-provider',
      identity: 'LyncOnline',
      versionRead: VERSION,
      read: online.values,
      values: { enabled: false },
    },
    {
      kind: 'noun.set',
      noun: 'public-provider',
      identity: 'AIM',
      versionRead: VERSION,
      read: aim.values,
      values: { enabled: false },
    },
  ]);
});
