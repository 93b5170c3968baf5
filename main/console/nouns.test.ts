import { describe, expect, it } from 'vitest';
import type { NounListRow, RequestInput } from '../../shared/contract/requests.ts';
import type { Draft } from '../../shared/plan/draft.ts';
import { nounAddition } from '../../shared/plan/noun-inverse.ts';
import { parametersFor } from '../../shared/cmdlets/index.ts';
import { formatMessage } from '../../shared/i18n/index.ts';
import { consoleBench, engineSource, type ConsoleBench, type EngineSource } from './engine-source.fixture.ts';

const deployment = 'hq';
type Noun = RequestInput<'nouns.list'>['noun'];

function benchOf(): { readonly source: EngineSource; readonly bench: ConsoleBench } {
  const source = engineSource(deployment);
  return { source, bench: consoleBench(source) };
}

async function rowOf(bench: ConsoleBench, noun: Noun, identity: string): Promise<NounListRow | undefined> {
  const { rows } = await bench.get('nouns.list', { deployment, noun });
  return rows.find((row) => row.identity.toLowerCase() === identity.toLowerCase());
}

async function found(bench: ConsoleBench, noun: Noun, identity: string): Promise<NounListRow> {
  const row = await rowOf(bench, noun, identity);
  if (row === undefined) throw new Error(`${noun} ${identity} is not there`);
  return row;
}

async function apply(bench: ConsoleBench, drafts: readonly Draft[]) {
  const plan = await bench.get('plans.build', { deployment, drafts });
  const result = await bench.get('plans.apply', { plan: plan.id, hash: plan.hash, acceptPosture: true });
  expect(result.steps).toEqual(plan.steps.map(() => ({ state: 'done' })));
  return plan;
}

async function undoLast(bench: ConsoleBench): Promise<void> {
  const { entries } = await bench.get('journal.list', { limit: 1 });
  const { drafts } = await bench.get('journal.undo', { entry: entries[0]?.id ?? '' });
  await apply(bench, drafts);
}

async function refusalOf(bench: ConsoleBench, drafts: readonly Draft[]): Promise<string> {
  const built = await bench.ask('plans.build', { deployment, drafts });
  return built.ok ? 'built' : built.error.code;
}

