import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/plan/draft.ts';
import { consoleBench, engineSource, type ConsoleBench } from './engine-source.fixture.ts';

const deployment = 'hq';
const LEVELS = ['AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification'] as const;

/** Numbers from a seed, the same on every machine (mulberry32): a failure can be repeated. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Everything a plan can change, without what only the reading adds. */
async function stateOf(bench: ConsoleBench) {
  const { domains } = await bench.get('domains.list', { deployment });
  const { edge } = await bench.get('access-edge.read', { deployment });
  return { edge, domains: [...domains].sort((a, b) => (a.domain < b.domain ? -1 : 1)) };
}

async function randomDrafts(bench: ConsoleBench, below: (limit: number) => number): Promise<readonly Draft[]> {
  const { domains } = await bench.get('domains.list', { deployment });
  const fields = () => ({
    comment: ['', 'PO 4711', '설명'][below(3)] ?? '',
    proxyFqdn: ['', 'edge.example.com'][below(2)] ?? '',
    verificationLevel: LEVELS[below(3)] ?? 'AlwaysVerifiable',
    markForMonitoring: below(2) === 1,
  });
  const drafts: Draft[] = [{ kind: 'allowed-domain.add', domain: `a${below(1e6)}.example`, ...fields() }];
  for (const { domain, status, version: versionRead } of domains) {
    const choice = below(6);
    if (choice === 0) drafts.push({ kind: 'federated-domain.remove', status, domain, versionRead });
    if (choice === 1) drafts.push({ kind: 'federated-domain.move', status, domain, versionRead });
    if (choice !== 2) continue;
    if (status === 'allowed')
      drafts.push({ kind: 'allowed-domain.set', domain, versionRead, ...fields(), comment: `c${below(1e6)}` });
    else drafts.push({ kind: 'blocked-domain.set', domain, versionRead, comment: `c${below(1e6)}` });
  }
  const { version, edge } = await bench.get('access-edge.read', { deployment });
  const flip = { allowFederatedUsers: !edge.allowFederatedUsers, maxContactsPerDiscoveredPartner: below(5000) + 2000 };
  const routed = { routing: 'default-route', defaultRouteFqdn: 'edge.hoster.example', isPublicProvider: true } as const;
  drafts.push({ kind: 'access-edge.set', versionRead: version, ...flip, ...(below(2) === 1 && routed) });
  return drafts;
}

async function apply(bench: ConsoleBench, drafts: readonly Draft[]): Promise<void> {
  const { id: plan, hash, steps } = await bench.get('plans.build', { deployment, drafts });
  const result = await bench.get('plans.apply', { plan, hash, acceptPosture: true });
  expect(result.steps).toEqual(steps.map(() => ({ state: 'done' })));
}

describe('a plan and then its undo', () => {
  it.each(Array.from({ length: 25 }, (_, seed) => [seed]))('leave everything as it was (seed %i)', async (seed) => {
    const source = engineSource(deployment);
    await source.store.change('accessEdge', (now) => ({ ...now, publicProviders: [], hostingProviders: [] }));
    const bench = consoleBench(source);
    const before = await stateOf(bench);
    await apply(bench, await randomDrafts(bench, randomFrom(seed)));
    expect(await stateOf(bench)).not.toEqual(before);
    const { entries } = await bench.get('journal.list', { limit: 1 });
    const { drafts } = await bench.get('journal.undo', { entry: entries[0]?.id ?? '' });
    await apply(bench, drafts);
    expect(await stateOf(bench)).toEqual(before);
  });
});
