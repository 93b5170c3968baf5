/** Names, numbers and nothing else of which a language might have an opinion. */
const PLAIN = /^[a-z0-9.-]*$/i;
/** Digits beyond this many are left to the collator. */
const DIGITS = 40;
const LONG_NUMBER = new RegExp(`\\d{${DIGITS + 1}}`);

/** How a language orders text, numbers inside it by value. */
export function collatorOf(language: string): Intl.Collator {
  return new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
}

/**
 * The positions of these texts in order; equal ones stay as they stand. The order is the collator's, found without
 * asking it where there is nothing to ask: it takes 100 ms for 20,000 domain names, and their keys a quarter of that.
 */
export function orderOf(texts: readonly string[], collator: Intl.Collator, descending: boolean): readonly number[] {
  const ranks = ranksOf(texts, collator);
  const side = descending ? -1 : 1;
  const positions = Array.from(texts, (_, at) => at);
  return positions.sort((one, other) => side * ((ranks[one] ?? 0) - (ranks[other] ?? 0)) || one - other);
}

/** The place of each text among the different ones: the same for two that are equal to the collator. */
function ranksOf(texts: readonly string[], collator: Intl.Collator): Int32Array {
  const places = new Map<string, number>();
  for (const text of texts) places.set(text, 0);
  const different = [...places.keys()];
  if (different.every((text) => PLAIN.test(text) && !LONG_NUMBER.test(text))) rankByKey(different, places);
  else rankByCollator(different, places, collator);
  return Int32Array.from(texts, (text) => places.get(text) ?? 0);
}

function rankByKey(different: readonly string[], places: Map<string, number>): void {
  const keyed = different.map((text) => ({ text, key: keyOf(text) }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  let rank = 0;
  keyed.forEach(({ text, key }, at) => {
    if (at > 0 && key !== keyed[at - 1]?.key) rank += 1;
    places.set(text, rank);
  });
}

function rankByCollator(different: string[], places: Map<string, number>, collator: Intl.Collator): void {
  different.sort(collator.compare);
  let rank = 0;
  different.forEach((text, at) => {
    if (at > 0 && collator.compare(different[at - 1] ?? '', text) !== 0) rank += 1;
    places.set(text, rank);
  });
}

/**
 * A text whose order by code units is the collator's order of a plain text: every number has its length before it, as
 * one character between the full stop and the letters, so that the longer number is the greater one.
 */
function keyOf(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => {
    const number = digits.replace(/^0+(?=\d)/, '');
    return String.fromCharCode(0x2f + number.length) + number;
  });
}
