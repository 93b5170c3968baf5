/** What the filter looks into, in lower case and made once per list: a keystroke then only scans strings. */
export interface FilterIndex {
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

/** Builds the index of a list. `name` is what a suffix is compared with; `others` are searched as well. */
export function buildFilterIndex<Row>(
  rows: readonly Row[],
  name: (row: Row) => string,
  others: (row: Row) => readonly (string | null)[],
): FilterIndex {
  return {
    names: rows.map((row) => folded(name(row))),
    // A line break between the parts: no search text contains one, so nothing matches across two parts.
    texts: rows.map((row) => folded([name(row), ...others(row)].filter((part) => part !== null).join('\n'))),
  };
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
  const shown = new Uint8Array(index.texts.length).fill(1);
  for (const word of words) {
    const suffix = word.startsWith('*') ? word.slice(1) : null;
    for (let row = 0; row < shown.length; row += 1) {
      if (shown[row] === 0) continue;
      const found = suffix === null ? index.texts[row]?.includes(word) : index.names[row]?.endsWith(suffix);
      if (found !== true) shown[row] = 0;
    }
  }
  return shown;
}

/** One form for one text: Korean may arrive decomposed from a file or a Mac. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
