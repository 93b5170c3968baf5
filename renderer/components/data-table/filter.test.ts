import { describe, expect, it } from 'vitest';
import { createFilterIndexer, matchFilter } from './filter.ts';

interface Row {
  readonly name: string;
  readonly comment: string | null;
}

const rows: readonly Row[] = [
  { name: 'Contoso.com', comment: 'PO 4711' },
  { name: 'it.contoso.com', comment: null },
  { name: 'contoso.com.example', comment: '학교 파트너' },
];
const indexOf = createFilterIndexer<Row>(
  (row) => row.name,
  (row) => [row.comment],
);
const index = indexOf(rows);

function found(filter: string): readonly string[] {
  const shown = matchFilter(index, filter);
  return rows.filter((_, at) => shown === null || shown[at] === 1).map((row) => row.name);
}

describe('the filter', () => {
  it('knows a row that is in the next list again, wherever it stands there', () => {
    const next = [...rows.slice(1), { name: 'new.example', comment: null }];
    expect(indexOf(next)[0]).toBe(index[1]);
    expect(matchFilter(indexOf(next), 'new')).toEqual(Uint8Array.of(0, 0, 1));
  });

  it('shows everything while it is empty', () => {
    expect(matchFilter(index, '')).toBeNull();
    expect(matchFilter(index, '  * ')).toBeNull();
  });

  it('finds a part of the name or the comment, whatever the case', () => {
    expect(found('CONTOSO')).toEqual(['Contoso.com', 'it.contoso.com', 'contoso.com.example']);
    expect(found('po 47')).toEqual(['Contoso.com']);
    expect(found('nothing')).toEqual([]);
  });

  it('takes a star as a suffix of the name, as Microsoft’s search does', () => {
    expect(found('*contoso.com')).toEqual(['Contoso.com', 'it.contoso.com']);
    expect(found('*4711')).toEqual([]);
  });

  it('wants every word, each anywhere in the row', () => {
    expect(found('4711 contoso')).toEqual(['Contoso.com']);
    expect(found('4711 it.')).toEqual([]);
  });

  it('finds Korean text that a Mac has taken apart', () => {
    expect(found('학교'.normalize('NFD'))).toEqual(['contoso.com.example']);
  });

  it('finds nothing across the border of two fields', () => {
    expect(found('compo')).toEqual([]);
  });
});
