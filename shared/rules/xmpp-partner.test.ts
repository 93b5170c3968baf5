import { describe, expect, it } from 'vitest';
import { errorFrom } from '../errors.ts';
import { checkXmppDomains, requireXmppDomains, type XmppDomainsWanted } from './xmpp-partner.ts';

const others = [{ primary: 'jabber.fabrikam.com', additional: ['conference.fabrikam.com'] }];

function wanted(values: Partial<XmppDomainsWanted>): XmppDomainsWanted {
  return { primary: 'gmail.com', isNew: true, additional: [], had: [], others, ...values };
}

function refusal(values: Partial<XmppDomainsWanted>): string | null {
  try {
    requireXmppDomains(wanted(values));
    return null;
  } catch (caught) {
    return errorFrom(caught).code;
  }
}

describe('the domains of an XMPP partner', () => {
  it.each([
    ['a new one with more domains', { additional: ['googlemail.com', 'chat.gmail.com'] }, null],
    ['one that is no name', { primary: 'gmail' }, 'input.domain-malformed'],
    ['none', { primary: '' }, 'input.domain-empty'],
    ['a further one that is no name', { additional: ['xmpp://gmail.com'] }, 'input.domain-malformed'],
    ['its own primary domain again', { additional: ['GMAIL.com'] }, 'input.xmpp-domain-twice'],
    ['a further one twice', { additional: ['a.example', 'A.example'] }, 'input.xmpp-domain-twice'],
    ['another partner’s primary domain', { primary: 'JABBER.fabrikam.com' }, 'conflict.xmpp-domain-taken'],
    ['another partner’s further domain', { primary: 'conference.fabrikam.com' }, 'conflict.xmpp-domain-taken'],
    ['a further one of another partner', { additional: ['jabber.fabrikam.com'] }, 'conflict.xmpp-domain-taken'],
  ] as const)('%s', (_what, values, code) => expect(refusal(values)).toBe(code));

  it('are refused for what is new alone: what a server holds already stays', () => {
    const had = ['conference.fabrikam.com', 'odd_name'];
    expect(refusal({ isNew: false, additional: [...had, 'chat.example'], had })).toBeNull();
    expect(refusal({ isNew: false, primary: 'odd', additional: ['chat'], had })).toBe('input.domain-malformed');
  });

  it('are told with the partner that has the domain', () => {
    const { primary, additional } = checkXmppDomains(wanted({ additional: ['conference.fabrikam.com', 'x.example'] }));
    expect(primary).toBeNull();
    expect(additional).toEqual([
      { domain: 'conference.fabrikam.com', problem: 'taken', partner: 'jabber.fabrikam.com' },
    ]);
  });
});
