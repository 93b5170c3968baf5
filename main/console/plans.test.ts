import { describe, expect, it } from 'vitest';
import { failure, type ErrorCode } from '../../shared/errors.ts';
import type { Draft } from '../../shared/plan/draft.ts';
import type { PlanResult, PlanReview } from '../../shared/plan/plan.ts';
import { consoleBench, engineSource, type ConsoleBench, type EngineSource } from './engine-source.fixture.ts';

const deployment = 'hq';
const add: Draft = { kind: 'allowed-domain.add', domain: 'new.example', comment: 'PO 1' };
const lost = (): Error => failure('network.lost', { host: 'pool01.contoso.com' });

function set(up: (source: EngineSource) => void = () => undefined): { source: EngineSource; bench: ConsoleBench } {
  const source = engineSource('hq');
  up(source);
  return { source, bench: consoleBench(source) };
}

async function review(bench: ConsoleBench, draft: Draft): Promise<PlanReview> {
  return await bench.get('plans.build', { deployment, drafts: [draft] });
}

async function refusal(bench: ConsoleBench, draft: Draft): Promise<ErrorCode | 'built'> {
  const result = await bench.ask('plans.build', { deployment, drafts: [draft] });
  return result.ok ? 'built' : result.error.code;
}

async function apply(bench: ConsoleBench, plan: PlanReview): Promise<PlanResult> {
  return await bench.get('plans.apply', { plan: plan.id, hash: plan.hash });
}

async function versionOf(bench: ConsoleBench, domain: string): Promise<string> {
  const { domains } = await bench.get('domains.list', { deployment });
  const row = domains.find((each) => each.domain === domain);
  if (row === undefined) throw new Error(`${domain} is not there`);
  return row.version;
}

async function has(source: EngineSource, bench: ConsoleBench, domain: string): Promise<boolean> {
  source.intercept = (_, proceed) => proceed();
  const { domains } = await bench.get('domains.list', { deployment });
  return domains.some((row) => row.domain === domain);
}

function writes(source: EngineSource): readonly string[] {
  return source.ran().filter((name) => !name.startsWith('Get-'));
}

describe('a plan under review', () => {
  it('shows its words, its PowerShell, the posture before and after, and when it expires; nothing is written', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    expect(plan.steps).toMatchObject([
      {
        words: { id: 'plan.words.allowed-domain.add', values: { domain: 'new.example' } },
        powershell: `New-CsAllowedDomain -Identity 'new.example' -Comment 'PO 1' -Confirm:$false`,
      },
    ]);
    expect(plan.posture).toEqual({
      before: { kind: 'closed', allowedDomains: 14 },
      after: { kind: 'closed', allowedDomains: 15 },
    });
    expect(plan.expiresAt).toBe('2026-01-15T09:30:00.000Z');
    expect(plan.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(writes(source)).toEqual([]);
  });

  it.each<[Draft, ErrorCode]>([
    [{ kind: 'allowed-domain.add', domain: 'Fabrikam.com' }, 'conflict.already-allowed'],
    [{ kind: 'blocked-domain.add', domain: 'fabrikam.com' }, 'conflict.already-allowed'],
    [{ kind: 'allowed-domain.add', domain: 'phishing.example' }, 'conflict.already-blocked'],
    [{ kind: 'allowed-domain.add', domain: 'fabrikam.com.' }, 'input.domain-malformed'],
    [{ kind: 'allowed-domain.add', domain: `${'a.'.repeat(128)}b` }, 'input.domain-too-long'],
    [
      { kind: 'federated-domain.remove', status: 'allowed', domain: 'nowhere.example', versionRead: '0'.repeat(64) },
      'conflict.not-found',
    ],
    [
      { kind: 'federated-domain.remove', status: 'allowed', domain: 'fabrikam.com', versionRead: '0'.repeat(64) },
      'conflict.changed-since-read',
    ],
  ])('is refused: %j is %s', async (draft, code) => {
    expect(await refusal(set().bench, draft)).toBe(code);
  });

  it('is refused for a role that has not the cmdlet, before anything is sent', async () => {
    const { source, bench } = set((each) => (each.role = 'CsViewOnlyAdministrator'));
    expect(await refusal(bench, add)).toBe('permission.cmdlet-absent');
    expect(writes(source)).toEqual([]);
  });

  it('has nothing to do when the values are there already', async () => {
    const { bench } = set();
    const versionRead = await versionOf(bench, 'adatum.com');
    const comment = 'Auditors; until the end of the fiscal year';
    expect(await refusal(bench, { kind: 'allowed-domain.set', domain: 'adatum.com', versionRead, comment })).toBe(
      'plan.nothing-to-do',
    );
  });
});

