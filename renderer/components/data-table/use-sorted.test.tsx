// @vitest-environment jsdom
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { TableColumn } from './columns.ts';
import { useSorted } from './use-sorted.ts';

afterEach(cleanup);

interface Row {
  readonly name: string;
}

const columns: readonly TableColumn<Row>[] = [
  { id: 'name', header: 'user.column.name', width: '100px', value: ({ name }) => name },
];
const few: readonly Row[] = [{ name: 'b' }, { name: 'a' }];
const many: readonly Row[] = Array.from({ length: 3_000 }, (_, at) => ({ name: `u${3_000 - at}` }));

interface Given {
  readonly rows: readonly Row[];
  readonly descending?: boolean;
  readonly arriving?: boolean;
}

function show(initialProps: Given) {
  return renderHook(
    ({ rows, descending = false, arriving = false }: Given) =>
      useSorted(rows, { columns, view: descending ? DOWN : UP, arriving }),
    { initialProps },
  );
}

const UP = { sort: { column: 'name', descending: false } };
const DOWN = { sort: { column: 'name', descending: true } };

describe('the rows of a table', () => {
  it('are in order at once when they are few', () => {
    expect(show({ rows: few }).result.current).toMatchObject({ rows: few, order: [1, 0], settling: false });
  });

  it('stand as they come until all are there', () => {
    expect(show({ rows: many, arriving: true }).result.current.order.slice(0, 3)).toEqual([0, 1, 2]);
  });

  it('stay as they were until many others are in order', async () => {
    const { result, rerender } = show({ rows: few });
    rerender({ rows: many });
    expect(result.current).toMatchObject({ rows: few, order: [1, 0], settling: true });
    await waitFor(() => expect(result.current.settling).toBe(false));
    expect(result.current.rows).toBe(many);
    expect(result.current.order.slice(0, 2)).toEqual([2_999, 2_998]);
  });

  it('follow what was chosen last, whatever was being sorted', async () => {
    const { result, rerender } = show({ rows: few });
    rerender({ rows: many });
    rerender({ rows: many, descending: true });
    await waitFor(() => expect(result.current.settling).toBe(false));
    expect(result.current.order[0]).toBe(0);
    rerender({ rows: few });
    expect(result.current).toMatchObject({ rows: few, settling: false });
  });

  it('are found in order by who comes back', async () => {
    const again = many.slice();
    const first = show({ rows: again });
    await waitFor(() => expect(first.result.current.settling).toBe(false));
    first.unmount();
    expect(show({ rows: again }).result.current).toMatchObject({ rows: again, settling: false });
  });
});
