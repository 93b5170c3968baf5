import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../shared/contract/journal.ts';
import { failure } from '../../shared/errors.ts';
import type { Draft } from '../../shared/plan/draft.ts';
import type { StepResult } from '../../shared/plan/plan.ts';
import { consoleBench, engineSource, type ConsoleBench, type EngineSource } from './engine-source.fixture.ts';

const deployment = 'hq';
const add: Draft = { kind: 'allowed-domain.add', domain: 'new.example', comment: 'PO 1' };
const lost = (): Error => failure('network.lost', { host: 'pool01.contoso.com' });

function set(): { source: EngineSource; bench: ConsoleBench } {
  const source = engineSource('hq');
  return { source, bench: consoleBench(source) };
}

async function apply(bench: ConsoleBench, draft: Draft): Promise<readonly StepResult[]> {
  const plan = await bench.get('plans.build', { deployment, drafts: [draft] });
  return (await bench.get('plans.apply', { plan: plan.id, hash: plan.hash })).steps;
}

/** The newest entry. */
async function newest(bench: ConsoleBench): Promise<JournalEntry> {
  const { entries } = await bench.get('journal.list', { limit: 1 });
  return await bench.get('journal.entry', { entry: entries[0]?.id ?? '' });
}

async function rowOf(bench: ConsoleBench, domain: string): Promise<unknown> {
  const { domains } = await bench.get('domains.list', { deployment });
  return domains.find((each) => each.domain === domain);
}

async function versionOf(bench: ConsoleBench, domain: string): Promise<string> {
  const { domains } = await bench.get('domains.list', { deployment });
  return domains.find((each) => each.domain === domain)?.version ?? '';
}

async function undo(bench: ConsoleBench): Promise<readonly StepResult[]> {
  const { id } = await newest(bench);
  const { drafts } = await bench.get('journal.undo', { entry: id });
  expect(drafts).toHaveLength(1);
  return await apply(bench, drafts[0]!);
}

describe('an applied plan', () => {
  it('is in the journal with where, who, what, before and after; every window hears of it', async () => {
    const { bench } = set();
    await apply(bench, add);
    expect(await newest(bench)).toMatchObject({
      outcome: 'done',
      at: '2026-01-15T09:00:00.000Z',
      deployment: { id: 'hq', name: 'hq' },
      url: 'https://pool01.contoso.com/OcsPowershell',
      user: 'ana',
      posture: { before: { kind: 'closed', allowedDomains: 14 }, after: { kind: 'closed', allowedDomains: 15 } },
      parts: [
        {
          cmdlet: 'New-CsAllowedDomain',
          arguments: [
            { name: 'Identity', value: 'new.example' },
            { name: 'Comment', value: 'PO 1' },
            { name: 'Confirm', value: false },
          ],
          words: { id: 'plan.words.allowed-domain.add' },
          powershell: `New-CsAllowedDomain -Identity 'new.example' -Comment 'PO 1' -Confirm:$false`,
          before: { allowed: null, blocked: null },
          after: { allowed: { domain: 'new.example', comment: 'PO 1' } },
        },
      ],
    });
    expect(bench.events.some(({ name }) => name === 'journal.changed')).toBe(true);
  });

  it('is there as being applied before its step reaches the server', async () => {
    const { source, bench } = set();
    let seen: JournalEntry | null = null;
    source.intercept = async (command, proceed) => {
      if (command.name === 'New-CsAllowedDomain') seen = await newest(bench);
      return await proceed();
    };
    await apply(bench, add);
    expect(seen).toMatchObject({ outcome: 'applying', undoable: false, parts: [{ state: 'sending' }] });
  });

  it('that the server refuses is there with its error', async () => {
    const { source, bench } = set();
    const plan = await bench.get('plans.build', { deployment, drafts: [add] });
    await source.bySomeoneElse('New-CsBlockedDomain', { Identity: 'new.example' });
    await bench.get('plans.apply', { plan: plan.id, hash: plan.hash });
    expect(await newest(bench)).toMatchObject({
      outcome: 'failed',
      undoable: false,
      parts: [{ state: 'failed', error: { code: 'conflict.already-blocked' }, before: null }],
    });
  });

  it('is not sent when the journal takes nothing, and can be applied once it does', async () => {
    const { source, bench } = set();
    await apply(bench, { ...add, domain: 'first.example' });
    const plan = await bench.get('plans.build', { deployment, drafts: [add] });
    mkdirSync(join(bench.folder, 'writing', 'lock.99'));
    const refused = await bench.get('plans.apply', { plan: plan.id, hash: plan.hash });
    expect(refused.steps).toMatchObject([{ state: 'failed', error: { code: 'workstation.journal-unwritable' } }]);
    expect(source.ran().filter((name) => name === 'New-CsAllowedDomain')).toHaveLength(1);
    rmSync(join(bench.folder, 'writing', 'lock.99'), { recursive: true });
    expect((await bench.get('plans.apply', { plan: plan.id, hash: plan.hash })).steps).toEqual([{ state: 'done' }]);
  });
});

