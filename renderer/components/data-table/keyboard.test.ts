import { describe, expect, it } from 'vitest';
import { onTableKey, type KeyOutcome, type KeyPress } from './keyboard.ts';
import {
  clearSelection,
  deselect,
  extendTo,
  noSelection,
  selectAll,
  selectedAmong,
  selectOnly,
  toggle,
  type TableSelection,
} from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

function press(
  key: string,
  selection: TableSelection,
  modifiers: Partial<Omit<KeyPress, 'key'>> = {},
  rows: readonly string[] = order,
): KeyOutcome | null {
  return onTableKey(
    { key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, ...modifiers },
    selection,
    rows,
    3,
  );
}

function after(outcome: KeyOutcome | null): TableSelection {
  if (outcome?.kind !== 'select') throw new Error(`not a selection: ${JSON.stringify(outcome)}`);
  return outcome.selection;
}

describe('the keyboard of a table', () => {
  it('enters at the first row, and at the last from below', () => {
    expect(after(press('ArrowDown', noSelection)).active).toBe('a');
    expect(after(press('ArrowUp', noSelection)).active).toBe('e');
  });

  it('moves without selecting and stops at both ends', () => {
    const moved = after(press('ArrowDown', selectOnly('a')));
    expect(moved.active).toBe('b');
    expect([...moved.selected]).toEqual(['a']);
    expect(after(press('ArrowDown', selectOnly('e'))).active).toBe('e');
    expect(after(press('ArrowUp', selectOnly('a'))).active).toBe('a');
  });

  it('moves by pages and to the ends, and says where to scroll', () => {
    expect(press('PageDown', selectOnly('a'))).toMatchObject({ selection: { active: 'd' }, scrollTo: 3 });
    expect(press('PageUp', selectOnly('e'))).toMatchObject({ selection: { active: 'b' }, scrollTo: 1 });
    expect(press('End', selectOnly('a'))).toMatchObject({ scrollTo: 4 });
    expect(press('Home', selectOnly('e'))).toMatchObject({ scrollTo: 0 });
  });

  it('extends from where the range began, and takes it back', () => {
    const two = after(press('ArrowDown', selectOnly('b'), { shiftKey: true }));
    const three = after(press('ArrowDown', two, { shiftKey: true }));
    expect([...three.selected]).toEqual(['b', 'c', 'd']);
    const back = after(press('ArrowUp', three, { shiftKey: true }));
    expect([...back.selected]).toEqual(['b', 'c']);
    expect([...after(press('Home', three, { shiftKey: true })).selected]).toEqual(['a', 'b']);
  });

  it('takes the active row in and out with Space', () => {
    const out = after(press(' ', selectOnly('b')));
    expect([...out.selected]).toEqual([]);
    expect([...after(press(' ', out)).selected]).toEqual(['b']);
  });

  it('selects all with Ctrl or Command and A, and nothing with a bare a', () => {
    expect(after(press('a', noSelection, { ctrlKey: true })).selected.size).toBe(5);
    expect(after(press('A', noSelection, { metaKey: true })).selected.size).toBe(5);
    expect(press('a', noSelection)).toBeNull();
  });

  it('clears with Escape, which is not ours when nothing is selected', () => {
    expect(after(press('Escape', selectOnly('b'))).selected.size).toBe(0);
    expect(press('Escape', noSelection)).toBeNull();
  });

  it('opens the active row, asks to delete, and does neither without rows', () => {
    expect(press('Enter', selectOnly('c'))).toEqual({ kind: 'open', id: 'c' });
    expect(press('Delete', selectOnly('c'))).toEqual({ kind: 'delete', selection: null });
    expect(press('Enter', noSelection)).toBeNull();
    expect(press('ArrowDown', selectOnly('c'), {}, [])).toBeNull();
  });

  it('deletes and copies the row it is on where none is selected among those shown', () => {
    const on = clearSelection(selectOnly('c'));
    expect(press('Delete', on)).toEqual({ kind: 'delete', selection: selectOnly('c') });
    expect(press('c', on, { ctrlKey: true })).toEqual({ kind: 'copy', selection: selectOnly('c') });
    expect(press('Delete', { ...on, selected: new Set(['hidden']) })).toMatchObject({ selection: selectOnly('c') });
    expect(press('Delete', noSelection)).toEqual({ kind: 'delete', selection: null });
  });

  it('takes a letter by its place where the layout has no Latin one there', () => {
    const ctrl = { ctrlKey: true } as const;
    expect(after(press('ㅁ', noSelection, { ...ctrl, code: 'KeyA' })).selected.size).toBe(5);
    expect(press('ㅊ', selectOnly('b'), { ...ctrl, code: 'KeyC' })).toEqual({ kind: 'copy', selection: null });
    expect(press('q', noSelection, { ...ctrl, code: 'KeyA' }), 'a French layout').toBeNull();
    expect(press('ㅁ', noSelection, { code: 'KeyA' })).toBeNull();
  });

  it('starts anew when a filter has taken the active row away', () => {
    expect(after(press('ArrowDown', selectOnly('x'))).active).toBe('a');
    expect(press('Enter', selectOnly('x'))).toBeNull();
  });
});

describe('a selection', () => {
  it('acts on what is shown alone', () => {
    const chosen = toggle(selectOnly('a'), 'd');
    expect(selectedAmong(chosen, ['d', 'e'])).toEqual(['d']);
  });

  it('outlives a filter: all shown are added to it and taken from it, what is hidden stays', () => {
    const first = selectAll(noSelection, ['a', 'b']);
    const both = selectAll(first, ['c', 'd']);
    expect([...both.selected]).toEqual(['a', 'b', 'c', 'd']);
    expect([...deselect(both, ['c', 'd', 'e']).selected]).toEqual(['a', 'b']);
  });

  it('takes a second range beside the first, when asked to', () => {
    const first = extendTo(selectOnly('a'), order, 'b');
    const second = extendTo(toggle(first, 'd'), order, 'e', true);
    expect([...second.selected]).toEqual(['a', 'b', 'd', 'e']);
    expect([...extendTo(second, order, 'e').selected]).toEqual(['d', 'e']);
  });
});
