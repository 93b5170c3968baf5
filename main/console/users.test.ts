import { describe, expect, it } from 'vitest';
import type { UserListRow, UserQuery } from '../../shared/contract/users.ts';
import type { Draft } from '../../shared/plan/draft.ts';
import { consoleBench, engineSource, type ConsoleBench, type EngineSource } from './engine-source.fixture.ts';

const deployment = 'hq';
const search = 'search-1';
const ANY: UserQuery = { text: '', registrarPool: null, assigned: { kind: 'any' } };
const ANA = 'sip:ana.bowman@contoso.com';
const CHLOE = 'sip:chloe.bowman@contoso.com';

function benchOf(): { readonly source: EngineSource; readonly bench: ConsoleBench } {
  const source = engineSource(deployment);
  return { source, bench: consoleBench(source) };
}

async function found(bench: ConsoleBench, query: Partial<UserQuery>, limit = 1_000) {
  return await bench.get('users.search', { deployment, search, query: { ...ANY, ...query }, limit });
}

async function names(bench: ConsoleBench, query: Partial<UserQuery>): Promise<readonly string[]> {
  return (await found(bench, query)).users.map(({ displayName }) => displayName);
}

async function userOf(bench: ConsoleBench, sipAddress: string): Promise<UserListRow> {
  return (await bench.get('users.effective', { deployment, sipAddress })).user;
}

function grant({ sipAddress, version, externalAccessPolicy }: UserListRow, policy: string): Draft {
  return {
    kind: 'noun.set',
    noun: 'user',
    identity: sipAddress,
    versionRead: version,
    read: { externalAccessPolicy },
    values: { externalAccessPolicy: policy },
  };
}

async function apply(bench: ConsoleBench, drafts: readonly Draft[]) {
  const plan = await bench.get('plans.build', { deployment, drafts });
  return { plan, result: await bench.get('plans.apply', { plan: plan.id, hash: plan.hash }) };
}

describe('users.search', () => {
  it('finds by words of the name or the address, by pool, and by what was assigned', async () => {
    const { bench } = benchOf();
    expect(await names(bench, { text: 'bowman ANA' })).toEqual(['Ana Bowman']);
    expect(await names(bench, { text: 'sip:chloe.b*@contoso' })).toEqual(['Chloe Bowman']);
    expect(await names(bench, { text: '  민준 ' })).toContain('민준 김');
    const tacoma = await found(bench, { registrarPool: 'SBA01.contoso.com' });
    expect(new Set(tacoma.users.map(({ registrarPool }) => registrarPool))).toEqual(new Set(['sba01.contoso.com']));
    const fedPic = await found(bench, { assigned: { kind: 'policy', policy: 'fedpic' } });
    expect(new Set(fedPic.users.map(({ externalAccessPolicy }) => externalAccessPolicy))).toEqual(new Set(['FedPic']));
    const automatic = await found(bench, { assigned: { kind: 'automatic' } });
    expect(new Set(automatic.users.map(({ externalAccessPolicy }) => externalAccessPolicy))).toEqual(new Set([null]));
  });

  it.each(["O'Neil B", 'O’Neil B', 'oneil.b', 'O*Neil B'])('finds an apostrophe written as %s', async (text) => {
    expect(await names(benchOf().bench, { text })).toEqual(['O’Neil Bowman']);
  });

  it.each(["' -or Enabled -eq $true -or DisplayName -like '", "''", '$(Get-CsUser)', '`', '[', '(', '-not', 'a?a'])(
    'takes %s for a name',
    async (text) => {
      const { bench, source } = benchOf();
      expect(await names(bench, { text })).toEqual([]);
      expect(await names(bench, { registrarPool: text })).toEqual([]);
      expect(await names(bench, { assigned: { kind: 'policy', policy: text } })).toEqual([]);
      expect(source.ran().filter((name) => name === 'Get-CsUser')).toHaveLength(3);
    },
  );

  it('asks for no more than wanted, and says that there are more', async () => {
    const { bench } = benchOf();
    const some = await found(bench, {}, 10);
    expect(some).toMatchObject({ more: true });
    expect(some.users).toHaveLength(10);
    expect(await found(bench, { text: 'Bowman' }, 20)).toMatchObject({ more: false });
  });

  it('tells what it finds before it answers', async () => {
    const { bench } = benchOf();
    const { users } = await found(bench, {});
    const told = bench.events.flatMap((event) => (event.name === 'users.found' ? [event.payload] : []));
    expect(told[0]).toEqual({ search, from: 0, users: users.slice(0, 1), read: 1 });
    expect(told.flatMap((payload) => payload.users)).toEqual(users.slice(0, 100));
    expect(told.at(-1)).toMatchObject({ from: 1, read: 100 });
  });

  it('takes no filter, no line break and no number that is none', async () => {
    const { bench } = benchOf();
    for (const query of [
      { ...ANY, filter: 'Enabled -eq $true' },
      { ...ANY, text: 'a\nb' },
      { ...ANY, text: 4 },
    ]) {
      // What a window that is not ours may send.
      const input = { deployment, search, limit: 1, query } as never;
      expect(await bench.ask('users.search', input)).toMatchObject({ error: { code: 'input.request-malformed' } });
    }
  });

  it('ends when nobody waits for it any more', async () => {
    const { bench, source } = benchOf();
    const abort = new AbortController();
    source.intercept = (command, proceed) => {
      if (command.name === 'Get-CsUser') abort.abort();
      return proceed();
    };
    const input = { deployment, search, query: ANY, limit: 10 };
    const answer = await bench.ask('users.search', input, { signal: abort.signal });
    expect(answer).toMatchObject({ ok: false, error: { code: 'powershell.stopped' } });
  });
});

