import { failure } from '../../shared/errors.ts';
import type { Deployment } from './deployment.ts';

/** Refuses to plan a write where nothing may be written. Throws permission.read-only. */
export function requireWritable(deployment: Pick<Deployment, 'summary'>): void {
  const { name, readOnly } = deployment.summary();
  if (readOnly) throw failure('permission.read-only', { name });
}

/**
 * What the marks of a deployment ask of a write, whoever wants it: on production its name, typed exactly as it is. The
 * marks of this moment count, not those of the review. Throws permission.read-only, plan.name-not-typed.
 */
export function requireMarksAllow(deployment: Pick<Deployment, 'summary'>, typedName: string | null): void {
  requireWritable(deployment);
  const { name, production } = deployment.summary();
  if (production && typedName !== name) throw failure('plan.name-not-typed', { name });
}
