import type { Draft } from '../../../shared/plan/draft.ts';
import { checkDomainName, domainKey, type DomainNameReason } from '../../../shared/rules/domain-name.ts';
import type { DomainRow, DomainStatus } from './domain-row.ts';

/** Why a line is left out that has a good name. */
export type ListProblem = 'proxy' | 'twice' | 'already-allowed' | 'already-blocked';

/** Why a line of a pasted list is left out. */
export type LineProblem = DomainNameReason | ListProblem;

/** One line of a pasted list, and why it is left out, or null. */
export interface PastedLine {
  /** From 1. */
  readonly number: number;
  readonly domain: string;
  readonly proxyFqdn: string;
  readonly comment: string;
  readonly problem: LineProblem | null;
}

/**
 * Reads a list as it comes from a mail, a spreadsheet or a CSV file: one domain a line, then, after a comma, semicolon or
 * tab, the Access Edge, then the comment; quotes as RFC 4180. Empty lines and lines that begin with # are passed over.
 * `rows` are the domains that are listed already, on either list: a domain can stand on one only.
 */
export function readPastedList(text: string, to: DomainStatus, rows: readonly DomainRow[]): readonly PastedLine[] {
  const listed = new Map(rows.map((row) => [domainKey(row.domain), row.status]));
  const seen = new Set<string>();
  return text.split(/\r\n|\r|\n/).flatMap((line, index): readonly PastedLine[] => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return [];
    const [domain = '', second = '', ...rest] = cellsOf(line).map((cell) => cell.trim());
    // A blocked domain has no Access Edge: its comment may stand in either place.
    const proxyFqdn = to === 'allowed' ? second : '';
    const comment = to === 'allowed' ? rest.join(', ') : [second, ...rest].filter((cell) => cell !== '').join(', ');
    const key = domainKey(domain);
    const problem = problemOf(domain, proxyFqdn, seen.has(key), listed.get(key));
    seen.add(key);
    return [{ number: index + 1, domain, proxyFqdn, comment, problem }];
  });
}

/** The drafts of the lines that are not left out. */
export function addDrafts(lines: readonly PastedLine[], to: DomainStatus): readonly Draft[] {
  return lines.flatMap(({ domain, proxyFqdn, comment, problem }): readonly Draft[] => {
    if (problem !== null) return [];
    const given = { domain, ...(comment !== '' && { comment }) };
    if (to === 'blocked') return [{ kind: 'blocked-domain.add', ...given }];
    return [{ kind: 'allowed-domain.add', ...given, ...(proxyFqdn !== '' && { proxyFqdn }) }];
  });
}

function problemOf(
  domain: string,
  proxyFqdn: string,
  twice: boolean,
  listed: DomainStatus | undefined,
): LineProblem | null {
  const name = checkDomainName(domain);
  if (!name.ok) return name.reason;
  if (twice) return 'twice';
  if (listed !== undefined) return `already-${listed}`;
  return proxyFqdn === '' || checkDomainName(proxyFqdn).ok ? null : 'proxy';
}

/** The cells of a line, split at the separator that comes first outside quotes. */
function cellsOf(line: string): readonly string[] {
  const separator = /[,;\t]/.exec(line.replace(/"(?:[^"]|"")*"/g, (quoted) => '.'.repeat(quoted.length)))?.[0];
  if (separator === undefined) return [unquoted(line)];
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    if (character === separator && !quoted) {
      cells.push(unquoted(cell));
      cell = '';
    } else cell += character;
  }
  return [...cells, unquoted(cell)];
}

function unquoted(cell: string): string {
  const text = cell.trim();
  return /^".*"$/.test(text) && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"') : text;
}
