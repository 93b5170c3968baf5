/** What of a step is searched: a plan's, or the journal's. */
interface Findable {
  readonly powershell: string;
  readonly words: { readonly values: Readonly<Record<string, string>> };
}

/**
 * The places of the steps in which every word of a search is found: in their exact PowerShell or in what their sentence
 * names. No sentence is made for it: there may be thousands.
 */
export function findSteps(steps: readonly Findable[], search: string): readonly number[] {
  const words = folded(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return steps.flatMap(({ powershell, words: { values } }, at) => {
    if (words.length === 0) return [at];
    // A line break between the parts: no word contains one.
    const text = folded([powershell, ...Object.values(values)].join('\n'));
    return words.every((word) => text.includes(word)) ? [at] : [];
  });
}

/** One form for one text: Korean may arrive decomposed. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
