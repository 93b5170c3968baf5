/** More than any proxy's page of errors. */
const PAGE_LIMIT = 256 * 1024;

const WORDS_LIMIT = 1_000;

/** Elements of which nothing is read to a person. */
const UNREAD = ['head', 'style', 'script'] as const;

/**
 * A page's text without its markup, cut to what a person reads; what is not closed is text. Never shown as HTML. Each byte
 * is looked at a fixed number of times: whoever writes the page may be a stranger, and nothing else runs meanwhile.
 */
export function wordsOf(page: Uint8Array): string {
  const text = new TextDecoder().decode(page.subarray(0, PAGE_LIMIT));
  const endOf = endFinder(text);
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    const end = open === -1 ? null : endOf(open);
    if (end === null) break;
    parts.push(text.slice(at, open));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join(' ').replaceAll(/\s+/g, ' ').trim().slice(0, WORDS_LIMIT);
}

/** Gives where the markup that begins at a `<` ends, with the whole of an element that is not read; null = nowhere. */
function endFinder(text: string): (open: number) => number | null {
  const lower = text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
  // What does not come any more is not looked for again and again.
  const lastTag = text.lastIndexOf('>');
  const elements = UNREAD.map((name) => ({
    begin: new RegExp(`<${name}\\b`, 'y'),
    close: `</${name}>`,
    lastClose: lower.lastIndexOf(`</${name}>`),
  }));
  return (open) => {
    if (open > lastTag) return null;
    const tagEnd = text.indexOf('>', open) + 1;
    const unread = elements.find(({ begin, lastClose }) => {
      begin.lastIndex = open;
      return lastClose >= tagEnd && begin.test(lower);
    });
    return unread === undefined ? tagEnd : lower.indexOf(unread.close, tagEnd) + unread.close.length;
  };
}
