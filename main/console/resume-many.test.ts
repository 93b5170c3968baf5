import { expect, it } from 'vitest';
import { failure } from '../../shared/errors.ts';
import type { Draft } from '../../shared/plan/draft.ts';
import { consoleBench, engineSource } from './engine-source.fixture.ts';

const deployment = 'hq';
const MANY = 40;

it('many open steps are looked up by reading each list once, and written down together', async () => {
  const source = engineSource(deployment);
  const bench = consoleBench(source);
  const drafts = Array.from({ length: MANY }, (_, at): Draft => ({
    kind: 'allowed-domain.add',
    domain: `d${at}.example`,
  }));
  const plan = await bench.get('plans.build', { deployment, drafts });
  let sent = 0;
  source.intercept = (command, proceed) => {
    if (command.name !== 'New-CsAllowedDomain') return proceed();
    sent += 1;
    return sent <= 3 ? proceed() : Promise.reject(failure('network.lost', { host: 'pool01.contoso.com' }));
  };
  await bench.get('plans.apply', { plan: plan.id, hash: plan.hash });
  source.intercept = (_, proceed) => proceed();
  await source.bySomeoneElse('New-CsAllowedDomain', { Identity: 'd9.example' });
  await source.bySomeoneElse('New-CsAllowedDomain', { Identity: 'd10.example', Comment: 'theirs' });
  await source.bySomeoneElse('New-CsBlockedDomain', { Identity: 'd11.example' });

  const { entries } = await bench.get('journal.list', { limit: 1 });
  const before = source.ran().length;
  const told = bench.events.length;
  const looked = await bench.get('journal.resume', { entry: entries[0]?.id ?? '' });
  expect(source.ran().slice(before)).toEqual(['Get-CsAllowedDomain', 'Get-CsBlockedDomain']);
  expect(bench.events.slice(told).filter(({ name }) => name === 'journal.changed')).toHaveLength(1);
  const names = looked.drafts.map((each) => (each.kind === 'allowed-domain.add' ? each.domain : each.kind));
  // Three are done, one has failed, and three are there by now.
  expect(names).toHaveLength(MANY - 7);
  expect(looked.entry.parts.slice(9, 12).map(({ state }) => state)).toEqual(['done', 'done', 'failed']);
});

it('a step that was cancelled is called stopped, and is looked up with what was not sent after it', async () => {
  const source = engineSource(deployment);
  const bench = consoleBench(source);
  const drafts = ['a', 'b', 'c'].map((name): Draft => ({ kind: 'allowed-domain.add', domain: `${name}.example` }));
  const plan = await bench.get('plans.build', { deployment, drafts });
  const cancel = new AbortController();
  source.intercept = async (command, proceed) => {
    const ended = await proceed();
    if (command.name === 'New-CsAllowedDomain') cancel.abort();
    return ended;
  };
  await bench.ask('plans.apply', { plan: plan.id, hash: plan.hash }, { signal: cancel.signal });
  source.intercept = (_, proceed) => proceed();
  const { entries } = await bench.get('journal.list', { limit: 1 });
  const entry = await bench.get('journal.entry', { entry: entries[0]?.id ?? '' });
  expect(entry.parts.map(({ state }) => state)).toEqual(['done', 'stopped', 'not-sent']);
  expect((await bench.get('journal.resume', { entry: entry.id })).drafts).toEqual(drafts.slice(1));
});
