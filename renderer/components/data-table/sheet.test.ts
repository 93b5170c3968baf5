import { describe, expect, it } from 'vitest';
import type { TableView } from '../../../shared/models/preferences.ts';
import type { TableColumn } from './columns.ts';
import { csvOf, sheetOf, tsvOf } from './sheet.ts';

interface Row {
  readonly domain: string;
  readonly comment: string;
}

const columns: readonly TableColumn<Row>[] = [
  { id: 'domain', header: 'domains.column.domain', width: '1fr', value: ({ domain }) => domain },
  { id: 'comment', header: 'domains.column.comment', width: '1fr', value: ({ comment }) => comment },
];
const rows: readonly Row[] = [
  { domain: 'p10.example', comment: 'b' },
  { domain: 'p2.example', comment: 'a' },
];
const untouched: TableView = { columns: [], sort: null, filter: '' };

describe('what a table shows, for other programs', () => {
  it('is sorted as the table is, numbers by value', () => {
    expect(sheetOf(rows, columns, untouched, 'en').lines).toEqual([
      ['p2.example', 'a'],
      ['p10.example', 'b'],
    ]);
    const down: TableView = { ...untouched, sort: { column: 'comment', descending: true } };
    expect(sheetOf(rows, columns, down, 'en').lines[0]).toEqual(['p10.example', 'b']);
  });

  it('has the columns that were chosen, in their order', () => {
    const chosen = [
      { id: 'comment', hidden: false, width: null },
      { id: 'domain', hidden: true, width: null },
    ];
    const sheet = sheetOf(rows, columns, { ...untouched, columns: chosen }, 'en');
    expect(sheet.columns.map(({ id }) => id)).toEqual(['comment']);
    expect(sheet.lines).toEqual([['a'], ['b']]);
  });
});

describe('CSV', () => {
  it('begins with the mark of UTF-8 and ends each line as RFC 4180 has it', () => {
    expect(csvOf(['도메인', 'Comment'], [['a.example', '김민준']])).toBe(
      '\uFEFF도메인,Comment\r\na.example,김민준\r\n',
    );
  });

  it('quotes what would end a cell or a line, and doubles quotes', () => {
    const [, line] = csvOf(['x'], [['a,b', 'say "hi"', 'two\r\nlines', ' blank ']]).split(/\r\n(?=")/);
    expect(line).toBe('"a,b","say ""hi""","two\r\nlines"," blank "\r\n');
  });

  it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A1'])(
    'never lets %j run in a spreadsheet',
    (cell) => {
      const [, first = ''] = csvOf(['x'], [[cell]]).split('x\r\n');
      expect(first.replace(/^"/, '').startsWith("'")).toBe(true);
      expect(tsvOf([[cell]])).toMatch(/^['\s]/);
      expect(tsvOf([[cell]]).trimStart()).not.toMatch(/^[+\-@＝＋－＠]/);
    },
  );
});

describe('lines for the clipboard', () => {
  it('have a tab between cells, and none inside', () => {
    expect(
      tsvOf([
        ['a.example', 'one\ttwo\r\nthree'],
        ['b.example', ''],
      ]),
    ).toBe('a.example\tone two three\nb.example\t');
  });
});
