/** Which rows of a table are selected, and where the keyboard is. Rows are known by their ids. */
export interface TableSelection {
  readonly selected: ReadonlySet<string>;
  /** The row the keyboard is on, or null before the first key. */
  readonly active: string | null;
  /** Where a range began. */
  readonly anchor: string | null;
}

/** Nothing selected, the keyboard nowhere. */
export const noSelection: TableSelection = { selected: new Set(), active: null, anchor: null };

/** One row alone. */
export function selectOnly(id: string): TableSelection {
  return { selected: new Set([id]), active: id, anchor: id };
}

/** Takes one row in or out and leaves the others. */
export function toggle({ selected }: TableSelection, id: string): TableSelection {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return { selected: next, active: id, anchor: id };
}

/** Everything from the anchor to `id` in the order shown; `keep` = and what is selected already, instead of nothing else. */
export function extendTo(
  selection: TableSelection,
  order: readonly string[],
  id: string,
  keep = false,
): TableSelection {
  const anchor = selection.anchor ?? id;
  const from = order.indexOf(anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return selectOnly(id);
  return {
    selected: new Set([
      ...(keep ? selection.selected : []),
      ...order.slice(Math.min(from, to), Math.max(from, to) + 1),
    ]),
    active: id,
    anchor,
  };
}

/** All rows shown, and those a filter hides that were selected before. */
export function selectAll({ selected, active, anchor }: TableSelection, order: readonly string[]): TableSelection {
  return { selected: new Set([...selected, ...order]), active, anchor };
}

/** None of the rows shown; what a filter hides stays as it is. */
export function deselect({ selected, active }: TableSelection, order: readonly string[]): TableSelection {
  const shown = new Set(order);
  return { selected: new Set([...selected].filter((id) => !shown.has(id))), active, anchor: active };
}

/** Nothing selected; the keyboard stays where it is. */
export function clearSelection({ active }: TableSelection): TableSelection {
  return { selected: new Set(), active, anchor: active };
}

/** The keyboard on another row; `extend` selects everything in between. */
export function moveTo(
  selection: TableSelection,
  order: readonly string[],
  id: string,
  extend: boolean,
): TableSelection {
  return extend ? extendTo(selection, order, id) : { ...selection, active: id, anchor: id };
}

/** The selected rows among those shown: what is hidden by a filter is never acted on unseen. */
export function selectedAmong(selection: TableSelection, order: readonly string[]): readonly string[] {
  return selection.selected.size === 0 ? [] : order.filter((id) => selection.selected.has(id));
}