describe('an object of a noun', () => {
  it('is added, told in words and PowerShell, told to every window, and taken back from the journal', async () => {
    const { bench } = benchOf();
    const plan = await apply(bench, [
      {
        kind: 'noun.add',
        noun: 'external-access-policy',
        identity: 'Sales',
        values: { enableFederationAccess: true, description: 'PO 4711' },
      },
    ]);
    expect(plan.steps.map(({ powershell }) => powershell)).toEqual([
      "New-CsExternalAccessPolicy -Identity 'Sales' -Description 'PO 4711' -EnableFederationAccess $true -Confirm:$false",
    ]);
    const { id, values } = plan.steps[0]!.words;
    expect(formatMessage('en', id, values)).toBe(
      'Add the external access policy Sales. Communications with federated users: on. Description: PO 4711.',
    );
    expect(bench.events).toContainEqual({
      name: 'nouns.changed',
      payload: { deployment, noun: 'external-access-policy' },
    });
    expect((await found(bench, 'external-access-policy', 'Tag:Sales')).values).toMatchObject({
      description: 'PO 4711',
      enableFederationAccess: true,
      enableXmppAccess: false,
    });
    await undoLast(bench);
    expect(await rowOf(bench, 'external-access-policy', 'Tag:Sales')).toBeUndefined();
    await undoLast(bench);
    expect((await found(bench, 'external-access-policy', 'Tag:Sales')).values['description']).toBe('PO 4711');
  });

  it('that cannot be removed is taken back to its defaults, and gets every value back from the journal', async () => {
    const { bench } = benchOf();
    const noun = 'external-access-policy';
    const before = await found(bench, noun, 'Global');
    const set = { enableFederationAccess: true, enableOutsideAccess: true, description: 'Everyone' };
    await apply(bench, [
      { kind: 'noun.set', noun, identity: 'Global', versionRead: before.version, values: { ...set } },
    ]);
    const changed = await found(bench, noun, 'Global');
    expect(changed.values).toMatchObject(set);
    await apply(bench, [{ kind: 'noun.remove', noun, identity: 'Global', versionRead: changed.version }]);
    expect((await found(bench, noun, 'Global')).values['enableFederationAccess']).toBe(false);
    await undoLast(bench);
    expect((await found(bench, noun, 'Global')).values).toEqual(changed.values);
  });

  it('is made anew for a value that only New- takes, in one plan, and made anew again to undo it', async () => {
    const { bench } = benchOf();
    const noun = 'hosting-provider';
    const before = await found(bench, noun, 'LyncOnline');
    const values = { proxyFqdn: 'sipfed2.online.lync.com' };
    const plan = await apply(bench, [
      { kind: 'noun.set', noun, identity: 'LyncOnline', versionRead: before.version, values },
    ]);
    expect(plan.steps.map(({ cmdlet }) => cmdlet)).toEqual(['Remove-CsHostingProvider', 'New-CsHostingProvider']);
    expect((await found(bench, noun, 'LyncOnline')).values).toEqual({ ...before.values, ...values });
    await undoLast(bench);
    expect((await found(bench, noun, 'LyncOnline')).values).toEqual(before.values);
  });

  it('that somebody else has changed is a conflict with its three values', async () => {
    const { bench, source } = benchOf();
    const noun = 'xmpp-partner';
    const { rows } = await bench.get('nouns.list', { deployment, noun });
    const [row] = rows;
    if (row === undefined) throw new Error('no partner');
    await source.bySomeoneElse('Set-CsXmppAllowedPartner', { Identity: row.identity, Description: 'theirs' });
    const { identity, version: versionRead, values: read } = row;
    const built = await bench.ask('plans.build', {
      deployment,
      drafts: [{ kind: 'noun.set', noun, identity, versionRead, read, values: { description: 'mine' } }],
    });
    expect(built).toMatchObject({
      ok: false,
      error: {
        code: 'conflict.changed-since-read',
        conflict: {
          object: { kind: 'noun', noun, identity },
          now: 'changed',
          fields: [{ field: 'description', reviewed: read['description'] ?? null, now: 'theirs', wanted: 'mine' }],
        },
      },
    });
  });

  it('keeps the members of a list, whatever their order', async () => {
    const { bench } = benchOf();
    const noun = 'xmpp-partner';
    const values = { additionalDomains: 'b.example, a.example', partnerType: 'Federated' };
    await apply(bench, [{ kind: 'noun.add', noun, identity: 'xmpp.example', values }]);
    const row = await found(bench, noun, 'xmpp.example');
    expect(row.values['additionalDomains']).toBe('b.example, a.example');
    expect(
      await refusalOf(bench, [
        {
          kind: 'noun.set',
          noun,
          identity: 'xmpp.example',
          versionRead: row.version,
          values: { additionalDomains: 'a.example, b.example' },
        },
      ]),
    ).toBe('plan.nothing-to-do');
  });
});

