import { describe, expect, it } from 'vitest';
import type { TableView } from '../../../shared/models/preferences.ts';
import type { TableColumn } from './columns.ts';
import { columnViews, layoutOf, moved, sortingOf, withHidden, withWidth } from './view.ts';

const columns: readonly TableColumn<string>[] = [
  { id: 'domain', header: 'domains.column.domain', width: 'minmax(160px, 2fr)', value: (row) => row },
  { id: 'status', header: 'domains.column.status', width: '104px', value: (row) => row },
  { id: 'comment', header: 'domains.column.comment', width: 'minmax(90px, 1fr)', value: (row) => row },
];
const untouched: TableView = { columns: [], sort: null, filter: '' };
const views = columnViews(untouched, columns);

function order(view: readonly { readonly id: string }[]): string {
  return view.map(({ id }) => id).join(' ');
}

describe('the columns of a table', () => {
  it('stand as their panel puts them until somebody moves them', () => {
    expect(order(layoutOf(untouched, columns).columns)).toBe('domain status comment');
    expect(order(moved(views, 'comment', -1))).toBe('domain comment status');
    expect(order(moved(views, 'domain', 1))).toBe('status domain comment');
    expect(moved(views, 'domain', -1)).toBe(views);
    expect(moved(views, 'comment', 1)).toBe(views);
  });

  it('are hidden until they are chosen where their panel says so', () => {
    const [first, ...others] = columns;
    if (first === undefined) throw new Error('no column');
    const rare = [first, ...others.map((column): TableColumn<string> => ({ ...column, hidden: true }))];
    expect(order(layoutOf(untouched, rare).columns)).toBe('domain');
    const chosen = withHidden(columnViews(untouched, rare), 'comment', false);
    expect(order(layoutOf({ ...untouched, columns: chosen }, rare).columns)).toBe('domain comment');
  });

  it('are moved past a hidden one where it is not seen', () => {
    const hidden = withHidden(views, 'status', true);
    expect(order(moved(hidden, 'comment', -1, 'shown'))).toBe('comment domain status');
  });

  it('are hidden, all but the last', () => {
    const one = withHidden(withHidden(views, 'domain', true), 'status', true);
    expect(order(layoutOf({ ...untouched, columns: one }, columns).columns)).toBe('comment');
    expect(withHidden(one, 'comment', true)).toBe(one);
  });

  it('are as wide as they were made, within what is of use, and scroll sideways when the window is narrower', () => {
    const wide = { ...untouched, columns: withWidth(views, 'comment', 300.4) };
    expect(layoutOf(wide, columns)).toMatchObject({
      tracks: '36px minmax(160px, 2fr) 104px 300px 36px',
      leastWidth: 36 + 160 + 104 + 300 + 36,
    });
    expect(withWidth(views, 'comment', 1)[2]?.width).toBe(48);
    expect(withWidth(wide.columns, 'comment', null)[2]?.width).toBeNull();
  });

  it('of another version of the panel are left out, and new ones stand beside their neighbour', () => {
    const old: TableView = {
      ...untouched,
      columns: [
        { id: 'comment', hidden: false, width: null },
        { id: 'gone', hidden: false, width: null },
        { id: 'domain', hidden: false, width: null },
      ],
      sort: { column: 'gone', descending: true },
    };
    expect(order(columnViews(old, columns))).toBe('comment domain status');
    expect(sortingOf(old, columns, undefined)).toEqual({ id: 'domain', descending: false });
  });
});