describe('applying a plan', () => {
  it('adds, changes and removes, and tells every window that the lists changed', async () => {
    const { source, bench } = set();
    const added = await review(bench, add);
    expect(await apply(bench, added)).toEqual({ plan: added.id, steps: [{ state: 'done' }] });
    expect(bench.events.at(-1)).toEqual({ name: 'domains.changed', payload: { deployment } });

    const versionRead = await versionOf(bench, 'new.example');
    const changed = await review(bench, {
      kind: 'allowed-domain.set',
      domain: 'new.example',
      versionRead,
      comment: '',
    });
    expect(changed.steps[0]?.powershell).toBe(
      `Set-CsAllowedDomain -Identity 'new.example' -Comment $null -Confirm:$false`,
    );
    expect((await apply(bench, changed)).steps).toEqual([{ state: 'done' }]);

    const gone = await review(bench, {
      kind: 'federated-domain.remove',
      status: 'allowed',
      domain: 'new.example',
      versionRead: await versionOf(bench, 'new.example'),
    });
    expect((await apply(bench, gone)).steps).toEqual([{ state: 'done' }]);
    expect(await has(source, bench, 'new.example')).toBe(false);
    expect(writes(source)).toEqual(['New-CsAllowedDomain', 'Set-CsAllowedDomain', 'Remove-CsAllowedDomain']);
  });

  it('a second time gives the first result, also at the same moment, and writes nothing', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    const [one, two] = await Promise.all([apply(bench, plan), apply(bench, plan)]);
    const three = await apply(bench, plan);
    expect([two, three]).toEqual([one, one]);
    expect(writes(source)).toEqual(['New-CsAllowedDomain']);
  });

  it('is refused for another hash, another window, an unknown id and after 30 minutes', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    const right = { plan: plan.id, hash: plan.hash };
    expect(await bench.ask('plans.apply', { ...right, hash: '0'.repeat(64) })).toMatchObject({
      error: { code: 'plan.hash-differs' },
    });
    expect(await bench.ask('plans.apply', right, { window: 'window-2' })).toMatchObject({
      error: { code: 'plan.unknown' },
    });
    expect(await bench.ask('plans.apply', { ...right, plan: 'plan-99' })).toMatchObject({
      error: { code: 'plan.unknown' },
    });
    bench.clock.now += 30 * 60_000;
    expect(await bench.ask('plans.apply', right)).toMatchObject({ error: { code: 'plan.expired' } });
    expect(writes(source)).toEqual([]);
  });

  it('is refused on a server other than the reviewed one', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    await bench.get('deployments.close', { deployment });
    source.url = 'https://pool02.contoso.com/OcsPowershell';
    expect((await apply(bench, plan)).steps).toMatchObject([{ state: 'failed', error: { code: 'plan.hash-differs' } }]);
    expect(writes(source)).toEqual([]);
  });

  it('is one writer at a time', async () => {
    const { source, bench } = set();
    const plans = [
      await review(bench, add),
      await review(bench, { ...add, domain: 'two.example' }),
      await review(bench, { kind: 'blocked-domain.add', domain: 'three.example' }),
    ];
    let writing = 0;
    let most = 0;
    source.intercept = async (command, proceed) => {
      if (!command.name.startsWith('New-')) return await proceed();
      most = Math.max(most, (writing += 1));
      const outcome = await proceed();
      writing -= 1;
      return outcome;
    };
    const results = await Promise.all(plans.map((plan) => apply(bench, plan)));
    expect(results.flatMap((result) => result.steps)).toEqual([
      { state: 'done' },
      { state: 'done' },
      { state: 'done' },
    ]);
    expect(most).toBe(1);
    expect(bench.console.applying()).toBe(false);
  });
});

