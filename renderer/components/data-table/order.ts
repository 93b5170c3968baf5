/** Names, numbers and nothing else of which a language might have an opinion. */
const PLAIN = /^[a-z0-9 .-]*$/i;
/** Digits beyond this many are left to the collator. */
const DIGITS = 40;
const LONG_NUMBER = new RegExp(`\\d{${DIGITS + 1}}`);
/** So many texts are looked at between two pauses: a millisecond or two, by the collator five. */
const STEP = 512;

/** How a language orders text, numbers inside it by value. */
export function collatorOf(language: string): Intl.Collator {
  return new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
}

/** The positions of these texts in order, found in one go: `orderInSteps`. */
export function orderOf(texts: readonly string[], collator: Intl.Collator, descending: boolean): readonly number[] {
  const steps = orderInSteps(texts, collator, descending);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The positions of these texts in order; equal ones stay as they stand. The order is the collator's, found without
 * asking it where there is nothing to ask: it takes 100 ms for 20,000 domain names, and their keys a quarter of that.
 * Pauses now and then, so that who runs it can let others go first.
 */
export function* orderInSteps(
  texts: readonly string[],
  collator: Intl.Collator,
  descending: boolean,
): Generator<void, readonly number[]> {
  const numbers = new Map<string, number>();
  const which = new Int32Array(texts.length);
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] ?? '';
    const number = numbers.get(text) ?? numbers.size;
    if (number === numbers.size) numbers.set(text, number);
    which[at] = number;
    if (at % STEP === 0) yield;
  }
  const { places, count } = yield* placesOf([...numbers.keys()], collator);
  if (descending) places.forEach((place, number) => (places[number] = count - 1 - place));
  yield;
  return yield* positionsOf(which, places, count);
}

/** The place of each of different texts among them: the same for two that are equal; and how many places there are. */
function* placesOf(
  different: readonly string[],
  collator: Intl.Collator,
): Generator<void, { readonly places: Int32Array; readonly count: number }> {
  const compare = (yield* byKeys(different)) ?? byCollator(different, collator);
  const sorted = yield* sortInSteps(different.length, compare);
  const places = new Int32Array(different.length);
  let place = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    const number = sorted[at] ?? 0;
    if (at > 0 && compare(sorted[at - 1] ?? 0, number) !== 0) place += 1;
    places[number] = place;
    if (at % STEP === 0) yield;
  }
  return { places, count: place + 1 };
}

type Compare = (one: number, other: number) => number;

/** By the keys of plain texts; null when one of them is not plain. */
function* byKeys(texts: readonly string[]): Generator<void, Compare | null> {
  const keys: string[] = [];
  for (const text of texts) {
    if (!PLAIN.test(text) || LONG_NUMBER.test(text)) return null;
    keys.push(keyOf(text));
    if (keys.length % STEP === 0) yield;
  }
  return (one, other) => {
    const [left, right] = [keys[one] ?? '', keys[other] ?? ''];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

function byCollator(texts: readonly string[], collator: Intl.Collator): Compare {
  return (one, other) => collator.compare(texts[one] ?? '', texts[other] ?? '');
}

/** The numbers below `count`, sorted in short runs, which are then merged two by two. */
function* sortInSteps(count: number, compare: Compare): Generator<void, Int32Array> {
  let from = Int32Array.from({ length: count }, (_, number) => number);
  for (let low = 0; low < count; low += STEP) {
    from.subarray(low, low + STEP).sort(compare);
    yield;
  }
  let to = from.slice();
  for (let width = STEP; width < count; width *= 2) {
    for (let low = 0; low < count; low += 2 * width) yield* merge(from, to, low, width, compare);
    [from, to] = [to, from];
  }
  return from;
}

/** Merges the run at `low` and the one after it, both of this width or what is left of it. */
function* merge(from: Int32Array, to: Int32Array, low: number, width: number, compare: Compare): Generator<void> {
  const middle = Math.min(low + width, from.length);
  const end = Math.min(low + 2 * width, from.length);
  let left = low;
  let right = middle;
  for (let at = low; at < end; at += 1) {
    const takesLeft = left < middle && (right >= end || compare(from[left] ?? 0, from[right] ?? 0) <= 0);
    to[at] = (takesLeft ? from[left] : from[right]) ?? 0;
    if (takesLeft) left += 1;
    else right += 1;
    if (at % STEP === 0) yield;
  }
}

/** Counted into their places, without a comparison: those of one place stay in the order they stand in. */
function* positionsOf(which: Int32Array, places: Int32Array, count: number): Generator<void, readonly number[]> {
  const next = new Int32Array(count + 1);
  for (const number of which) {
    const after = (places[number] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let place = 1; place <= count; place += 1) next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0);
  yield;
  const positions = new Array<number>(which.length);
  which.forEach((number, at) => {
    const place = places[number] ?? 0;
    const to = next[place] ?? 0;
    positions[to] = at;
    next[place] = to + 1;
  });
  return positions;
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
