import { describe, expect, it } from 'vitest';
import { closedEdge } from '../models/access-edge.fixture.ts';
import { accessReach } from './access-guard.ts';
import type { FieldValues, PlanStep } from './plan.ts';

const edge = { ...closedEdge, allowOutsideUsers: true, allowAnonymousUsers: false };

function step(values: FieldValues): Pick<PlanStep, 'result'> {
  return { result: { object: 'access-edge', values } };
}

describe('whom the Access Edge lets in', () => {
  it('closes to the own users and opens to people without an account, over all steps', () => {
    expect(accessReach(edge, [step({ allowOutsideUsers: false }), step({ allowAnonymousUsers: true })])).toEqual({
      opens: ['allowAnonymousUsers'],
      closes: ['allowOutsideUsers'],
    });
  });

  it('is as it was where a plan sets what is set, takes it back, or is of something else', () => {
    const removal: Pick<PlanStep, 'result'> = {
      result: { object: 'domain', list: 'allowed', domain: 'a.example', present: false, values: {} },
    };
    expect(accessReach(edge, [step({ allowOutsideUsers: true, enablePartnerDiscovery: true }), removal])).toBeNull();
    expect(accessReach(edge, [step({ allowOutsideUsers: false }), step({ allowOutsideUsers: true })])).toBeNull();
  });
});
