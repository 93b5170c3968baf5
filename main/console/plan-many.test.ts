import { describe, expect, it } from 'vitest';
import { failure, type EdgewiseError } from '../../shared/errors.ts';
import type { RequestInput } from '../../shared/contract/requests.ts';
import type { Draft } from '../../shared/plan/draft.ts';
import type { PlanReview, StepResult } from '../../shared/plan/plan.ts';
import { consoleBench, engineSource, type ConsoleBench, type EngineSource } from './engine-source.fixture.ts';

const deployment = 'hq';

function set(): { source: EngineSource; bench: ConsoleBench } {
  const source = engineSource('hq');
  return { source, bench: consoleBench(source) };
}

async function build(bench: ConsoleBench, ...drafts: readonly Draft[]): Promise<PlanReview> {
  return await bench.get('plans.build', { deployment, drafts });
}

async function refusal(bench: ConsoleBench, ...drafts: readonly Draft[]): Promise<EdgewiseError> {
  const result = await bench.ask('plans.build', { deployment, drafts });
  if (result.ok) throw new Error('it was planned');
  return result.error;
}

async function apply(
  bench: ConsoleBench,
  { id, hash }: PlanReview,
  more: Partial<RequestInput<'plans.apply'>> = {},
): Promise<readonly StepResult[]> {
  return (await bench.get('plans.apply', { plan: id, hash, ...more })).steps;
}

async function row(bench: ConsoleBench, domain: string) {
  const { domains } = await bench.get('domains.list', { deployment });
  return domains.find((each) => each.domain === domain);
}

async function moveOf(bench: ConsoleBench, domain: string): Promise<Draft> {
  const found = await row(bench, domain);
  if (found === undefined) throw new Error(`${domain} is not there`);
  return { kind: 'federated-domain.move', status: found.status, domain, versionRead: found.version };
}

async function newestEntry(bench: ConsoleBench) {
  const { entries } = await bench.get('journal.list', { limit: 1 });
  return await bench.get('journal.entry', { entry: entries[0]?.id ?? '' });
}

async function edgeVersion(bench: ConsoleBench): Promise<string> {
  return (await bench.get('access-edge.read', { deployment })).version;
}

function writes(source: EngineSource): readonly string[] {
  return source.ran().filter((name) => !name.startsWith('Get-'));
}

describe('several drafts', () => {
  it('are one plan, its steps in their order, counted together', async () => {
    const { bench } = set();
    const plan = await build(
      bench,
      { kind: 'allowed-domain.add', domain: 'one.example' },
      { kind: 'blocked-domain.add', domain: 'two.example' },
      await moveOf(bench, 'adatum.com'),
    );
    expect(plan.steps.map(({ cmdlet }) => cmdlet)).toEqual([
      'New-CsAllowedDomain',
      'New-CsBlockedDomain',
      'Remove-CsAllowedDomain',
      'New-CsBlockedDomain',
    ]);
    expect(plan.posture.after).toEqual({ kind: 'closed', allowedDomains: 14 });
    expect(plan.guarded).toEqual([]);
    expect(await apply(bench, plan)).toEqual(plan.steps.map(() => ({ state: 'done' })));
    expect(bench.events.filter(({ name }) => name === 'plans.progress').at(-1)?.payload).toEqual({
      plan: plan.id,
      ended: 4,
      steps: 4,
    });
  });

  it('on one object are refused, whatever its case', async () => {
    const { bench } = set();
    const error = await refusal(
      bench,
      { kind: 'allowed-domain.add', domain: 'one.example' },
      { kind: 'blocked-domain.add', domain: 'ONE.example' },
    );
    expect(error).toMatchObject({ code: 'plan.object-twice', values: { identity: 'ONE.example' } });
  });

  it('of many domains read the lists once instead of each domain', async () => {
    const { source, bench } = set();
    const drafts = Array.from({ length: 200 }, (_, index): Draft => ({
      kind: 'allowed-domain.add',
      domain: `d${index}.example`,
    }));
    expect((await build(bench, ...drafts)).steps).toHaveLength(200);
    expect(source.ran().filter((name) => name === 'Get-CsAllowedDomain')).toHaveLength(1);
    expect(await refusal(bench, ...drafts, { kind: 'allowed-domain.add', domain: 'Fabrikam.com' })).toMatchObject({
      code: 'conflict.already-allowed',
    });
  });
});

