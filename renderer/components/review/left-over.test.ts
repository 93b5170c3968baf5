import { describe, expect, it } from 'vitest';
import { draft as draftSchema, type Draft } from '../../../shared/plan/draft.ts';
import type { DomainListName, PlanStep, StepResult } from '../../../shared/plan/plan.ts';
import { leftOver } from './left-over.ts';

const versionRead = 'a'.repeat(64);
const remove: Draft = { kind: 'federated-domain.remove', status: 'allowed', domain: 'a.example', versionRead };
const move: Draft = {
  kind: 'federated-domain.move',
  status: 'blocked',
  domain: 'B.example',
  versionRead,
  proxyFqdn: 'sip.b.example',
};
const add: Draft = { kind: 'blocked-domain.add', domain: 'c.example' };
const drafts = [remove, move, add];
const steps = [
  step('allowed', 'a.example', false),
  step('blocked', 'b.example', false),
  step('allowed', 'b.example', true, { comment: 'PO 4711', proxyFqdn: 'sip.b.example' }),
  step('blocked', 'c.example', true),
];

describe('what is left of a plan that stopped', () => {
  it('is everything when nothing was done, and nothing when all was', () => {
    expect(leftOver(drafts, steps, states())).toEqual(drafts);
    expect(leftOver(drafts, steps, states('done', 'done', 'done', 'done'))).toEqual([]);
  });

  it('is nothing of what had no step, for it was as it is wanted', () => {
    const asWanted: Draft = { kind: 'allowed-domain.set', domain: 'd.example', versionRead, comment: 'PO 1' };
    expect(leftOver([...drafts, asWanted], steps, states('done', 'done', 'done', 'done'))).toEqual([]);
  });

  it('is the failed step and what was not sent after it', () => {
    expect(leftOver(drafts, steps, states('done'))).toEqual([move, add]);
  });

  it('is the other half of a move that was half done, its comment with it', () => {
    const left = leftOver(drafts, steps, states('done', 'done'));
    expect(left).toEqual([
      { kind: 'allowed-domain.add', domain: 'B.example', comment: 'PO 4711', proxyFqdn: 'sip.b.example' },
      add,
    ]);
    for (const each of left) expect(draftSchema.parse(each)).toEqual(each);
  });
});

/** The first steps done, the next one failed and the rest never sent: for what is left these two are one. */
function states(...done: readonly 'done'[]): readonly StepResult[] {
  return steps.map((_, index) => ({ state: done[index] ?? 'not-sent' }));
}

function step(
  list: DomainListName,
  domain: string,
  present: boolean,
  values: Readonly<Record<string, string>> = {},
): Pick<PlanStep, 'result'> {
  return { result: { object: 'domain', list, domain, present, values } };
}
