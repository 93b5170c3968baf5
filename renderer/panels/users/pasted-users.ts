import { PASTED_USERS_LIMIT } from '../../../shared/contract/limits.ts';
import type { UserLookedUp } from '../../../shared/contract/users.ts';
import { samePolicy } from '../../../shared/rules/policy-in-force.ts';
import { userRowId, type Assignment } from './user-subject.ts';

/** One line of a pasted list: a user, and perhaps the policy wanted: '' = <Automatic>, null = the line names none. */
export interface PastedUser {
  /** Its number in the text, from 1. */
  readonly number: number;
  readonly name: string;
  readonly policy: string | null;
}

/** Why a line is left out. */
export type PastedProblem = 'unknown' | 'ambiguous' | 'policy' | 'twice' | 'malformed';

/** A line that is left out, and why. */
export interface LineLeftOut extends PastedUser {
  readonly problem: PastedProblem;
}

/** What became of the lines once their users were looked up. */
export interface PastedList {
  readonly assignments: readonly Assignment[];
  readonly leftOut: readonly LineLeftOut[];
}

/** How <Automatic> is written in a list, in either language. */
const AUTOMATIC: ReadonlySet<string> = new Set(['<automatic>', '<자동>']);
/** What a name at the border can be. */
const NAME = /^\P{Cc}{1,250}$/u;

/**
 * The lines of a pasted text that name somebody; empty ones and those that begin with # are passed over. After a tab or a
 * semicolon, or after a comma that follows an address, stands the policy.
 */
export function readPastedUsers(text: string): readonly PastedUser[] {
  return text.split(/\r?\n/).flatMap((line, index): readonly PastedUser[] => {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return [];
    const [, name = '', , policy] = /^([^\t;]*?@[^\t;,]*|[^\t;]*)([\t;,]([^]*))?$/.exec(trimmed) ?? [];
    return [{ number: index + 1, name: unquoted(name), policy: policy === undefined ? null : policyIn(policy) }];
  });
}

/** The names to look up, each once; too long a list is cut where the border's is. */
export function namesOf(lines: readonly PastedUser[]): readonly string[] {
  return [...new Set(lines.map(({ name }) => name).filter((name) => NAME.test(name)))].slice(0, PASTED_USERS_LIMIT);
}

/** Puts lines and users together. `policies` = the names of the user policies there are. */
export function pastedList(
  lines: readonly PastedUser[],
  lookedUp: readonly UserLookedUp[],
  policies: readonly string[],
): PastedList {
  const byName = new Map(lookedUp.map((each) => [each.name, each]));
  const seen = new Set<string>();
  const assignments: Assignment[] = [];
  const leftOut: LineLeftOut[] = [];
  for (const line of lines) {
    const found = byName.get(line.name);
    const user = found?.user ?? null;
    const policy = line.policy === null || line.policy === '' ? line.policy : policyNamed(line.policy, policies);
    const problem =
      found === undefined
        ? 'malformed'
        : (found.problem ??
          (policy === undefined ? 'policy' : user !== null && seen.has(userRowId(user)) ? 'twice' : null));
    if (problem !== null || user === null || policy === undefined) {
      leftOut.push({ ...line, problem: problem ?? 'unknown' });
      continue;
    }
    seen.add(userRowId(user));
    assignments.push({ user, policy });
  }
  return { assignments, leftOut };
}

/** By the very name it has: what is granted is compared with what stands there after. */
function policyNamed(name: string, policies: readonly string[]): string | undefined {
  return policies.find((policy) => samePolicy(policy, name));
}

function policyIn(written: string): string {
  // In our own sentences a word joiner keeps the Korean word on one line.
  const policy = unquoted(written.replaceAll('\u2060', '').trim());
  return AUTOMATIC.has(policy.toLowerCase()) ? '' : policy;
}

/** As a spreadsheet writes a cell. */
function unquoted(cell: string): string {
  const trimmed = cell.trim();
  return /^".*"$/.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed;
}