describe('a move', () => {
  it('takes the comment along, and its undo brings back everything', async () => {
    const { bench } = set();
    const before = await row(bench, 'adatum.com');
    await apply(bench, await build(bench, await moveOf(bench, 'adatum.com')));
    expect(await row(bench, 'adatum.com')).toMatchObject({ status: 'blocked', comment: before?.comment });
    const { drafts } = await bench.get('journal.undo', { entry: (await newestEntry(bench)).id });
    expect(drafts).toMatchObject([{ kind: 'federated-domain.move', status: 'blocked', domain: 'adatum.com' }]);
    expect(await apply(bench, await build(bench, ...drafts))).toEqual([{ state: 'done' }, { state: 'done' }]);
    expect(await row(bench, 'adatum.com')).toEqual(before);
  });

  it('refuses what the other list has not', async () => {
    const { bench } = set();
    const draft = { ...(await moveOf(bench, 'adatum.com')), markForMonitoring: true } as Draft;
    expect(await refusal(bench, draft)).toMatchObject({ code: 'cmdlet.parameter-unknown' });
  });

  it('whose second half fails is said, and is finished or taken back', async () => {
    for (const how of ['journal.resume', 'journal.undo'] as const) {
      const { source, bench } = set();
      const before = await row(bench, 'adatum.com');
      const plan = await build(bench, await moveOf(bench, 'adatum.com'));
      source.intercept = (command, proceed) =>
        command.name === 'New-CsBlockedDomain'
          ? Promise.reject(failure('network.lost', { host: 'pool01.contoso.com' }))
          : proceed();
      expect(await apply(bench, plan)).toMatchObject([{ state: 'done' }, { state: 'failed' }]);
      source.intercept = (_, proceed) => proceed();
      expect(await row(bench, 'adatum.com')).toBeUndefined();
      const entry = await newestEntry(bench);
      expect(entry).toMatchObject({ outcome: 'partly', undoable: true, resumable: true });
      const { drafts } = await bench.get(how, { entry: entry.id });
      expect(await apply(bench, await build(bench, ...drafts))).toEqual([{ state: 'done' }]);
      const after = await row(bench, 'adatum.com');
      if (how === 'journal.undo') expect(after).toEqual(before);
      else expect(after).toMatchObject({ status: 'blocked', comment: before?.comment });
    }
  });
});

