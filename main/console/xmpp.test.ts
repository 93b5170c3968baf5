import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/plan/draft.ts';
import { openStore, type PracticeStore } from '../practice/engine/index.ts';
import { consoleBench, engineSource, type ConsoleBench } from './engine-source.fixture.ts';

const deployment = 'hq';
const noun = 'xmpp-partner';

function contoso(more: { readonly version: '2019'; readonly mixed?: boolean }): PracticeStore {
  return openStore({ file: null, seed: 'contoso', ...more });
}

async function refusalOf(bench: ConsoleBench, draft: Draft): Promise<string> {
  const built = await bench.ask('plans.build', { deployment, drafts: [draft] });
  return built.ok ? 'built' : built.error.code;
}

function add(identity: string, values: Readonly<Record<string, string | number | boolean>> = {}): Draft {
  return { kind: 'noun.add', noun, identity, values };
}

describe('an XMPP partner', () => {
  it.each([
    ['SASL beside TLS that is not supported', { tlsNegotiation: 'NotSupported' }, 'input.xmpp-sasl-needs-tls'],
    [
      'no way to prove who it is',
      { saslNegotiation: 'NotSupported', supportDialbackNegotiation: false },
      'input.xmpp-no-method',
    ],
    ['a domain that is no name', { additionalDomains: 'chat' }, 'input.domain-malformed'],
    ['a domain of another partner', { additionalDomains: 'conference.fabrikam.com' }, 'conflict.xmpp-domain-taken'],
    ['one domain twice', { additionalDomains: 'xmpp.example' }, 'input.xmpp-domain-twice'],
    ['a limit that is no number of connections', { connectionLimit: 4_294_967_296 }, 'input.number-out-of-range'],
    ['half a connection', { connectionLimit: 1.5 }, 'input.number-out-of-range'],
  ] as const)('is refused with %s', async (_what, values, code) => {
    expect(await refusalOf(consoleBench(engineSource(deployment)), add('xmpp.example', values))).toBe(code);
  });

  it('that a shell left without a method may have its description changed, and its stance mended', async () => {
    const source = engineSource(deployment);
    const bench = consoleBench(source);
    // The practice deployment's cmdlet refuses it; whether every server's does is not written down.
    await source.store.change('xmppPartners', (now) => ({
      ...now,
      xmppPartners: now.xmppPartners.map((partner) =>
        partner.domain === 'gmail.com'
          ? { ...partner, saslNegotiation: 'NotSupported' as const, supportDialbackNegotiation: false }
          : partner,
      ),
    }));
    const { rows } = await bench.get('nouns.list', { deployment, noun });
    const row = rows.find(({ identity }) => identity === 'gmail.com');
    const start = { kind: 'noun.set', noun, identity: 'gmail.com', versionRead: row?.version ?? '' } as const;
    expect(await refusalOf(bench, { ...start, values: { description: 'mended next' } })).toBe('built');
    expect(await refusalOf(bench, { ...start, values: { supportDialbackNegotiation: true } })).toBe('built');
    expect(await refusalOf(bench, { ...start, values: { tlsNegotiation: 'Optional' } })).toBe('input.xmpp-no-method');
  });
});

describe('the way of XMPP', () => {
  it('is by this deployment’s own Edge', async () => {
    const { route } = await consoleBench(engineSource(deployment)).get('xmpp-route.read', { deployment });
    expect(route).toEqual({ kind: 'routed', edges: ['edge01.contoso.com'] });
  });

  it('is none on 2019 alone, and by the older Edge of a mixed deployment', async () => {
    const alone = consoleBench(engineSource(deployment, contoso({ version: '2019' })));
    expect((await alone.get('xmpp-route.read', { deployment })).route).toEqual({ kind: 'none' });
    const mixed = consoleBench(engineSource(deployment, contoso({ version: '2019', mixed: true })));
    expect((await mixed.get('xmpp-route.read', { deployment })).route).toEqual({
      kind: 'older-edge',
      edges: ['legacyedge01.contoso.com'],
      newerPools: ['pool01.contoso.com'],
    });
  });
});
