import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FederatedDomain } from '../../shared/models/federated-domain.ts';
import { rowVersion, type Sha256 } from '../../shared/plan/row-version.ts';

/** Rows between two turns of the event loop: a few milliseconds of hashing. */
const STRETCH_ROWS = 500;

/** Gives every row its version, in steps between which the process does what else there is to do for others. */
export async function withVersions(
  rows: readonly FederatedDomain[],
  sha256: Sha256,
): Promise<readonly (FederatedDomain & { readonly version: string })[]> {
  const versioned: (FederatedDomain & { readonly version: string })[] = [];
  for (const row of rows) {
    if (versioned.length % STRETCH_ROWS === STRETCH_ROWS - 1) await nextTurn();
    versioned.push({ ...row, version: rowVersion(row, sha256) });
  }
  return versioned;
}