describe('the Access Edge', () => {
  it('is read with its version, its providers and what can be set', async () => {
    const { bench } = set();
    expect(await bench.get('access-edge.read', { deployment })).toMatchObject({
      edge: { allowFederatedUsers: true, enablePartnerDiscovery: false, outgoingTlsCountForFederatedPartners: 4 },
      hostingProviders: 1,
      publicProviders: 3,
      settable: expect.arrayContaining(['allowFederatedUsers', 'skypeSearchUrl']) as unknown,
    });
  });

  it('is changed by its parameter set, told to every window, and undone', async () => {
    const { bench } = set();
    const before = (await bench.get('access-edge.read', { deployment })).edge;
    const plan = await build(bench, {
      kind: 'access-edge.set',
      versionRead: await edgeVersion(bench),
      enablePartnerDiscovery: true,
      outgoingTlsCountForFederatedPartners: 2,
      allowOutsideUsers: true,
    });
    expect(plan.steps[0]?.powershell).toBe(
      'Set-CsAccessEdgeConfiguration -UseDnsSrvRouting:$true -EnablePartnerDiscovery $true -OutgoingTlsCountForFederatedPartners 2 -Confirm:$false',
    );
    expect(plan).toMatchObject({
      guarded: [{ reason: 'posture' }],
      posture: { before: { kind: 'closed' }, after: { kind: 'open' } },
    });
    expect(await apply(bench, plan, { acceptPosture: true })).toEqual([{ state: 'done' }]);
    expect(bench.events.some(({ name }) => name === 'access-edge.changed')).toBe(true);
    expect(bench.events.some(({ name }) => name === 'domains.changed')).toBe(false);
    const { drafts } = await bench.get('journal.undo', { entry: (await newestEntry(bench)).id });
    const undo = await build(bench, ...drafts);
    expect(undo.guarded).toEqual([{ reason: 'posture' }]);
    await apply(bench, undo, { acceptPosture: true });
    expect((await bench.get('access-edge.read', { deployment })).edge).toEqual(before);
  });

  it('with a plain value goes by its identity', async () => {
    const { bench } = set();
    const versionRead = await edgeVersion(bench);
    const plan = await build(bench, {
      kind: 'access-edge.set',
      versionRead,
      maxContactsPerDiscoveredPartner: 4294967295,
    });
    expect(plan.steps[0]?.powershell).toBe(
      "Set-CsAccessEdgeConfiguration -Identity 'Global' -MaxContactsPerDiscoveredPartner 4294967295 -Confirm:$false",
    );
    expect(plan.guarded).toEqual([]);
    expect(await apply(bench, plan)).toEqual([{ state: 'done' }]);
  });

  it.each([
    [{ outgoingTlsCountForFederatedPartners: 5 }, 'input.number-out-of-range'],
    [{ maxContactsPerDiscoveredPartner: 1.5 }, 'input.number-out-of-range'],
    [{ routing: 'default-route' }, 'input.default-route-missing'],
    [{ routing: 'default-route', defaultRouteFqdn: 'not a name' }, 'input.domain-malformed'],
    [
      { routing: 'default-route', defaultRouteFqdn: 'e.example.com', enablePartnerDiscovery: true },
      'input.not-with-routing',
    ],
    [{ verificationLevel: 'AlwaysVerifiable' }, 'input.not-with-routing'],
    [{ routing: 'default-route', defaultRouteFqdn: 'e.example.com' }, 'conflict.providers-exist'],
    [{ allowFederatedUsers: true }, 'plan.nothing-to-do'],
  ] as const)('is refused with %j: %s', async (fields, code) => {
    const { source, bench } = set();
    const versionRead = await edgeVersion(bench);
    expect((await refusal(bench, { kind: 'access-edge.set', versionRead, ...fields })).code).toBe(code);
    expect(writes(source)).toEqual([]);
  });

  it('takes a default route without providers, and its undo brings the old routing back', async () => {
    const { source, bench } = set();
    await source.store.change('accessEdge', (now) => ({ ...now, publicProviders: [], hostingProviders: [] }));
    const { edge, version: versionRead } = await bench.get('access-edge.read', { deployment });
    const draft: Draft = {
      kind: 'access-edge.set',
      versionRead,
      routing: 'default-route',
      defaultRouteFqdn: 'edge.hoster.example',
      enablePartnerDiscovery: false,
    };
    const plan = await build(bench, draft);
    expect(plan.guarded).toEqual([{ reason: 'posture' }]);
    expect(await apply(bench, plan, { acceptPosture: true })).toEqual([{ state: 'done' }]);
    const { drafts } = await bench.get('journal.undo', { entry: (await newestEntry(bench)).id });
    await apply(bench, await build(bench, ...drafts), { acceptPosture: true });
    expect((await bench.get('access-edge.read', { deployment })).edge).toEqual(edge);
  });
});

describe('the posture guard', () => {
  async function off(bench: ConsoleBench): Promise<PlanReview> {
    return await build(bench, {
      kind: 'access-edge.set',
      versionRead: await edgeVersion(bench),
      allowFederatedUsers: false,
    });
  }

  it('refuses a plan that was not accepted, whichever window asks, and sends nothing', async () => {
    const { source, bench } = set();
    const { id: plan, hash } = await off(bench);
    expect(await bench.ask('plans.apply', { plan, hash })).toMatchObject({
      error: { code: 'plan.posture-not-accepted' },
    });
    const asked = { plan, hash, acceptPosture: true } as const;
    expect(await bench.ask('plans.apply', asked, { window: 'window-2' })).toMatchObject({
      error: { code: 'plan.unknown' },
    });
    expect(
      await bench.console.request(
        'plans.apply',
        { ...asked, acceptPosture: 1 },
        {
          window: 'window-1',
          signal: new AbortController().signal,
        },
      ),
    ).toMatchObject({ error: { code: 'input.request-malformed' } });
    expect(writes(source)).toEqual([]);
    expect(await bench.ask('plans.apply', asked)).toMatchObject({ value: { steps: [{ state: 'done' }] } });
  });

  it('stands before a closed federation that would list nobody, and not before a shorter list', async () => {
    const { bench } = set();
    const { domains } = await bench.get('domains.list', { deployment });
    const removals = domains
      .filter(({ status }) => status === 'allowed')
      .map(({ domain, status, version }): Draft => ({
        kind: 'federated-domain.remove',
        status,
        domain,
        versionRead: version,
      }));
    expect((await build(bench, ...removals)).guarded).toEqual([{ reason: 'posture' }]);
    expect((await build(bench, ...removals.slice(1))).guarded).toEqual([]);
  });
});

