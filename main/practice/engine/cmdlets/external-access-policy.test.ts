import { describe, expect, it } from 'vitest';
import { property } from '../../../psrp/clixml/read.ts';
import { annotated, bench, column, idOf } from './bench.fixture.ts';

const GET = 'Get-CsExternalAccessPolicy';
const NEW = 'New-CsExternalAccessPolicy';
const SET = 'Set-CsExternalAccessPolicy';
const REMOVE = 'Remove-CsExternalAccessPolicy';

/** Each block names the source its expectations are from. */
describe('Get-CsExternalAccessPolicy (manage-external-access-policy: sample output)', () => {
  it('gives Global, site and user policies with the documented properties', async () => {
    const ran = await bench().run([[GET]]);
    expect(column(ran, 'Identity')).toEqual([
      'Global',
      'Site:Tacoma',
      'Tag:Partner managers',
      'Tag:FedPic',
      'Tag:Trading floor',
      'Tag:Merger 2019',
    ]);
    const names = ['EnableFederationAccess', 'EnableXmppAccess', 'EnablePublicCloudAccess', 'EnableOutsideAccess'];
    expect(names.map((name) => property(ran.output[0], name))).toEqual([true, false, false, true]);
  });

  it('finds a user policy with and without its tag, and a site policy by its site', async () => {
    const { run } = bench();
    for (const [written, identity] of [
      ['fedpic', 'Tag:FedPic'],
      ['TAG:fedpic', 'Tag:FedPic'],
      ['site:TACOMA', 'Site:Tacoma'],
      ['global', 'Global'],
    ] as const) {
      expect(column(await run([[GET, [written]]]), 'Identity')).toEqual([identity]);
    }
  });

  it('gives all user policies for the filter tag:* (delete-a-site-or-user-policy)', async () => {
    const ran = await bench().run([[GET, { Filter: 'tag:*' }]]);
    expect(column(ran, 'Identity')).toHaveLength(4);
  });
});

describe('New-CsExternalAccessPolicy (PS/New-CsExternalAccessPolicy)', () => {
  it('makes a user policy with every switch off', async () => {
    const { run } = bench();
    const ran = await run([[NEW, ['Interns']]]);
    expect(ran).toMatchObject({ state: 'completed', errors: [] });
    expect(property(ran.output[0], 'Identity')).toBe('Tag:Interns');
    for (const name of ['Federation', 'Xmpp', 'PublicCloud', 'PublicCloudAudioVideo', 'Outside']) {
      expect(property(ran.output[0], `Enable${name}Access`)).toBe(false);
    }
  });

  it('makes a policy for a site that has none, in the site’s own letters', async () => {
    const { run } = bench();
    const ran = await run([[NEW, { Identity: 'site:redmond', EnableOutsideAccess: true }]]);
    expect(column(ran, 'Identity')).toEqual(['Site:Redmond']);
  });

  it.each([
    ['the global scope', 'global', 'GlobalScopeNotAllowed'],
    ['a site that has one', 'site:Tacoma', 'ItemAlreadyExists'],
    ['a site that is none', 'site:Seattle', 'SiteNotFound'],
    ['a name that is in use', 'FEDPIC', 'ItemAlreadyExists'],
    ['no name', 'tag:', 'DomainMalformed'],
  ])('refuses %s', async (_what, identity, id) => {
    const { run, store } = bench();
    const before = store.current();
    const ran = await run([[NEW, [identity]]]);
    expect(ran.errors.map(idOf)).toEqual([id]);
    expect(store.current()).toBe(before);
  });
});

describe('Set-CsExternalAccessPolicy (PS/Set-CsExternalAccessPolicy)', () => {
  it('means Global where no identity is given, and changes only what is given', async () => {
    const { run } = bench();
    await run([[SET, { EnablePublicCloudAccess: true }]]);
    const [global] = (await run([[GET, ['global']]])).output;
    expect(property(global, 'EnablePublicCloudAccess')).toBe(true);
    expect(property(global, 'EnableFederationAccess')).toBe(true);
  });

  it('takes the description away with null', async () => {
    const { run } = bench();
    await run([[SET, { Identity: 'FedPic', Description: null }]]);
    expect(column(await run([[GET, ['FedPic']]]), 'Description')).toEqual([null]);
  });

  it('commits an object changed at a client, and one made in memory', async () => {
    const { run } = bench();
    const [read] = (await run([[GET, ['FedPic']]])).output;
    await run([[SET, { Instance: annotated(read, { EnableXmppAccess: true }) }]]);
    expect(column(await run([[GET, ['FedPic']]]), 'EnableXmppAccess')).toEqual([true]);
    const [made] = (await run([[NEW, { Identity: 'Later', InMemory: true, EnableOutsideAccess: true }]])).output;
    expect((await run([[GET, ['Later']]])).errors.map(idOf)).toEqual(['ItemNotFound']);
    await run([[SET, { Instance: made ?? null }]]);
    expect(column(await run([[GET, ['Later']]]), 'EnableOutsideAccess')).toEqual([true]);
  });

  it('refuses a policy that is not there, and an object of another kind', async () => {
    const { run } = bench();
    expect((await run([[SET, { Identity: 'Nobody' }]])).errors.map(idOf)).toEqual(['ItemNotFound']);
    const [domain] = (await run([['Get-CsAllowedDomain', ['fabrikam.com']]])).output;
    expect((await run([[SET, { Instance: domain ?? null }]])).errors.map(idOf)).toEqual(['InstanceUnusable']);
  });
});

describe('Remove-CsExternalAccessPolicy (PS/Remove-CsExternalAccessPolicy; reset-the-global-policy)', () => {
  it('removes a policy, also those a Get- before it names', async () => {
    const { run } = bench();
    await run([[REMOVE, ['site:tacoma']]]);
    await run([[GET, { Filter: 'tag:*' }], [REMOVE]]);
    expect(column(await run([[GET]]), 'Identity')).toEqual(['Global']);
  });

  it('puts Global back to its defaults, and does not remove it', async () => {
    const { run } = bench();
    await run([[REMOVE, ['Global']]]);
    const [global] = (await run([[GET, ['Global']]])).output;
    expect(property(global, 'EnableFederationAccess')).toBe(false);
    expect(property(global, 'EnableOutsideAccess')).toBe(false);
  });

  it('refuses one that is not there', async () => {
    expect((await bench().run([[REMOVE, ['Nobody']]])).errors.map(idOf)).toEqual(['ItemNotFound']);
  });
});
