import { describe, expect, it } from 'vitest';
import { psObject } from '../../../psrp/clixml/build.ts';
import { itemsOf, property } from '../../../psrp/clixml/read.ts';
import type { PsValue } from '../../../psrp/clixml/values.ts';
import { annotated, bench, column, idOf, type Bench } from './bench.fixture.ts';

const GET = 'Get-CsXmppAllowedPartner';
const NEW = 'New-CsXmppAllowedPartner';
const SET = 'Set-CsXmppAllowedPartner';

async function additionalDomains({ run }: Bench, domain: string): Promise<readonly PsValue[]> {
  return itemsOf(property((await run([[GET, [domain]]])).output[0], 'AdditionalDomains'));
}

function list(...items: readonly string[]): PsValue {
  return psObject({ list: { kind: 'LST', items } });
}

function hashtable(entries: readonly (readonly [string, PsValue])[]): PsValue {
  return psObject({ types: ['System.Collections.Hashtable'], dictionary: entries });
}

/** Each block names the source its expectations are from. */
describe('an XMPP partner (PS/New-CsXmppAllowedPartner)', () => {
  it('has the documented defaults', async () => {
    const [made] = (await bench().run([[NEW, ['xmpp.example']]])).output;
    const values = {
      Domain: 'xmpp.example',
      PartnerType: 'PublicUnverified',
      TlsNegotiation: 'Required',
      SaslNegotiation: 'Required',
      SupportDialbackNegotiation: true,
      EnableKeepAlive: true,
    };
    for (const [name, value] of Object.entries(values)) expect(property(made, name), name).toBe(value);
  });

  it('is made as Microsoft’s Google Talk example makes it', async () => {
    const { run } = bench();
    const [made] = (
      await run([
        [
          NEW,
          {
            Domain: 'googlemail.com',
            TlsNegotiation: 'NotSupported',
            SaslNegotiation: 'NotSupported',
            EnableKeepAlive: false,
            SupportDialbackNegotiation: true,
          },
        ],
      ])
    ).output;
    expect(property(made, 'TlsNegotiation')).toBe('NotSupported');
    expect(property(made, 'Identity')).toBe('googlemail.com');
  });

  it('is refused twice, and with a name that is none', async () => {
    const { run } = bench();
    expect((await run([[NEW, ['GMAIL.com']]])).errors.map(idOf)).toEqual(['ItemAlreadyExists']);
    expect((await run([[NEW, ['no domain']]])).errors.map(idOf)).toEqual(['DomainMalformed']);
  });

  it('takes more domains as a list, and what to add or remove as a Hashtable', async () => {
    const on = bench();
    await on.run([[NEW, { Identity: 'xmpp.example', AdditionalDomains: list('a.example', 'b.example', 'A.example') }]]);
    expect(await additionalDomains(on, 'xmpp.example')).toEqual(['A.example', 'b.example']);
    const change = hashtable([
      ['Add', 'c.example'],
      ['Remove', list('B.EXAMPLE')],
    ]);
    await on.run([[SET, { Identity: 'xmpp.example', AdditionalDomains: change }]]);
    expect(await additionalDomains(on, 'xmpp.example')).toEqual(['A.example', 'c.example']);
    await on.run([[SET, { Identity: 'xmpp.example', AdditionalDomains: hashtable([['Replace', list('d.example')]]) }]]);
    expect(await additionalDomains(on, 'xmpp.example')).toEqual(['d.example']);
    await on.run([[SET, { Identity: 'xmpp.example', AdditionalDomains: null }]]);
    expect(await additionalDomains(on, 'xmpp.example')).toEqual([]);
  });

  it('refuses a Hashtable with another key, and a further domain that is none', async () => {
    const { run } = bench();
    const wrong = hashtable([['Append', 'c.example']]);
    const refused = await run([[SET, { Identity: 'gmail.com', AdditionalDomains: wrong }]]);
    expect(refused.errors.map(idOf)).toEqual(['ListModifierInvalid']);
    const bad = await run([[SET, { Identity: 'gmail.com', AdditionalDomains: list('no domain') }]]);
    expect(bad.errors.map(idOf)).toEqual(['DomainMalformed']);
  });

  it('comes back as an object, and is committed as one', async () => {
    const on = bench();
    const [read] = (await on.run([[GET, ['jabber.fabrikam.com']]])).output;
    await on.run([[SET, { Instance: annotated(read, { PartnerType: 'PublicVerified' }) }]]);
    expect(column(await on.run([[GET, ['jabber.fabrikam.com']]]), 'PartnerType')).toEqual(['PublicVerified']);
    expect(await additionalDomains(on, 'jabber.fabrikam.com')).toEqual(['conference.fabrikam.com']);
  });
});