describe('users.governed', () => {
  it('finds everybody under one policy, each user under one alone', async () => {
    const { bench } = benchOf();
    const { rows } = await bench.get('nouns.list', { deployment, noun: 'external-access-policy' });
    const governed = new Map<string, readonly UserListRow[]>();
    for (const { identity } of rows) {
      const { users } = await bench.get('users.governed', { deployment, search, policy: identity });
      governed.set(identity, users);
    }
    const all = await found(bench, {});
    const everybody = [...governed.values()].flat().map(({ sipAddress }) => sipAddress);
    expect(everybody).toHaveLength(all.users.length);
    expect(new Set(everybody).size).toBe(all.users.length);
    const ofSite = governed.get('Site:Tacoma') ?? [];
    expect(ofSite.length).toBeGreaterThan(10);
    expect(ofSite.every((user) => user.registrarPool === 'sba01.contoso.com')).toBe(true);
    expect(ofSite.every((user) => user.externalAccessPolicy === null)).toBe(true);
    expect(governed.get('Global')?.some((user) => user.registrarPool === null)).toBe(true);
    expect(governed.get('Tag:FedPic')?.every((user) => user.externalAccessPolicy === 'FedPic')).toBe(true);
  });

  it('agrees with what the server says of each of them', async () => {
    const { bench } = benchOf();
    for (const policy of ['Global', 'Site:Tacoma', 'Tag:FedPic']) {
      const { users } = await bench.get('users.governed', { deployment, search, policy });
      for (const { sipAddress } of users.slice(0, 3)) {
        const { said } = await bench.get('users.effective', { deployment, sipAddress });
        expect(said).toEqual({ ok: true, value: policy });
      }
    }
  });
});

describe('users.effective', () => {
  it('says what is in force, and why: user before site before Global', async () => {
    const { bench } = benchOf();
    const of = async (sipAddress: string) => await bench.get('users.effective', { deployment, sipAddress });
    expect(await of(ANA)).toMatchObject({
      user: { displayName: 'Ana Bowman', externalAccessPolicy: null },
      resolved: { value: { policy: 'Global', scope: 'global', site: 'Site:Redmond' } },
      said: { value: 'Global' },
    });
    const chloe = await of(CHLOE.toUpperCase().replace('SIP:', 'sip:'));
    expect(chloe.resolved).toMatchObject({ value: { policy: 'Site:Tacoma', scope: 'site' } });
    await apply(bench, [grant(chloe.user, 'FedPic')]);
    expect(await of(CHLOE)).toMatchObject({
      resolved: { value: { policy: 'Tag:FedPic', scope: 'user', site: 'Site:Tacoma' } },
      said: { value: 'Tag:FedPic' },
    });
  });

  it('names a user who is not there', async () => {
    const answer = await benchOf().bench.ask('users.effective', { deployment, sipAddress: 'sip:nobody@contoso.com' });
    expect(answer).toMatchObject({
      error: { code: 'conflict.not-found', values: { identity: 'sip:nobody@contoso.com' } },
    });
  });
});