describe('someone else who writes between review and apply', () => {
  it.each<[string, Draft['kind'], string, Record<string, string | null>, ErrorCode]>([
    [
      'allows the domain',
      'allowed-domain.add',
      'New-CsAllowedDomain',
      { Identity: 'new.example' },
      'conflict.already-allowed',
    ],
    [
      'blocks the domain',
      'allowed-domain.add',
      'New-CsBlockedDomain',
      { Identity: 'new.example' },
      'conflict.already-blocked',
    ],
    [
      'removes the row',
      'federated-domain.remove',
      'Remove-CsAllowedDomain',
      { Identity: 'adatum.com' },
      'conflict.not-found',
    ],
    [
      'changes the row',
      'federated-domain.remove',
      'Set-CsAllowedDomain',
      { Identity: 'adatum.com', Comment: 'theirs' },
      'conflict.changed-since-read',
    ],
  ])('and %s is not written over', async (_, kind, cmdlet, args, code) => {
    const { source, bench } = set();
    const remove: Draft = {
      kind: 'federated-domain.remove',
      status: 'allowed',
      domain: 'adatum.com',
      versionRead: await versionOf(bench, 'adatum.com'),
    };
    const plan = await review(bench, kind === 'allowed-domain.add' ? add : remove);
    await source.bySomeoneElse(cmdlet, args);
    expect((await apply(bench, plan)).steps).toMatchObject([
      { state: 'failed', error: { code, details: { deployment } } },
    ]);
    expect(writes(source)).toEqual([]);
    // The conflict is the plan's end: applying it again looks no second time.
    await source.bySomeoneElse('New-CsAllowedDomain', { Identity: 'unrelated.example' });
    expect((await apply(bench, plan)).steps).toMatchObject([{ state: 'failed', error: { code } }]);
  });

  it('in the last moment is named by what the server then shows', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    source.intercept = async (command, proceed) => {
      if (command.name === 'New-CsAllowedDomain')
        await source.bySomeoneElse('New-CsBlockedDomain', { Identity: 'new.example' });
      return await proceed();
    };
    expect((await apply(bench, plan)).steps).toMatchObject([
      { state: 'failed', error: { code: 'conflict.already-blocked' } },
    ]);
  });

  it('right after the write leaves it not as wanted', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    source.intercept = async (command, proceed) => {
      const outcome = await proceed();
      if (command.name === 'New-CsAllowedDomain') {
        await source.bySomeoneElse('Set-CsAllowedDomain', { Identity: 'new.example', Comment: 'theirs' });
      }
      return outcome;
    };
    expect((await apply(bench, plan)).steps).toMatchObject([
      { state: 'failed', error: { code: 'plan.not-as-wanted', values: { identity: 'new.example' } } },
    ]);
  });
});

