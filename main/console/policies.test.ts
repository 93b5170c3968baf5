import { describe, expect, it } from 'vitest';
import type { NounListRow } from '../../shared/contract/requests.ts';
import { formatMessage } from '../../shared/i18n/index.ts';
import { PLAN_DRAFT_LIMIT } from '../../shared/contract/limits.ts';
import type { Draft } from '../../shared/plan/draft.ts';
import type { PlanReview } from '../../shared/plan/plan.ts';
import { openStore } from '../practice/engine/index.ts';
import { consoleBench, engineSource, type ConsoleBench, type EngineSource } from './engine-source.fixture.ts';

const deployment = 'hq';
const noun = 'external-access-policy';
const FED_PIC = 'Tag:FedPic';

function benchOf(people?: number): { readonly source: EngineSource; readonly bench: ConsoleBench } {
  const source = engineSource(
    deployment,
    people === undefined ? undefined : openStore({ file: null, seed: 'contoso', people }),
  );
  return { source, bench: consoleBench(source) };
}

/** A server whose role has not a cmdlet. */
function without(cmdlet: string, source: EngineSource): EngineSource {
  return {
    ...source,
    connect: async (signal) => {
      const connection = await source.connect(signal);
      const { session } = connection;
      const commandMetadata: typeof session.commandMetadata = async (patterns) =>
        (await session.commandMetadata(patterns)).filter(({ name }) => name !== cmdlet);
      return { ...connection, session: { ...session, commandMetadata } };
    },
  };
}

async function rowOf(bench: ConsoleBench, identity: string): Promise<NounListRow> {
  const { rows } = await bench.get('nouns.list', { deployment, noun });
  const row = rows.find((each) => each.identity === identity);
  if (row === undefined) throw new Error(`${identity} is not there`);
  return row;
}

async function removalOf(bench: ConsoleBench, identity: string): Promise<Draft> {
  const { version } = await rowOf(bench, identity);
  return { kind: 'noun.remove', noun, identity, versionRead: version };
}

async function changeOf(bench: ConsoleBench, identity: string, values: Record<string, boolean>): Promise<Draft> {
  const { version } = await rowOf(bench, identity);
  return { kind: 'noun.set', noun, identity, versionRead: version, values };
}

async function build(bench: ConsoleBench, ...drafts: readonly Draft[]): Promise<PlanReview> {
  return await bench.get('plans.build', { deployment, drafts });
}

async function apply(bench: ConsoleBench, drafts: readonly Draft[]): Promise<PlanReview> {
  const plan = await build(bench, ...drafts);
  const result = await bench.get('plans.apply', { plan: plan.id, hash: plan.hash, acceptPosture: true });
  expect(result.steps.filter(({ state }) => state !== 'done')).toEqual([]);
  return plan;
}

async function holders(bench: ConsoleBench, policy = FED_PIC) {
  return (await bench.get('nouns.holders', { deployment, policy })).holders ?? [];
}

/** Gives a policy to everybody of these addresses at once, as the directory would have it afterwards. */
async function giveAll({ store }: EngineSource, policy: string, has: (sipAddress: string) => boolean): Promise<void> {
  const anchor = store.current().externalAccessPolicies.find(({ identity }) => identity === policy)?.anchor ?? null;
  const people = store.people().filter(({ sipAddress }) => sipAddress !== null && has(sipAddress));
  const grants = Object.fromEntries(people.map(({ logonName }) => [logonName, anchor]));
  await store.change('grant to all', (now) => ({ ...now, grants: { ...now.grants, ...grants } }));
}

async function newest(bench: ConsoleBench): Promise<string> {
  const { entries } = await bench.get('journal.list', { limit: 1 });
  return entries[0]?.id ?? '';
}

async function refusalOf(bench: ConsoleBench, draft: Draft) {
  const built = await bench.ask('plans.build', { deployment, drafts: [draft] });
  if (built.ok) throw new Error('it was planned');
  return built.error;
}

describe('a site', () => {
  it('is told with its pools', async () => {
    const { sites } = await benchOf().bench.get('sites.list', { deployment });
    expect(sites).toContainEqual({ identity: 'Site:Tacoma', name: 'Tacoma', pools: ['sba01.contoso.com'] });
    expect(sites).toHaveLength(2);
  });

  it('is not told to a role that has not the cmdlet, with the reason', async () => {
    const bench = consoleBench(without('Get-CsSite', engineSource(deployment)));
    expect(await bench.ask('sites.list', { deployment })).toMatchObject({
      error: { code: 'permission.cmdlet-absent', values: { cmdlet: 'Get-CsSite' } },
    });
    expect(new Set((await holders(bench)).map(({ fallsTo }) => fallsTo))).toEqual(new Set([null]));
  });

  it('has one policy', async () => {
    const { bench } = benchOf();
    expect(await refusalOf(bench, { kind: 'noun.add', noun, identity: 'site:tacoma', values: {} })).toMatchObject({
      code: 'conflict.site-has-policy',
      values: { site: 'tacoma' },
    });
    const plan = await apply(bench, [
      { kind: 'noun.add', noun, identity: 'Site:Redmond', values: { enableOutsideAccess: true } },
    ]);
    expect(plan.steps[0]?.powershell).toBe(
      "New-CsExternalAccessPolicy -Identity 'Site:Redmond' -EnableOutsideAccess $true -Confirm:$false",
    );
    expect((await rowOf(bench, 'Site:Redmond')).values['enableOutsideAccess']).toBe(true);
  });
});

