import { expect, it } from 'vitest';
import { CHANGING } from './changing.ts';
import { layTable } from './table.ts';

it.each(CHANGING)(
  '$name: no fault at any of its messages hangs it, hides a loss, or outlasts itself',
  async (act) => {
    expect(await layTable(act)).toEqual({ messages: act.messages, wrong: [] });
  },
  480_000,
);
