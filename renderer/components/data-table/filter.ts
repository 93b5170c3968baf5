/** What the filter looks into of a row, folded: a keystroke then only scans strings. */
interface FilterWords {
  readonly name: string;
  readonly text: string;
}

/** The words of every row of a list. */
export type FilterIndex = readonly FilterWords[];

/**
 * What makes the index of a list. `name` is what a suffix is compared with; `others` are searched as well. A row that
 * is in the next list again, the very object, is not folded again.
 */
export function createFilterIndexer<Row extends object>(
  name: (row: Row) => string,
  others: (row: Row) => readonly (string | null)[],
): (rows: readonly Row[]) => FilterIndex {
  const known = new WeakMap<Row, FilterWords>();
  function wordsOf(row: Row): FilterWords {
    const before = known.get(row);
    if (before !== undefined) return before;
    // A line break between the parts: no search text contains one, so nothing matches across two parts.
    const text = [name(row), ...others(row)].filter((part) => part !== null).join('\n');
    const words = { name: folded(name(row)), text: folded(text) };
    known.set(row, words);
    return words;
  }
  return (rows) => rows.map(wordsOf);
}

/**
 * Which rows a filter leaves, by index: 1 = shown; null = all. Every word must be found somewhere in the row; a word
 * that begins with `*` is a suffix of the name, as in Microsoft's control panel (`*contoso.com` finds it.contoso.com).
 */
export function matchFilter(index: FilterIndex, filter: string): Uint8Array | null {
  const words = folded(filter)
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '*');
  if (words.length === 0) return null;
  const shown = new Uint8Array(index.length).fill(1);
  for (const word of words) {
    const suffix = word.startsWith('*') ? word.slice(1) : null;
    for (let row = 0; row < shown.length; row += 1) {
      if (shown[row] === 0) continue;
      const found = suffix === null ? index[row]?.text.includes(word) : index[row]?.name.endsWith(suffix);
      if (found !== true) shown[row] = 0;
    }
  }
  return shown;
}

/** One form for one text: Korean may arrive decomposed from a file or a Mac. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
