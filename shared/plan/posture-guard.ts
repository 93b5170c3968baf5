import { sameDomain } from '../rules/domain-name.ts';
import type { Posture, PostureChange } from './plan.ts';

/**
 * Whether a plan changes what federation means, so that the person must accept it: another kind of posture, another
 * default route, or a closed federation that lists nobody any more. Never because lists grow or shrink otherwise.
 */
export function isGuarded({ before, after }: PostureChange): boolean {
  if (before.kind !== after.kind) return true;
  if (before.kind === 'default-route' && after.kind === 'default-route') return !sameDomain(before.fqdn, after.fqdn);
  return !closedToAll(before) && closedToAll(after);
}

function closedToAll(posture: Posture): boolean {
  return posture.kind === 'closed' && posture.allowedDomains === 0;
}