describe('a policy', () => {
  it('of the same name, with a scope for a name, or with XMPP alone is refused', async () => {
    const { bench } = benchOf();
    const add = { kind: 'noun.add', noun } as const;
    expect((await refusalOf(bench, { ...add, identity: 'fedpic', values: {} })).code).toBe('conflict.exists');
    expect((await refusalOf(bench, { ...add, identity: 'a:b', values: {} })).code).toBe('input.policy-name-malformed');
    expect((await refusalOf(bench, { ...add, identity: ' ', values: {} })).code).toBe('input.policy-name-malformed');
    expect((await refusalOf(bench, { ...add, identity: 'X', values: { enableXmppAccess: true } })).code).toBe(
      'input.xmpp-without-federation',
    );
  });

  it('that somebody else has deleted is a conflict, whether it is changed or deleted', async () => {
    const { bench, source } = benchOf();
    const drafts = [
      await changeOf(bench, FED_PIC, { enableOutsideAccess: true }),
      await removalOf(bench, FED_PIC),
    ] as const;
    expect(await holders(bench)).not.toEqual([]);
    await source.bySomeoneElse('Remove-CsExternalAccessPolicy', { Identity: 'FedPic' });
    for (const draft of drafts) {
      expect(await refusalOf(bench, draft)).toMatchObject({
        code: 'conflict.not-found',
        conflict: { object: { kind: 'noun', noun, identity: FED_PIC }, now: 'gone' },
      });
    }
  });
});

describe('the guard', () => {
  const opened = { enableFederationAccess: true, enableXmppAccess: true };

  it('tells what Global opens for everybody, and main applies it only when that is accepted', async () => {
    const { bench, source } = benchOf();
    await source.bySomeoneElse('Remove-CsExternalAccessPolicy', { Identity: 'Global' });
    const plan = await build(bench, await changeOf(bench, 'Global', opened));
    expect(plan.guarded).toEqual([
      {
        reason: 'policy',
        reaches: [{ scope: 'Global', opens: ['enableFederationAccess', 'enableXmppAccess'], closes: [] }],
      },
    ]);
    const { id, hash } = plan;
    expect(await bench.ask('plans.apply', { plan: id, hash })).toMatchObject({
      error: { code: 'plan.posture-not-accepted' },
    });
    expect(source.ran()).not.toContain('Set-CsExternalAccessPolicy');
    await bench.get('plans.apply', { plan: id, hash, acceptPosture: true });
    expect((await rowOf(bench, 'Global')).values).toMatchObject(opened);
    const reset = await build(bench, await removalOf(bench, 'Global'));
    expect(reset.guarded).toMatchObject([{ reason: 'policy', reaches: [{ scope: 'Global', opens: [] }] }]);
  });

  it('is not asked for a user policy, a description, or a switch without effect', async () => {
    const { bench, source } = benchOf();
    await source.bySomeoneElse('Remove-CsExternalAccessPolicy', { Identity: 'Global' });
    for (const draft of [
      await changeOf(bench, 'Global', { enablePublicCloudAudioVideoAccess: true }),
      await changeOf(bench, 'Tag:Merger 2019', { enableOutsideAccess: true, enableFederationAccess: true }),
      { kind: 'noun.add', noun, identity: 'X', values: { enableOutsideAccess: true } },
    ] as const) {
      expect((await build(bench, draft)).guarded).toEqual([]);
    }
  });
});