describe('a write whose answer is lost', () => {
  it('is done when the object is as wanted, and was sent once', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    source.intercept = async (command, proceed) => {
      const outcome = await proceed();
      if (command.name === 'New-CsAllowedDomain') throw lost();
      return outcome;
    };
    expect((await apply(bench, plan)).steps).toEqual([{ state: 'done' }]);
    expect(writes(source)).toEqual(['New-CsAllowedDomain']);
    expect(source.sessions.map((session) => session.closed())).toEqual([true, false]);
  });

  it('is not done when the object is as before, and is not sent again', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    source.intercept = (command, proceed) =>
      command.name === 'New-CsAllowedDomain' ? Promise.reject(lost()) : proceed();
    expect((await apply(bench, plan)).steps).toMatchObject([{ state: 'failed', error: { code: 'network.lost' } }]);
    expect((await apply(bench, plan)).steps).toMatchObject([{ state: 'failed', error: { code: 'network.lost' } }]);
    expect(await has(source, bench, 'new.example')).toBe(false);
  });

  it('is nobody knows what when the object is neither', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    source.intercept = async (command, proceed) => {
      if (command.name !== 'New-CsAllowedDomain') return await proceed();
      await source.bySomeoneElse('New-CsAllowedDomain', { Identity: 'new.example', Comment: 'theirs' });
      throw lost();
    };
    expect((await apply(bench, plan)).steps).toMatchObject([
      { error: { code: 'cmdlet.answer-lost', values: { cmdlet: 'New-CsAllowedDomain', identity: 'new.example' } } },
    ]);
  });

  it('is nobody knows what when the server gave it up at its deadline and cannot be asked', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    source.intercept = async (command, proceed) => {
      if (command.name !== 'New-CsAllowedDomain') return await proceed();
      source.up = false;
      throw failure('ws-management.timed-out', {});
    };
    expect((await apply(bench, plan)).steps).toMatchObject([
      { state: 'failed', error: { code: 'cmdlet.answer-lost' } },
    ]);
  });

  it('is nobody knows what when the server is gone for good', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    source.intercept = async (command, proceed) => {
      const outcome = await proceed();
      if (command.name === 'New-CsAllowedDomain') {
        source.up = false;
        throw lost();
      }
      return outcome;
    };
    expect((await apply(bench, plan)).steps).toMatchObject([
      { state: 'failed', error: { code: 'cmdlet.answer-lost' } },
    ]);
    source.up = true;
    expect((await apply(bench, plan)).steps).toMatchObject([{ error: { code: 'cmdlet.answer-lost' } }]);
    expect(writes(source)).toEqual(['New-CsAllowedDomain']);
  });

  it('is looked up after a cancel in its middle too', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    const cancel = new AbortController();
    source.intercept = async (command, proceed) => {
      const outcome = await proceed();
      if (command.name !== 'New-CsAllowedDomain') return outcome;
      cancel.abort();
      throw failure('powershell.stopped', {});
    };
    const applied = await bench.ask('plans.apply', { plan: plan.id, hash: plan.hash }, { signal: cancel.signal });
    expect(applied).toMatchObject({ ok: true, value: { steps: [{ state: 'done' }] } });
  });
});

describe('a server that goes between review and apply', () => {
  it('leaves the plan as it was reviewed: it is applied when the server is back', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    source.up = false;
    expect((await apply(bench, plan)).steps).toMatchObject([
      { state: 'failed', error: { code: 'network.refused', retry: true } },
    ]);
    source.up = true;
    expect((await apply(bench, plan)).steps).toEqual([{ state: 'done' }]);
    expect(writes(source)).toEqual(['New-CsAllowedDomain']);
  });
});

describe('closing the console', () => {
  it('waits for a write that was cut off to find out what became of it', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    const leave = new AbortController();
    source.intercept = async (command, proceed) => {
      const outcome = await proceed();
      if (command.name !== 'New-CsAllowedDomain') return outcome;
      leave.abort();
      void bench.console.close();
      throw failure('powershell.stopped', {});
    };
    const applied = await bench.ask('plans.apply', { plan: plan.id, hash: plan.hash }, { signal: leave.signal });
    expect(applied).toMatchObject({ value: { steps: [{ state: 'done' }] } });
    await bench.console.close();
    expect(source.sessions.map((session) => session.closed())).toEqual([true]);
  });
});

