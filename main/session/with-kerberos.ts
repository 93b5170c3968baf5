import type { KerberosMeans } from '../auth/index.ts';
import type { SessionTarget } from './session.ts';

/** The same target, which the program that runs can sign in to with Kerberos. */
export function withKerberos(target: SessionTarget, kerberos: KerberosMeans): SessionTarget {
  return { ...target, endpoint: { ...target.endpoint, kerberos } };
}