describe('a user policy that is given to users', () => {
  it('is deleted with the words who falls back to what, and comes back with them in one plan', async () => {
    const { bench } = benchOf();
    const before = await holders(bench);
    const row = await rowOf(bench, FED_PIC);
    const counts = Map.groupBy(before, ({ fallsTo }) => fallsTo);
    expect([...counts.keys()].toSorted()).toEqual(['Global', 'Site:Tacoma']);
    const plan = await apply(bench, [await removalOf(bench, FED_PIC)]);
    const { id, values } = plan.steps[0]!.words;
    const told = formatMessage('en', id, values);
    expect(told).toContain(`${String(before.length)} users have it and fall back to: `);
    for (const [to, some] of counts) expect(told).toContain(`${String(to)} (${String(some.length)})`);
    expect(await holders(bench)).toEqual([]);

    const entry = await newest(bench);
    const { parts } = await bench.get('journal.entry', { entry });
    expect(parts[0]?.before).toMatchObject({ givenTo: before.map(({ identity }) => identity) });
    const undo = await bench.get('journal.undo', { entry });
    expect(undo.unreached).toBeUndefined();
    await apply(bench, undo.drafts);
    expect(await holders(bench)).toEqual(before);
    expect((await rowOf(bench, FED_PIC)).values).toEqual(row.values);

    const again = await bench.get('journal.undo', { entry: await newest(bench) });
    await apply(bench, again.drafts);
    expect(await holders(bench)).toEqual([]);
    expect((await bench.get('nouns.list', { deployment, noun })).rows.map(({ identity }) => identity)).not.toContain(
      FED_PIC,
    );
  });

  it('leaves those alone who were given another one since, and tells who they are', async () => {
    const { bench, source } = benchOf();
    const before = await holders(bench);
    await apply(bench, [await removalOf(bench, FED_PIC)]);
    const moved = before[0]!.identity;
    await source.bySomeoneElse('Grant-CsExternalAccessPolicy', { Identity: moved, PolicyName: 'Trading floor' });
    const { drafts, unreached } = await bench.get('journal.undo', { entry: await newest(bench) });
    expect(unreached).toEqual({ later: 0, elsewhere: [moved] });
    await apply(bench, drafts);
    expect(await holders(bench)).toEqual(before.slice(1));
  });

  it('is not deleted when more users were given it after the review', async () => {
    const { bench, source } = benchOf();
    const plan = await build(bench, await removalOf(bench, 'Tag:Merger 2019'));
    await source.bySomeoneElse('Grant-CsExternalAccessPolicy', {
      Identity: 'sip:ana.bowman@contoso.com',
      PolicyName: 'Merger 2019',
    });
    const { steps } = await bench.get('plans.apply', { plan: plan.id, hash: plan.hash });
    expect(steps).toMatchObject([
      { state: 'failed', error: { code: 'conflict.given-since-read', values: { count: 1 } } },
    ]);
    expect(source.ran()).not.toContain('Remove-CsExternalAccessPolicy');
  });

  it('of more users than one plan takes comes back part by part', async () => {
    const { bench, source } = benchOf(5_600);
    await giveAll(source, FED_PIC, () => true);
    const before = await holders(bench);
    expect(before.length).toBeGreaterThan(PLAN_DRAFT_LIMIT);
    await apply(bench, [await removalOf(bench, FED_PIC)]);
    const entry = await newest(bench);
    const first = await bench.get('journal.undo', { entry });
    expect(first.drafts).toHaveLength(PLAN_DRAFT_LIMIT);
    expect(first.unreached).toEqual({ later: before.length - (PLAN_DRAFT_LIMIT - 1), elsewhere: [] });

    // The policy by the plan, what it gives by the store: thousands of grants prove nothing that one does not.
    await apply(bench, first.drafts.slice(0, 1));
    const given = new Set(first.drafts.flatMap((draft) => ('identity' in draft ? [draft.identity] : [])));
    await giveAll(source, FED_PIC, (sipAddress) => given.has(sipAddress));
    const second = await bench.get('journal.undo', { entry });
    expect(second.unreached).toBeUndefined();
    const left = before.map(({ identity }) => identity).filter((identity) => !given.has(identity));
    expect(second.drafts.map((draft) => 'identity' in draft && draft.identity)).toEqual(left);
  });

  it('is deleted by a role that cannot read users, with the words that nobody knows who has it', async () => {
    const bench = consoleBench(without('Get-CsUser', engineSource(deployment)));
    const plan = await apply(bench, [await removalOf(bench, FED_PIC)]);
    const { id, values } = plan.steps[0]!.words;
    expect(formatMessage('en', id, values)).toContain('Who has it is not known');
    const { drafts } = await bench.get('journal.undo', { entry: await newest(bench) });
    expect(drafts.map(({ kind }) => kind)).toEqual(['noun.add']);
  });
});

describe('the policies that nobody has', () => {
  it('are found among those that were asked for, by one user each', async () => {
    const { source, bench } = benchOf();
    const policies = ['Global', 'Tag:FedPic', 'Site:Tacoma', 'Tag:Merger 2019'];
    expect(await bench.get('nouns.unheld', { deployment, policies })).toEqual(['Tag:Merger 2019']);
    expect(source.ran().filter((cmdlet) => cmdlet === 'Get-CsUser')).toHaveLength(2);
  });

  it('are told apart from one that a filter takes for it', async () => {
    const { source, bench } = benchOf();
    await source.bySomeoneElse('New-CsExternalAccessPolicy', { Identity: 'Ana’s team' });
    await source.bySomeoneElse('New-CsExternalAccessPolicy', { Identity: 'Ana’’s team' });
    await source.bySomeoneElse('Grant-CsExternalAccessPolicy', {
      Identity: 'sip:ana.bowman@contoso.com',
      PolicyName: 'Ana’’s team',
    });
    const policies = ['Tag:Ana’s team', 'Tag:Ana’’s team'];
    expect(await bench.get('nouns.unheld', { deployment, policies })).toEqual(['Tag:Ana’s team']);
  });

  it('are unknown to a role that cannot read users', async () => {
    const source = engineSource(deployment);
    const bench = consoleBench(without('Get-CsUser', source));
    expect(await bench.ask('nouns.unheld', { deployment, policies: ['Tag:FedPic'] })).toMatchObject({
      ok: false,
      error: { code: 'permission.cmdlet-absent', values: { cmdlet: 'Get-CsUser' } },
    });
  });
});
