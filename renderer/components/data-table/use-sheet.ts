import type { TableView } from '../../../shared/models/preferences.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import type { TableColumn } from './columns.ts';
import { csvOf, inOrder, sheetOf, tsvOf } from './sheet.ts';

/** How the rows of a table leave it. */
export interface SheetOut<Row> {
  /** Saves rows as a CSV file, where the browser saves its files. `name` = what the file is called, without its ending. */
  readonly save: (rows: readonly Row[], name: string) => void;
  /** Puts rows on the clipboard. */
  readonly copy: (rows: readonly Row[]) => void;
  /** Rows as the table shows them, for what is done to them one after the other. */
  readonly ordered: (rows: readonly Row[]) => readonly Row[];
}

/** Saves and copies what a table shows: columns and order as its view has them. `onSaid` is told what became of it, in words. */
export function useSheet<Row>(
  columns: readonly TableColumn<Row>[],
  view: TableView,
  onSaid: (words: string) => void,
): SheetOut<Row> {
  const text = useText();
  const language = useLanguage();

  function save(rows: readonly Row[], name: string): void {
    const sheet = sheetOf(rows, columns, view, language);
    const file = `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')}.csv`;
    const headings = sheet.columns.map(({ header }) => text(header));
    download(file, csvOf(headings, sheet.lines));
    onSaid(text('table.exported', { count: rows.length, file }));
  }

  function copy(rows: readonly Row[]): void {
    if (rows.length === 0) return;
    const { lines } = sheetOf(rows, columns, view, language);
    navigator.clipboard.writeText(tsvOf(lines)).then(
      () => onSaid(text('table.copied', { count: rows.length })),
      // The browser may forbid it (policy, focus elsewhere); there is a file to fall back on.
      () => onSaid(text('table.not-copied')),
    );
  }

  return { save, copy, ordered: (rows) => inOrder(rows, columns, view, language) };
}

/** Hands a file to the browser to save. */
function download(file: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  // The browser has taken what it saves by the end of the click.
  URL.revokeObjectURL(url);
}