describe('undo', () => {
  it('takes back what was added, changed and removed, each through a plan of its own', async () => {
    const { bench } = set();
    await apply(bench, add);
    expect(await undo(bench)).toEqual([{ state: 'done' }]);
    expect(await rowOf(bench, 'new.example')).toBeUndefined();

    const before = await rowOf(bench, 'adatum.com');
    const versionRead = await versionOf(bench, 'adatum.com');
    await apply(bench, { kind: 'allowed-domain.set', domain: 'adatum.com', versionRead, comment: '' });
    expect(await undo(bench)).toEqual([{ state: 'done' }]);
    expect(await rowOf(bench, 'adatum.com')).toEqual(before);

    for (const [status, domain] of [
      ['allowed', 'adatum.com'],
      ['blocked', 'phishing.example'],
    ] as const) {
      const was = await rowOf(bench, domain);
      await apply(bench, {
        kind: 'federated-domain.remove',
        status,
        domain,
        versionRead: await versionOf(bench, domain),
      });
      expect(await undo(bench)).toEqual([{ state: 'done' }]);
      expect(await rowOf(bench, domain)).toEqual(was);
    }
  });

  it('takes a move back to the list it came from, in one plan', async () => {
    const { bench } = set();
    const was = await rowOf(bench, 'adatum.com');
    const versionRead = await versionOf(bench, 'adatum.com');
    await apply(bench, { kind: 'federated-domain.move', status: 'allowed', domain: 'adatum.com', versionRead });
    expect(await rowOf(bench, 'adatum.com')).toMatchObject({ status: 'blocked' });
    const { drafts } = await bench.get('journal.undo', { entry: (await newest(bench)).id });
    const plan = await bench.get('plans.build', { deployment, drafts });
    expect(plan.steps.map(({ cmdlet }) => cmdlet)).toEqual(['Remove-CsBlockedDomain', 'New-CsAllowedDomain']);
    await bench.get('plans.apply', { plan: plan.id, hash: plan.hash });
    expect(await rowOf(bench, 'adatum.com')).toEqual(was);
  });

  it('is told of the entry it took back, which then cannot be undone twice, until the change is made anew', async () => {
    const { bench } = set();
    await apply(bench, add);
    const { id } = await newest(bench);
    expect(await newest(bench)).toMatchObject({ undone: false, since: null, undoable: true });
    await undo(bench);
    const second = await newest(bench);
    expect(await bench.get('journal.entry', { entry: id })).toMatchObject({
      undone: true,
      since: { entry: second.id, at: second.at },
      undoable: false,
    });
    expect(await bench.ask('journal.undo', { entry: id })).toMatchObject({ error: { code: 'plan.not-undoable' } });

    await apply(bench, add);
    const third = await newest(bench);
    expect((await bench.get('journal.list', { limit: 9 })).entries.map(({ undone }) => undone)).toEqual([
      false,
      true,
      false,
    ]);
    expect(await bench.get('journal.entry', { entry: id })).toMatchObject({
      undone: false,
      since: { entry: third.id },
      undoable: true,
    });
  });

  it('is not said of an entry whose object a later one changed in other fields, or took back in part', async () => {
    const { bench } = set();
    await apply(bench, {
      kind: 'allowed-domain.set',
      domain: 'adatum.com',
      versionRead: await versionOf(bench, 'adatum.com'),
      comment: 'first',
      proxyFqdn: 'edge.adatum.com',
    });
    const { id } = await newest(bench);
    const versionRead = await versionOf(bench, 'adatum.com');
    await apply(bench, { kind: 'allowed-domain.set', domain: 'ADATUM.com', versionRead, comment: 'second' });
    expect(await bench.get('journal.entry', { entry: id })).toMatchObject({
      undone: false,
      since: { entry: (await newest(bench)).id },
    });
  });

  it('of what federation means stops at the posture guard as the change itself did', async () => {
    const { bench } = set();
    const { version, edge } = await bench.get('access-edge.read', { deployment });
    const off = await bench.get('plans.build', {
      deployment,
      drafts: [{ kind: 'access-edge.set', versionRead: version, allowFederatedUsers: false }],
    });
    await bench.get('plans.apply', { plan: off.id, hash: off.hash, acceptPosture: true });
    const { drafts } = await bench.get('journal.undo', { entry: (await newest(bench)).id });
    const plan = await bench.get('plans.build', { deployment, drafts });
    expect(plan).toMatchObject({
      guarded: [{ reason: 'posture' }],
      posture: { before: { kind: 'off' }, after: { kind: 'closed' } },
    });
    expect(await bench.ask('plans.apply', { plan: plan.id, hash: plan.hash })).toMatchObject({
      error: { code: 'plan.posture-not-accepted' },
    });
    await bench.get('plans.apply', { plan: plan.id, hash: plan.hash, acceptPosture: true });
    expect((await bench.get('access-edge.read', { deployment })).edge).toEqual(edge);
  });

  it('is a conflict when somebody has changed the object since', async () => {
    const { source, bench } = set();
    await apply(bench, add);
    const { id } = await newest(bench);
    await source.bySomeoneElse('Set-CsAllowedDomain', { Identity: 'new.example', Comment: 'theirs' });
    const { drafts } = await bench.get('journal.undo', { entry: id });
    expect(await bench.ask('plans.build', { deployment, drafts: [drafts[0]!] })).toMatchObject({
      error: { code: 'conflict.changed-since-read' },
    });
  });

  it('is refused for what was not carried out, and for a deployment that leads elsewhere now', async () => {
    const { source, bench } = set();
    source.intercept = (command, proceed) =>
      command.name === 'New-CsAllowedDomain' ? Promise.reject(lost()) : proceed();
    await apply(bench, add);
    const failed = await newest(bench);
    expect(await bench.ask('journal.undo', { entry: failed.id })).toMatchObject({
      error: { code: 'plan.not-undoable' },
    });
    source.intercept = (_, proceed) => proceed();
    await apply(bench, add);
    const done = await newest(bench);
    await bench.get('deployments.close', { deployment });
    source.url = 'https://pool02.contoso.com/OcsPowershell';
    expect(await bench.ask('journal.undo', { entry: done.id })).toMatchObject({ error: { code: 'plan.other-server' } });
  });
});

