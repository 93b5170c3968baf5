import type { TableView } from '../../../shared/models/preferences.ts';
import type { TableColumn } from './columns.ts';
import { collatorOf, orderOf } from './order.ts';
import { layoutOf, sortingOf } from './view.ts';

/** A table as lines of texts, without its headings. */
type Lines = readonly (readonly string[])[];

/** What a table shows, for other programs: its columns as they were chosen, its rows as they are sorted. */
export interface Sheet<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly lines: Lines;
}

/** Takes the rows that are to leave, in any order, as the table shows them. */
export function sheetOf<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  view: TableView,
  language: string,
): Sheet<Row> {
  const shown = layoutOf(view, columns).columns;
  const sorted = inOrder(rows, columns, view, language);
  return { columns: shown, lines: sorted.map((row) => shown.map(({ value }) => value(row))) };
}

/** Rows in the order the table shows them in. */
export function inOrder<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  view: TableView,
  language: string,
): readonly Row[] {
  const { id, descending } = sortingOf(view, columns, undefined);
  const by = columns.find((column) => column.id === id);
  const order = by === undefined ? rows.keys() : orderOf(rows.map(by.value), collatorOf(language), descending);
  return Array.from(order, (at) => rows[at]).filter((row) => row !== undefined);
}

/** CSV after RFC 4180, with the mark by which Excel knows UTF-8. */
export function csvOf(headings: readonly string[], lines: Lines): string {
  return `\uFEFF${[headings, ...lines].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** Lines for a spreadsheet or a mail, as they stand on the clipboard: a tab or line break in a cell is a blank there. */
export function tsvOf(lines: Lines): string {
  return lines.map((cells) => cells.map((cell) => harmless(cell.replace(/[\t\r\n]+/g, ' '))).join('\t')).join('\n');
}

function csvCell(cell: string): string {
  const text = harmless(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A spreadsheet runs a cell that begins like a formula, and a comment is written by anybody: an apostrophe makes it text
 * (OWASP, CSV injection; the full-width signs are formulas to East Asian input as well).
 */
function harmless(cell: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
