import { describe, expect, it } from 'vitest';
import type { NounAbilities } from '../../../shared/contract/requests.ts';
import { fieldsOf, onlyShown } from './noun-fields.ts';
import { newSubject, type NounSubject } from './noun-subject.ts';

const OLD = ['proxyFqdn', 'enabled', 'verificationLevel', 'iconUrl', 'nameDecorationDomain'];
const NEWER = [
  'nameDecorationRoutingDomain',
  'nameDecorationExcludedDomainList',
  'enableSkypeIdRouting',
  'enableSkypeDirectorySearch',
];

function abilities(more: Partial<NounAbilities>): NounAbilities {
  return { add: true, set: true, remove: true, addable: OLD, settable: ['enabled', 'verificationLevel'], ...more };
}

function existing(values: Readonly<Record<string, string | boolean | null>>): NounSubject {
  return { kind: 'existing', row: { noun: 'public-provider', identity: 'AIM', version: '0'.repeat(64), values } };
}

describe('the fields of a form', () => {
  it('are those New- takes, and the others are known to be missing', () => {
    expect(fieldsOf(newSubject('public-provider'), abilities({}))).toEqual({ shown: OLD, absent: NEWER });
  });

  it('are all of them where the server told names of cmdlets only, or has not been read', () => {
    const shown = [...OLD, ...NEWER];
    expect(fieldsOf(newSubject('public-provider'), abilities({ addable: null }))).toEqual({ shown, absent: [] });
    expect(fieldsOf(existing({}), null)).toEqual({ shown, absent: [] });
  });

  it('of an object that is there are also those it has a value in', () => {
    const subject = existing({ nameDecorationRoutingDomain: 'msn.com', enableSkypeIdRouting: null });
    const { shown, absent } = fieldsOf(subject, abilities({}));
    expect(shown).toContain('nameDecorationRoutingDomain');
    expect(absent).toContain('enableSkypeIdRouting');
  });

  it('of a role that writes nothing are those with a value, and nothing is said to be missing', () => {
    const none = abilities({ add: false, set: false, remove: false, addable: [], settable: [] });
    const subject = existing({ proxyFqdn: 'sip.oscar.aol.com', enabled: false, iconUrl: null });
    expect(fieldsOf(subject, none)).toEqual({ shown: ['proxyFqdn', 'enabled'], absent: [] });
  });

  it('a new object is begun without what New- does not take', () => {
    const begun = onlyShown(newSubject('public-provider', { enabled: true }), abilities({}));
    expect(begun).toMatchObject({ kind: 'new', start: { values: { enabled: true } } });
    expect(Object.keys(begun.kind === 'new' ? begun.start.values : {})).toEqual(OLD);
  });
});