describe('users.lookup', () => {
  it('names those who are unknown and those who are several, and finds the rest', async () => {
    const { bench } = benchOf();
    const asked = [
      'ana.bowman@contoso.com',
      ANA.toUpperCase(),
      'Mai Bowman',
      "o'neil bowman",
      'nobody@contoso.com',
      "'",
    ];
    const { names: told } = await bench.get('users.lookup', { deployment, search, names: asked });
    expect(told.map(({ user, problem }) => user?.displayName ?? problem)).toEqual([
      'Ana Bowman',
      'Ana Bowman',
      'Mai Bowman',
      'O’Neil Bowman',
      'unknown',
      'unknown',
    ]);
  });

  it('tells how far it is', async () => {
    const { bench } = benchOf();
    const asked = Array.from({ length: 120 }, (_, index) => `nobody${index}@contoso.com`);
    await bench.get('users.lookup', { deployment, search, names: asked });
    const told = bench.events.flatMap((event) => (event.name === 'users.found' ? [event.payload.read] : []));
    expect(told).toEqual([50, 100, 120]);
  });
});

describe('assigning', () => {
  it('gives many users a policy in one plan, takes it away, and gives back what each had from the journal', async () => {
    const { bench, source } = benchOf();
    const { users } = await found(bench, { text: 'Bowman' });
    const before = users.map(({ externalAccessPolicy }) => externalAccessPolicy);
    expect(new Set(before).size).toBeGreaterThan(1);
    const drafts = users.filter((user) => user.externalAccessPolicy !== 'FedPic').map((user) => grant(user, 'FedPic'));
    const reads = source.ran().length;
    const { plan, result } = await apply(bench, drafts);
    expect(
      source
        .ran()
        .slice(reads)
        .filter((name) => name === 'Get-CsUser').length,
    ).toBe(1 + 2 * drafts.length);
    expect(plan.steps[0]?.powershell).toBe(
      `Grant-CsExternalAccessPolicy -Identity '${drafts[0]?.kind === 'noun.set' ? drafts[0].identity : ''}' -PolicyName 'FedPic' -Confirm:$false`,
    );
    expect(result.steps.every(({ state }) => state === 'done')).toBe(true);
    expect(new Set((await found(bench, { text: 'Bowman' })).users.map((user) => user.externalAccessPolicy))).toEqual(
      new Set(['FedPic']),
    );
    const { entries } = await bench.get('journal.list', { limit: 1 });
    const undo = await bench.get('journal.undo', { entry: entries[0]?.id ?? '' });
    await apply(bench, undo.drafts);
    expect((await found(bench, { text: 'Bowman' })).users.map((user) => user.externalAccessPolicy)).toEqual(before);
  });

  it.each(['Nowhere', 'Global', 'Site:Tacoma', 'fedpic'])(
    'is refused for %s, which no user policy is called',
    async (policy) => {
      const { bench } = benchOf();
      const built = await bench.ask('plans.build', { deployment, drafts: [grant(await userOf(bench, ANA), policy)] });
      expect(built).toMatchObject({ error: { code: 'conflict.policy-unknown', values: { policy } } });
    },
  );

  it('takes a policy that the same plan adds', async () => {
    const { bench } = benchOf();
    const add: Draft = { kind: 'noun.add', noun: 'external-access-policy', identity: 'Sales', values: {} };
    const { result } = await apply(bench, [add, grant(await userOf(bench, ANA), 'Sales')]);
    expect(result.steps).toEqual([{ state: 'done' }, { state: 'done' }]);
    expect(await userOf(bench, ANA)).toMatchObject({ externalAccessPolicy: 'Sales' });
  });

  it('that somebody else has done meanwhile is a conflict with its three values', async () => {
    const { bench, source } = benchOf();
    const ana = await userOf(bench, ANA);
    await source.bySomeoneElse('Grant-CsExternalAccessPolicy', { Identity: ANA, PolicyName: 'Trading floor' });
    const built = await bench.ask('plans.build', { deployment, drafts: [grant(ana, 'FedPic')] });
    expect(built).toMatchObject({
      error: {
        code: 'conflict.changed-since-read',
        conflict: {
          fields: [{ field: 'externalAccessPolicy', reviewed: null, now: 'Trading floor', wanted: 'FedPic' }],
        },
      },
    });
  });

  it('meets all whom somebody else has given another policy at once, and passes over who has the wanted one', async () => {
    const { bench, source } = benchOf();
    const { users } = await found(bench, { assigned: { kind: 'automatic' } }, 4);
    const [first, second, third, fourth] = users.map(({ sipAddress }) => sipAddress);
    const give = async (user: string | undefined, policy: string): Promise<void> =>
      await source.bySomeoneElse('Grant-CsExternalAccessPolicy', { Identity: user ?? '', PolicyName: policy });
    await give(second, 'Trading floor');
    await give(third, 'Trading floor');
    await give(fourth, 'FedPic');
    const drafts = users.map((user) => grant(user, 'FedPic'));
    const built = await bench.ask('plans.build', { deployment, drafts });
    expect(built).toMatchObject({ error: { code: 'conflict.several-changed', values: { count: 2 } } });
    const conflicts = built.ok ? [] : (built.error.conflicts ?? []);
    expect(conflicts.map(({ object, now }) => [object.kind === 'noun' && object.identity, now])).toEqual([
      [second, 'changed'],
      [third, 'changed'],
    ]);
    const seen = (await found(bench, { assigned: { kind: 'any' } }, 200)).users;
    const over = users.map((user) =>
      grant(seen.find(({ sipAddress }) => sipAddress === user.sipAddress) ?? user, 'FedPic'),
    );
    const { steps, leftOut } = await bench.get('plans.build', { deployment, drafts: over });
    expect(
      steps.map(({ result }) => result.object === 'noun' && result.identity),
      'without the one who has it',
    ).toEqual([first, second, third]);
    expect(leftOut, 'which is said').toEqual([{ identity: fourth, why: 'as-wanted' }]);
  });

  it('of several of whom each has it already is nothing to do', async () => {
    const { bench, source } = benchOf();
    const { users } = await found(bench, { assigned: { kind: 'automatic' } }, 2);
    for (const { sipAddress } of users) {
      await source.bySomeoneElse('Grant-CsExternalAccessPolicy', { Identity: sipAddress, PolicyName: 'FedPic' });
    }
    const drafts = users.map((user) => grant(user, 'FedPic'));
    const built = await bench.ask('plans.build', { deployment, drafts });
    expect(built).toMatchObject({ error: { code: 'plan.nothing-to-do' } });
  });

  it('stops at a named error when the role loses its right on the way, and says that the rest was not sent', async () => {
    const { bench, source } = benchOf();
    source.role = 'CsUserAdministrator';
    const { users } = await found(bench, { assigned: { kind: 'automatic' } }, 4);
    const plan = await bench.get('plans.build', { deployment, drafts: users.map((user) => grant(user, 'FedPic')) });
    source.intercept = (_, proceed) => {
      const granted = source.ran().filter((name) => name === 'Grant-CsExternalAccessPolicy').length;
      const session = source.sessions.at(-1);
      if (granted === 2 && session !== undefined) session.role = 'CsViewOnlyAdministrator';
      return proceed();
    };
    const { steps } = await bench.get('plans.apply', { plan: plan.id, hash: plan.hash });
    expect(steps.map(({ state }) => state)).toEqual(['done', 'done', 'failed', 'not-sent']);
    expect(steps[2]).toMatchObject({ error: { code: 'permission.cmdlet-absent' } });
  });

  it('is not planned for a role that has no Grant-', async () => {
    const { bench, source } = benchOf();
    source.role = 'CsHelpDesk';
    const built = await bench.ask('plans.build', { deployment, drafts: [grant(await userOf(bench, ANA), 'FedPic')] });
    expect(built).toMatchObject({
      error: { code: 'permission.cmdlet-absent', values: { cmdlet: 'Grant-CsExternalAccessPolicy' } },
    });
  });
});
