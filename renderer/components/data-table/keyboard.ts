import { isLetterPressed, type LetterPress } from '../../commands/letter-key.ts';
import {
  clearSelection,
  moveTo,
  selectAll,
  selectedAmong,
  selectOnly,
  toggle,
  type TableSelection,
} from './selection.ts';

/** What of a key press counts. */
export interface KeyPress extends LetterPress {
  readonly shiftKey: boolean;
}

/** What a key does to a table. */
export type KeyOutcome =
  | { readonly kind: 'select'; readonly selection: TableSelection; readonly scrollTo: number | null }
  | { readonly kind: 'open'; readonly id: string }
  /** What is done to the selected rows; `selection` = with this selected first, null = what is selected already. */
  | { readonly kind: 'delete' | 'copy'; readonly selection: TableSelection | null };

/**
 * The keys of a table, after the grid pattern of WAI-ARIA APG: arrows, Page Up and Down (`page` rows), Home, End move;
 * with Shift they extend; Space takes a row in or out; Enter opens; Ctrl+A or ⌘A selects all shown, Ctrl+C or ⌘C
 * copies; Esc clears; Delete asks to delete. What is done to rows is done to those selected among the shown, and where
 * none is to the one the keyboard is on, which is then selected. null = not ours.
 */
export function onTableKey(
  press: KeyPress,
  selection: TableSelection,
  order: readonly string[],
  page: number,
): KeyOutcome | null {
  const at = selection.active === null ? -1 : order.indexOf(selection.active);
  const target = targetOf(press.key, at, order.length, page);
  if (target !== null) {
    const id = order[target];
    if (id === undefined) return null;
    return { kind: 'select', selection: moveTo(selection, order, id, press.shiftKey), scrollTo: target };
  }
  if (press.key === 'Escape' && selection.selected.size > 0) return select(clearSelection(selection));
  if (isLetterPressed(press, 'a')) return select(selectAll(selection, order));
  const active = order[at];
  const deed = press.key === 'Delete' ? 'delete' : isLetterPressed(press, 'c') ? 'copy' : null;
  if (deed !== null) {
    const alone = active !== undefined && selectedAmong(selection, order).length === 0;
    return { kind: deed, selection: alone ? selectOnly(active) : null };
  }
  if (active === undefined) return null;
  if (press.key === ' ') return select(press.ctrlKey ? selectOnly(active) : toggle(selection, active));
  if (press.key === 'Enter') return { kind: 'open', id: active };
  return null;
}

function select(selection: TableSelection): KeyOutcome {
  return { kind: 'select', selection, scrollTo: null };
}

/** The row a moving key leads to, or null when the key does not move. */
function targetOf(key: string, at: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return at < 0 ? last : Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(Math.max(at, 0) + page, last);
    case 'PageUp':
      return Math.max(at - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