describe('an object changed by someone else', () => {
  const theirs = { Identity: 'adatum.com', Comment: 'theirs' };

  it('is three values at build, of the fields that were read, and mine goes through from its version', async () => {
    const { source, bench } = set();
    const was = await row(bench, 'adatum.com');
    await source.bySomeoneElse('Set-CsAllowedDomain', theirs);
    const draft = {
      kind: 'allowed-domain.set',
      domain: 'adatum.com',
      versionRead: was?.version ?? '',
      comment: 'mine',
      read: { comment: was?.comment ?? null, proxyFqdn: null },
    } as const;
    const error = await refusal(bench, draft);
    expect(error).toMatchObject({
      code: 'conflict.changed-since-read',
      conflict: {
        object: { kind: 'domain', domain: 'adatum.com', status: 'allowed' },
        now: 'changed',
        versionNow: (await row(bench, 'adatum.com'))?.version,
      },
    });
    expect(error.conflict?.fields).toContainEqual({
      field: 'comment',
      reviewed: was?.comment ?? null,
      now: 'theirs',
      wanted: 'mine',
    });
    const versionRead = error.conflict?.versionNow ?? '';
    await apply(bench, await build(bench, { ...draft, versionRead }));
    expect(await row(bench, 'adatum.com')).toMatchObject({ comment: 'mine' });
  });

  it('is three values at apply, without anything from the form', async () => {
    const { source, bench } = set();
    const plan = await build(bench, {
      kind: 'access-edge.set',
      versionRead: await edgeVersion(bench),
      outgoingTlsCountForFederatedPartners: 2,
    });
    await source.bySomeoneElse('Set-CsAccessEdgeConfiguration', { AllowAnonymousUsers: false });
    const [step] = await apply(bench, plan);
    expect(step).toMatchObject({
      state: 'failed',
      error: {
        code: 'conflict.changed-since-read',
        conflict: {
          object: { kind: 'access-edge' },
          now: 'changed',
          versionNow: await edgeVersion(bench),
          fields: [
            { field: 'allowAnonymousUsers', reviewed: true, now: false },
            { field: 'outgoingTlsCountForFederatedPartners', reviewed: 4, now: 4, wanted: 2 },
          ],
        },
      },
    });
    expect((await newestEntry(bench)).parts[0]?.error?.conflict?.fields).toHaveLength(2);
  });

  it('is gone, or on the other list, when it was deleted while its form was open', async () => {
    const { source, bench } = set();
    const draft = await moveOf(bench, 'adatum.com');
    await source.bySomeoneElse('Remove-CsAllowedDomain', { Identity: 'adatum.com' });
    expect(await refusal(bench, draft)).toMatchObject({
      code: 'conflict.not-found',
      conflict: { now: 'gone', versionNow: null, fields: [] },
    });
    await source.bySomeoneElse('New-CsBlockedDomain', { Identity: 'adatum.com', Comment: 'abuse' });
    const there = await row(bench, 'adatum.com');
    expect(await refusal(bench, { ...draft, read: { comment: 'was' } } as Draft)).toMatchObject({
      code: 'conflict.not-found',
      conflict: {
        now: 'other-list',
        versionNow: there?.version,
        fields: [{ field: 'comment', reviewed: 'was', now: 'abuse' }],
      },
    });
  });
});
