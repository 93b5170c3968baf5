import type { NounRow } from '../../shared/models/noun-row.ts';
import type { NounName } from '../../shared/nouns/noun.ts';
import { userRow } from '../../shared/nouns/user-row.ts';
import { givenName, identityKey, NOUNS } from '../../shared/nouns/nouns.ts';
import { requireCmdlet } from '../../shared/plan/abilities.ts';
import type { Draft } from '../../shared/plan/draft.ts';
import { hasValues, type ObjectState } from '../../shared/plan/expectations.ts';
import type { StepOutcome } from '../../shared/plan/plan.ts';
import { nounVersion, type Sha256 } from '../../shared/plan/row-version.ts';
import { readNounRow } from '../cs/nouns.ts';
import { readUsersByAddress } from '../cs/users.ts';
import type { Deployment } from './deployment.ts';

/** An object as it was before it was removed, and those it was given to. */
export interface GivenBefore {
  readonly noun: NounName;
  readonly row: NounRow;
  /** Without the prefix, as it is given. */
  readonly name: string;
  readonly givenTo: readonly string[];
}

/** What a removal took from others; null = it was no removal, or nothing was given, or nobody could be asked. */
export function givenBefore(result: StepOutcome, before: ObjectState): GivenBefore | null {
  if (result.object !== 'noun' || result.present || !('row' in before)) return null;
  const { row, givenTo = [] } = before;
  const name = row === null ? null : givenName(result.noun, row.identity);
  return row === null || name === null || givenTo.length === 0 ? null : { noun: result.noun, row, name, givenTo };
}

interface GiveBackContext {
  readonly signal: AbortSignal;
  readonly sha256: Sha256;
}

/** What gives an object back to those who had it. */
export interface GivenBack {
  /** Whether it is there again with the values it had: a first part of this undo was applied. */
  readonly there: boolean;
  readonly drafts: readonly Draft[];
  /** Those who have something else now, or are no longer there. */
  readonly elsewhere: readonly string[];
}

/**
 * Drafts that give an object again to everybody who had it, has nothing in its place now, and has not got it back
 * already. Throws permission.cmdlet-absent and what reading users throws.
 */
export async function giveBack(
  deployment: Deployment,
  { noun, row, name, givenTo }: GivenBefore,
  { signal, sha256 }: GiveBackContext,
): Promise<GivenBack> {
  const given = NOUNS[noun].givenTo;
  if (given?.noun !== 'user') throw new Error(`a ${noun} is given to no user`);
  const { field } = given;
  const read = await deployment.session.read(async ({ session, cmdlets }) => {
    requireCmdlet(cmdlets.abilities, NOUNS.user.get);
    const now = await readNounRow(session, noun, row.identity, signal);
    return { now, users: [...(await readUsersByAddress(session, givenTo, signal)).values()].map(userRow) };
  }, signal);
  const users = new Map(read.users.map((user) => [identityKey('user', user.identity), user]));
  const drafts: Draft[] = [];
  const elsewhere: string[] = [];
  for (const identity of givenTo) {
    const user = users.get(identityKey('user', identity));
    const has = user?.values[field] ?? null;
    if (user === undefined || (has !== null && String(has).toLowerCase() !== name.toLowerCase())) {
      elsewhere.push(identity);
    } else if (has === null) {
      const values = { [field]: name };
      const versionRead = nounVersion({ identity: user.identity, values: user.values }, sha256);
      drafts.push({ kind: 'noun.set', noun: 'user', identity: user.identity, versionRead, read: user.values, values });
    }
  }
  return { there: read.now !== null && hasValues(read.now.values, row.values), drafts, elsewhere };
}