describe('an entry that nobody saw the end of', () => {
  /** Applies a plan whose answer is lost with the server; `carriedOut` = the server did it all the same. */
  async function cutOff(source: EngineSource, bench: ConsoleBench, carriedOut: boolean): Promise<JournalEntry> {
    source.intercept = async (command, proceed) => {
      if (command.name !== 'New-CsAllowedDomain') return await proceed();
      if (carriedOut) await proceed();
      source.up = false;
      throw lost();
    };
    await apply(bench, add);
    source.up = true;
    source.intercept = (_, proceed) => proceed();
    const entry = await newest(bench);
    expect(entry).toMatchObject({ outcome: 'unknown', resumable: true, undoable: false });
    return entry;
  }

  it('is looked up: done, with nothing left to do', async () => {
    const { source, bench } = set();
    const { id } = await cutOff(source, bench, true);
    expect(await bench.get('journal.resume', { entry: id })).toMatchObject({
      drafts: [],
      entry: { outcome: 'done', resumable: false, undoable: true },
    });
    expect((await bench.get('journal.list', { limit: 1 })).unknown).toBe(0);
    expect(await undo(bench)).toEqual([{ state: 'done' }]);
  });

  it('is looked up: not done, and a new plan does it', async () => {
    const { source, bench } = set();
    const { id } = await cutOff(source, bench, false);
    const { drafts, entry } = await bench.get('journal.resume', { entry: id });
    expect(entry).toMatchObject({ outcome: 'failed', parts: [{ state: 'not-done' }] });
    expect(drafts).toEqual([add]);
    expect(await apply(bench, drafts[0]!)).toEqual([{ state: 'done' }]);
  });

  it('is looked up: somebody else has written there since, and nothing is planned over it', async () => {
    const { source, bench } = set();
    const { id } = await cutOff(source, bench, false);
    await source.bySomeoneElse('New-CsAllowedDomain', { Identity: 'new.example', Comment: 'theirs' });
    expect(await bench.get('journal.resume', { entry: id })).toMatchObject({
      drafts: [],
      entry: { outcome: 'failed', parts: [{ state: 'failed', error: { code: 'conflict.changed-since-read' } }] },
    });
  });

  it('cannot be looked up on a server that is down, and stays as it is', async () => {
    const { source, bench } = set();
    const { id } = await cutOff(source, bench, true);
    await bench.get('deployments.close', { deployment });
    source.up = false;
    expect(await bench.ask('journal.resume', { entry: id })).toMatchObject({ error: { layer: 'network' } });
    expect(await newest(bench)).toMatchObject({ outcome: 'unknown' });
  });
});
