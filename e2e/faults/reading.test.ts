import { afterAll, beforeAll, expect, it } from 'vitest';
import { READING } from './acts.ts';
import { layTable, type Table } from './table.ts';

let table: Table;

beforeAll(async () => {
  table = await layTable();
}, 120_000);
afterAll(() => table.close());

it.each(READING)(
  '$name: no fault at any of its messages hangs it, hides a loss, or outlasts itself',
  async (act) => {
    expect(await table.failures(act)).toEqual([]);
  },
  480_000,
);
