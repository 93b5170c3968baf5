import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanReview } from '../../shared/plan/plan.ts';
import { startPractice, type RunningPractice } from '../practice/index.ts';
import { openSession } from '../session/index.ts';
import { consoleBench, type ConsoleBench } from './engine-source.fixture.ts';
import { practiceTarget } from '../practice/child/practice-ready.ts';
import type { DeploymentSource } from './source.ts';

const deployment = 'practice';
const draft = { kind: 'allowed-domain.add', domain: 'new.example', comment: `Ana's 설명 \u{1F600}\n2` } as const;

let folder: string;
let practice: RunningPractice;
let bench: ConsoleBench;
let account: 'administrator' | 'viewer';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-console-'));
  practice = await startPractice({ stateFolder: folder });
  account = 'administrator';
  bench = consoleBench(overTheWire());
});
afterEach(async () => {
  await bench.console.close();
  await practice.close();
  rmSync(folder, { recursive: true });
});

/** The practice server of this process, reached as any server is: HTTPS, sign-in, WS-Management, PSRP. */
function overTheWire(): DeploymentSource {
  return {
    id: deployment,
    summary: () => ({
      id: deployment,
      name: 'Practice',
      kind: 'practice',
      url: practice.url,
      user: practice.accounts[account].user,
      group: '',
      colour: 'teal',
      scheme: 'basic',
      trust: 'ca',
      connection: '',
      passwordState: 'stored',
      production: false,
      readOnly: false,
    }),
    connect: async (signal) => {
      const { url, caPem, accounts } = practice;
      const target = practiceTarget({ kind: 'practice-ready', url, caPem, accounts }, account);
      return { session: await openSession(target, { signal }), url, user: accounts[account].user };
    },
    close: () => Promise.resolve(),
  };
}

async function apply(plan: PlanReview): Promise<unknown> {
  return (await bench.get('plans.apply', { plan: plan.id, hash: plan.hash })).steps;
}

async function commentOf(domain: string): Promise<string | null | undefined> {
  const { domains } = await bench.get('domains.list', { deployment });
  return domains.find((row) => row.domain === domain)?.comment;
}

describe('the console on a real endpoint', () => {
  it('opens, lists, reviews, applies, and reads what it wrote', async () => {
    const opened = await bench.get('deployments.open', { deployment });
    expect(opened.posture).toEqual({ kind: 'closed', allowedDomains: 14 });
    expect(opened.cmdlets).toContain('Set-CsAllowedDomain');
    const plan = await bench.get('plans.build', { deployment, drafts: [draft] });
    expect(await apply(plan)).toEqual([{ state: 'done' }]);
    expect(await commentOf('new.example')).toBe(draft.comment);
    expect(await bench.ask('plans.build', { deployment, drafts: [draft] })).toMatchObject({
      error: { code: 'conflict.already-allowed', values: { domain: 'new.example' }, details: { deployment } },
    });
  });

  it('keeps a plan over the death of the server, and applies it once the server is back', async () => {
    const plan = await bench.get('plans.build', { deployment, drafts: [draft] });
    await practice.own?.kill();
    expect(await apply(plan)).toMatchObject([{ state: 'failed', error: { layer: 'network', retry: true } }]);
    expect(bench.events.findLast(({ name }) => name === 'deployment.state')).toMatchObject({
      name: 'deployment.state',
      payload: { state: 'failed' },
    });
    practice = await startPractice({ stateFolder: folder });
    expect(await apply(plan)).toEqual([{ state: 'done' }]);
    expect(await commentOf('new.example')).toBe(draft.comment);
  });

  it('finds out that a write whose answer was lost was carried out, and sends it once', async () => {
    const plan = await bench.get('plans.build', { deployment, drafts: [draft] });
    practice.own?.faults.add({ kind: 'lose-write', cmdlet: 'New-CsAllowedDomain' });
    expect(await apply(plan)).toEqual([{ state: 'done' }]);
    expect(practice.own?.faults.pending).toBe(0);
    expect(await commentOf('new.example')).toBe(draft.comment);
  });

  it('finds out that a command that was dropped was not carried out', async () => {
    const plan = await bench.get('plans.build', { deployment, drafts: [draft] });
    practice.own?.faults.add({ kind: 'drop', moment: 'before', verb: 'Command', cmdlet: 'New-CsAllowedDomain' });
    expect(await apply(plan)).toMatchObject([{ state: 'failed', error: { code: 'network.lost' } }]);
    expect(await commentOf('new.example')).toBeUndefined();
  });

  it('reads on over a shell that the server closed', async () => {
    await bench.get('domains.list', { deployment });
    practice.own?.faults.add({ kind: 'shell-gone', verb: 'Command' });
    expect((await bench.get('domains.list', { deployment })).domains).toHaveLength(17);
    expect(practice.own?.faults.pending).toBe(0);
  });

  it('shows a viewer everything and lets him write nothing', async () => {
    account = 'viewer';
    const opened = await bench.get('deployments.open', { deployment });
    expect(opened.cmdlets.filter((name) => !/^(Get|Test)-/.test(name))).toEqual([]);
    expect((await bench.get('domains.list', { deployment })).domains).toHaveLength(17);
    expect(await bench.ask('plans.build', { deployment, drafts: [draft] })).toMatchObject({
      error: { code: 'permission.cmdlet-absent', layer: 'permission', values: { cmdlet: 'New-CsAllowedDomain' } },
    });
  });

  it('leaves no shell behind', async () => {
    await bench.get('deployments.open', { deployment });
    expect(practice.stats().shells).toBe(1);
    await bench.get('deployments.close', { deployment });
    expect(practice.stats().shells).toBe(0);
  });
});