/** The negotiation-settings page: every row of its table that it calls invalid, and those SASL without TLS makes so. */
describe('the negotiation of an XMPP partner', () => {
  const VALUES = ['Required', 'Optional', 'NotSupported'] as const;
  const rows = VALUES.flatMap((tls) =>
    VALUES.flatMap((sasl) => [true, false].map((dialback) => ({ tls, sasl, dialback }))),
  );

  it.each(rows)('TLS $tls, SASL $sasl, dialback $dialback', async ({ tls, sasl, dialback }) => {
    const { run } = bench();
    const values = { TlsNegotiation: tls, SaslNegotiation: sasl, SupportDialbackNegotiation: dialback };
    const saslAlone = tls === 'NotSupported' && sasl !== 'NotSupported';
    const nothing = !dialback && (tls === 'NotSupported' || sasl === 'NotSupported');
    const refused = saslAlone ? ['SaslNeedsTls'] : nothing ? ['NoNegotiation'] : [];
    expect((await run([[NEW, { Identity: 'xmpp.example', ...values }]])).errors.map(idOf)).toEqual(refused);
    expect((await run([[SET, { Identity: 'jabber.fabrikam.com', ...values }]])).errors.map(idOf)).toEqual(refused);
    const [read] = (await run([[GET, ['gmail.com']]])).output;
    const instance = await run([[SET, { Instance: annotated(read, values) }]]);
    expect(instance.errors.map(idOf)).toEqual(refused);
  });

  it('is judged as it comes out: SASL is on where nothing is said of it', async () => {
    const ran = await bench().run([[NEW, { Identity: 'xmpp.example', TlsNegotiation: 'NotSupported' }]]);
    expect(ran.errors.map(idOf)).toEqual(['SaslNeedsTls']);
  });
});

describe('the XMPP gateway (PS/Set-CsXmppGatewayConfiguration)', () => {
  it('is one object with the documented defaults, and changes what is given', async () => {
    const { run } = bench();
    await run([['Set-CsXmppGatewayConfiguration', { PartnerConnectionLimit: 40 }]]);
    const [gateway] = (await run([['Get-CsXmppGatewayConfiguration']])).output;
    expect(property(gateway, 'Identity')).toBe('Global');
    expect(property(gateway, 'PartnerConnectionLimit')).toMatchObject({ text: '40' });
    expect(property(gateway, 'ConnectionLimit')).toMatchObject({ text: '1000' });
  });

  it('has no other identity', async () => {
    const ran = await bench().run([['Set-CsXmppGatewayConfiguration', { Identity: 'site:Redmond' }]]);
    expect(ran.errors.map(idOf)).toEqual(['ItemNotFound']);
  });
});

describe('where there is no gateway (federation-domain 12)', () => {
  it('SE has none of the cmdlets; 2019 has them still', () => {
    const names = (version: 'SE' | '2019') =>
      bench({}, version)
        .run([[GET]])
        .then(({ state, reason }) => [state, idOf(reason)]);
    return Promise.all([
      expect(names('SE')).resolves.toEqual(['failed', 'CommandNotFoundException']),
      expect(names('2019')).resolves.toEqual(['completed', undefined]),
    ]);
  });
});