describe('cancelling', () => {
  it('before a plan has its turn sends nothing, and it can be applied later', async () => {
    const { source, bench } = set();
    const first = await review(bench, add);
    const second = await review(bench, { ...add, domain: 'two.example' });
    const sent = Promise.withResolvers<undefined>();
    const go = Promise.withResolvers<undefined>();
    source.intercept = async (command, proceed) => {
      if (command.name === 'New-CsAllowedDomain') {
        sent.resolve(undefined);
        await go.promise;
      }
      return await proceed();
    };
    const cancel = new AbortController();
    const one = apply(bench, first);
    await sent.promise;
    const two = bench.ask('plans.apply', { plan: second.id, hash: second.hash }, { signal: cancel.signal });
    cancel.abort();
    expect(await two).toMatchObject({ ok: false, error: { code: 'workstation.cancelled' } });
    expect(bench.console.applying()).toBe(true);
    go.resolve(undefined);
    expect((await one).steps).toEqual([{ state: 'done' }]);
    expect((await apply(bench, second)).steps).toEqual([{ state: 'done' }]);
    expect(writes(source)).toEqual(['New-CsAllowedDomain', 'New-CsAllowedDomain']);
  });

  it('while a step is still looked at before it is sent is a cancel, and nothing else', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    const cancel = new AbortController();
    source.intercept = () => {
      cancel.abort();
      throw failure('powershell.stopped', {});
    };
    const applied = await bench.ask('plans.apply', { plan: plan.id, hash: plan.hash }, { signal: cancel.signal });
    expect(applied).toMatchObject({
      value: { steps: [{ state: 'failed', error: { code: 'workstation.cancelled' } }] },
    });
    expect(writes(source)).toEqual([]);
  });

  it('while its command waits to be sent is a cancel too, known without a look at a server that is gone', async () => {
    const { source, bench } = set();
    const plan = await review(bench, add);
    const cancel = new AbortController();
    source.intercept = (command, proceed) => {
      if (command.name !== 'New-CsAllowedDomain') return proceed();
      cancel.abort();
      source.up = false;
      throw failure('workstation.cancelled', {});
    };
    const applied = await bench.ask('plans.apply', { plan: plan.id, hash: plan.hash }, { signal: cancel.signal });
    expect(applied).toMatchObject({
      value: { steps: [{ state: 'failed', error: { code: 'workstation.cancelled' } }] },
    });
  });

  it('in the middle of a plan leaves what is done done, and whoever asks is told', async () => {
    const { source, bench } = set();
    const drafts = ['one', 'two', 'three'].map((name): Draft => ({ ...add, domain: `${name}.example` }));
    const { id: plan, hash } = await bench.get('plans.build', { deployment, drafts });
    expect(await bench.get('plans.outcome', { plan, hash }), 'asking applies nothing').toBeNull();
    const cancel = new AbortController();
    const sending = Promise.withResolvers<undefined>();
    source.intercept = async (command, proceed) => {
      if (command.name !== 'New-CsAllowedDomain') return await proceed();
      const outcome = await proceed();
      cancel.abort();
      sending.resolve(undefined);
      return outcome;
    };
    const applied = bench.ask('plans.apply', { plan, hash }, { signal: cancel.signal });
    await sending.promise;
    const outcome = await bench.get('plans.outcome', { plan, hash });
    expect(await applied).toEqual({ ok: true, value: outcome });
    expect(outcome?.steps).toMatchObject([
      { state: 'done' },
      { state: 'failed', error: { code: 'workstation.cancelled' } },
      { state: 'not-sent' },
    ]);
    expect(writes(source)).toEqual(['New-CsAllowedDomain']);
    const other = await bench.ask('plans.outcome', { plan, hash }, { window: 'window-2' });
    expect(other).toMatchObject({ ok: false, error: { code: 'plan.unknown' } });
  });
});
