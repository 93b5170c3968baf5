import type { PlanReview } from '../../../shared/plan/plan.ts';

/** A plan of no steps. */
export function planOf(id: string): PlanReview {
  const posture = { kind: 'closed', allowedDomains: 1 } as const;
  return {
    id,
    hash: 'c'.repeat(64),
    deployment: 'practice',
    steps: [],
    posture: { before: posture, after: posture },
    guarded: [],
    expiresAt: '2026-11-22T10:30:00.000Z',
  };
}
