import type { DomainList } from '../../shared/contract/requests.ts';

type Rows = DomainList['domains'];

/**
 * The list just read, with the rows of the one before it wherever their version is the same, and with its very array
 * when all are: what is worked out from a row or from the rows is then not worked out again. A version is the hash of
 * every value, so that one look a row is enough.
 */
export function shareRows(before: DomainList | undefined, now: DomainList): DomainList {
  if (before === undefined) return now;
  const old = before.domains;
  const { domains } = now;
  const head = alike(old, domains, Math.min(old.length, domains.length), (at) => at);
  if (head === old.length && head === domains.length) return { ...now, domains: old };
  const rest = Math.min(old.length, domains.length) - head;
  const tail = alike(old, domains, rest, (at, { length }) => length - 1 - at);
  // Only what lies between is looked up: a list of 20,000 seldom changes in more than a few places.
  const known = new Map(old.slice(head, old.length - tail).map((row) => [row.version, row]));
  const between = domains.slice(head, domains.length - tail).map((row) => known.get(row.version) ?? row);
  return { ...now, domains: [...old.slice(0, head), ...between, ...old.slice(old.length - tail)] };
}

/** How many of the first `most` rows have the same version in both, counted from where `place` says. */
function alike(old: Rows, now: Rows, most: number, place: (at: number, rows: Rows) => number): number {
  let at = 0;
  while (at < most && old[place(at, old)]?.version === now[place(at, now)]?.version) at += 1;
  return at;
}