describe('a draft of a noun', () => {
  const add = { kind: 'noun.add', noun: 'public-provider' } as const;
  it.each<[string, Draft, string]>([
    [
      'an identity that is there',
      { kind: 'noun.add', noun: 'external-access-policy', identity: 'global', values: {} },
      'conflict.exists',
    ],
    [
      'a provider’s name of the other kind',
      { ...add, identity: 'lynconline', values: { proxyFqdn: 'a.example', enabled: true } },
      'conflict.provider-name-taken',
    ],
    [
      'an Access Edge of the other kind',
      { ...add, identity: 'X', values: { proxyFqdn: 'SIPFED.online.lync.com', enabled: true } },
      'conflict.provider-edge-taken',
    ],
    [
      'an Access Edge that is no name',
      { ...add, identity: 'X', values: { proxyFqdn: 'not a name', enabled: true } },
      'input.domain-malformed',
    ],
    ['a field the noun has not', { ...add, identity: 'X', values: { hostsOCSUsers: true } }, 'input.request-malformed'],
    ['a value of another kind', { ...add, identity: 'X', values: { enabled: 'yes' } }, 'input.request-malformed'],
    [
      'a choice there is not',
      { ...add, identity: 'X', values: { verificationLevel: 'Never' } },
      'input.request-malformed',
    ],
  ])('is refused for %s', async (_, draft, code) => {
    expect(await refusalOf(benchOf().bench, [draft])).toBe(code);
  });

  it('adds no provider where everything goes to a default route', async () => {
    const { bench, source } = benchOf();
    await source.store.change('accessEdge', (now) => ({ ...now, publicProviders: [], hostingProviders: [] }));
    await source.bySomeoneElse('Set-CsAccessEdgeConfiguration', {
      UseDefaultRouting: true,
      DefaultRouteFqdn: 'e.example',
    });
    expect(await refusalOf(bench, [{ ...add, identity: 'X', values: { proxyFqdn: 'a.example', enabled: true } }])).toBe(
      'conflict.default-routing',
    );
  });

  it('says what this role can do with the noun', async () => {
    const { bench, source } = benchOf();
    source.role = 'CsViewOnlyAdministrator';
    const { abilities } = await bench.get('nouns.list', { deployment, noun: 'hosting-provider' });
    expect(abilities).toEqual({ add: false, set: false, remove: false, addable: [], settable: [] });
  });
});

describe('media settings', () => {
  const noun = 'media-configuration';
  const add = { kind: 'noun.add', noun, values: { encryptionLevel: 'SupportEncryption' } } as const;

  it('are made for a service by role and pool, found by the identity the server gives, and made again by undo', async () => {
    const { bench } = benchOf();
    await apply(bench, [{ ...add, identity: 'MediationServer:sba01.contoso.com' }]);
    const identity = 'Service:MediationServer:sba01.contoso.com';
    const made = await found(bench, noun, identity);
    await apply(bench, [{ kind: 'noun.remove', noun, identity, versionRead: made.version }]);
    await undoLast(bench);
    expect((await found(bench, noun, identity)).values).toEqual(made.values);
  });

  it('of a site keep every value of the cmdlet when they are deleted and made again by undo', async () => {
    const { source, bench } = benchOf();
    await source.bySomeoneElse('Set-CsMediaConfiguration', { EnableInCallQoS: true, EnableRtpRtcpMultiplexing: false });
    const { values } = await found(bench, noun, 'Global');
    expect(values).toMatchObject({ enableInCallQoS: true, enableRtpRtcpMultiplexing: false });
    const { steps } = await apply(bench, [nounAddition(noun, 'site:Tacoma', values)!]);
    const takes = parametersFor('New-CsMediaConfiguration', '2015').map(({ name }) => name);
    const sent = steps[0]!.arguments.map(({ name }) => name);
    expect([...sent, 'Force', 'InMemory', 'WhatIf'].toSorted()).toEqual(takes.toSorted());
    const made = await found(bench, noun, 'Site:Tacoma');
    expect(made.values).toEqual(values);
    await apply(bench, [{ kind: 'noun.remove', noun, identity: 'Site:Tacoma', versionRead: made.version }]);
    await undoLast(bench);
    expect((await found(bench, noun, 'Site:Tacoma')).values).toEqual(values);
  });

  it.each([
    ['Registrar:pool01.contoso.com', 'input.media-scope-malformed'],
    ['tag:People', 'input.media-scope-malformed'],
    ['global', 'conflict.exists'],
  ])('are not made for %s', async (identity, code) => {
    expect(await refusalOf(benchOf().bench, [{ ...add, identity }])).toBe(code);
  });
});
