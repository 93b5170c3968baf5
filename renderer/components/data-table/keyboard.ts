import { clearSelection, moveTo, selectAll, selectOnly, toggle, type TableSelection } from './selection.ts';

/** What of a key press counts. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a key does to a table. */
export type KeyOutcome =
  | { readonly kind: 'select'; readonly selection: TableSelection; readonly scrollTo: number | null }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'delete' }
  | { readonly kind: 'copy' };

/**
 * The keys of a table, after the grid pattern of WAI-ARIA APG: arrows, Page Up and Down (`page` rows), Home, End move;
 * with Shift they extend; Space takes a row in or out; Enter opens; Ctrl+A or ⌘A selects all shown, Ctrl+C or ⌘C
 * copies; Esc clears; Delete asks to delete. null = not ours.
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
  if (press.key === 'Delete') return { kind: 'delete' };
  if (press.key === 'Escape' && selection.selected.size > 0) return select(clearSelection(selection));
  if (press.key.toLowerCase() === 'a' && (press.ctrlKey || press.metaKey)) return select(selectAll(selection, order));
  if (press.key.toLowerCase() === 'c' && (press.ctrlKey || press.metaKey)) return { kind: 'copy' };
  const active = order[at];
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
