import type { Draft } from '../../../shared/plan/draft.ts';
import { formatMessage, languages, type MessageId } from '../../../shared/i18n/index.ts';
import { checkDomainName, domainKey, type DomainNameReason } from '../../../shared/rules/domain-name.ts';
import type { DomainRow, DomainStatus } from './domain-row.ts';

/** Why a line is left out that has a good name. */
export type ListProblem = 'proxy' | 'twice' | 'other-list' | 'already-allowed' | 'already-blocked';

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
 * tab, the Access Edge, then the comment; quotes as RFC 4180. A first line of headings, of our own export or of
 * Export-Csv, says in which order the columns stand instead. Empty lines and lines that begin with # are passed over.
 * `rows` are the domains that are listed already, on either list: a domain can stand on one only.
 */
export function readPastedList(text: string, to: DomainStatus, rows: readonly DomainRow[]): readonly PastedLine[] {
  const listed = new Map(rows.map((row) => [domainKey(row.domain), row.status]));
  const seen = new Set<string>();
  const lines = text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return [];
    return [{ number: index + 1, cells: cellsOf(line), line }];
  });
  const headings = headingsOf(texts(lines[0]?.cells ?? []));
  return lines.slice(headings === null ? 0 : 1).map(({ number, cells, line }): PastedLine => {
    const { domain, proxyFqdn, comment, status } =
      headings === null ? inOrder(cells, line, to) : byHeading(texts(cells), headings);
    const key = domainKey(domain);
    const edge = to === 'allowed' ? proxyFqdn : '';
    const problem =
      status !== null && status !== to ? 'other-list' : problemOf(domain, edge, seen.has(key), listed.get(key));
    seen.add(key);
    return { number, domain, proxyFqdn: edge, comment, problem };
  });
}

interface LineCells {
  readonly domain: string;
  readonly proxyFqdn: string;
  readonly comment: string;
  /** The list it stood on where it comes from; null = it does not say. */
  readonly status: DomainStatus | null;
}

/** A blocked domain has no Access Edge: its comment may stand in either place. A comment has separators as it was written. */
function inOrder(cells: readonly Cell[], line: string, to: DomainStatus): LineCells {
  const [domain, second, third] = cells;
  const first = to === 'blocked' && second?.text !== '' ? second : third;
  // A spreadsheet ends its lines with as many separators as it has columns.
  const last = cells.findLast(({ text }) => text !== '');
  const isOne = first === undefined || last === undefined || last.from <= first.from;
  const comment = isOne ? first?.text : line.slice(first.from, last.to).trim();
  return { domain: domain?.text ?? '', proxyFqdn: second?.text ?? '', comment: comment ?? '', status: null };
}

type Heading = 'domain' | 'proxyFqdn' | 'comment' | 'status';
type Headings = ReadonlyMap<Heading, number>;

/** The names of a column: of the cmdlet's property, and of our own export in every language. */
const HEADINGS: readonly (readonly [Heading, ReadonlySet<string>])[] = [
  ['domain', new Set(['domain', ...inEveryLanguage('domains.column.domain')])],
  ['proxyFqdn', new Set(['proxyfqdn', ...inEveryLanguage('domains.column.proxy')])],
  ['comment', new Set(['comment', ...inEveryLanguage('domains.column.comment')])],
  ['status', new Set(inEveryLanguage('domains.column.status'))],
];

const STATUSES: ReadonlyMap<string, DomainStatus> = new Map([
  ...inEveryLanguage('domains.status.allowed').map((words) => [words, 'allowed'] as const),
  ...inEveryLanguage('domains.status.blocked').map((words) => [words, 'blocked'] as const),
]);

function inEveryLanguage(id: MessageId): readonly string[] {
  return languages.map((language) => formatMessage(language, id).toLowerCase());
}

/** Where each column stands, if these cells are headings; else null. */
function headingsOf(cells: readonly string[]): Headings | null {
  const found = new Map(
    HEADINGS.flatMap(([heading, names]) => {
      const at = cells.findIndex((cell) => names.has(cell.replace(/^\uFEFF/, '').toLowerCase()));
      return at < 0 ? [] : [[heading, at] as const];
    }),
  );
  return found.has('domain') ? found : null;
}

function byHeading(cells: readonly string[], headings: Headings): LineCells {
  const cell = (heading: Heading): string => cells[headings.get(heading) ?? cells.length] ?? '';
  return {
    domain: cell('domain'),
    proxyFqdn: cell('proxyFqdn'),
    // The apostrophe with which our export keeps a spreadsheet from running a text.
    comment: cell('comment').replace(/^'(?=[=+\-@＝＋－＠])/, ''),
    status: STATUSES.get(cell('status').toLowerCase()) ?? null,
  };
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

interface Cell {
  readonly text: string;
  /** Where it begins in its line. */
  readonly from: number;
  /** Where it ends there. */
  readonly to: number;
}

function texts(cells: readonly Cell[]): readonly string[] {
  return cells.map(({ text }) => text);
}

/** The cells of a line, split at the separator that comes first outside quotes. */
function cellsOf(line: string): readonly Cell[] {
  const separator = /[,;\t]/.exec(line.replace(/"(?:[^"]|"")*"/g, (quoted) => '.'.repeat(quoted.length)))?.[0];
  const starts = [0];
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    if (line[at] === separator && !quoted) starts.push(at + 1);
  }
  return starts.map((from, index) => {
    const to = (starts[index + 1] ?? line.length + 1) - 1;
    return { from, to, text: unquoted(line.slice(from, to)).trim() };
  });
}

function unquoted(cell: string): string {
  const text = cell.trim();
  return /^".*"$/.test(text) && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"') : text;
}
