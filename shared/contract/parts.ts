/** Rows of a list in one part: about 100 kB of JSON, written or read in a millisecond or two. */
const PART_ROWS = 500;

/**
 * An answer as text that is written and read in steps, so that a list of 20,000 holds up neither the process nor the
 * page: the answer with its long lists empty and how many rows each has, then the rows, a line a part. An answer without
 * a long list is plain JSON. Each string but the first begins with the line break that parts it from the one before.
 */
export function* writeParts(answer: unknown): Generator<string, void> {
  const value = valueOf(answer);
  const long = Object.entries(value).filter(isLongList);
  if (long.length === 0) {
    yield JSON.stringify(answer);
    return;
  }
  const emptied = Object.fromEntries(long.map(([name]) => [name, []]));
  const head: Head = {
    rows: Object.fromEntries(long.map(([name, rows]) => [name, rows.length])),
    answer: { ...(answer as object), value: { ...value, ...emptied } }, // It has a value, so it is an object.
  };
  yield JSON.stringify(head);
  for (const [name, rows] of long) {
    for (let at = 0; at < rows.length; at += PART_ROWS) {
      yield `\n${JSON.stringify([name, rows.slice(at, at + PART_ROWS)])}`;
    }
  }
}

/** The first line of an answer in parts. */
interface Head {
  /** How many rows each emptied list has, by its name. */
  readonly rows: Readonly<Record<string, number>>;
  readonly answer: unknown;
}

/** Puts an answer together from its parts. */
export interface PartsReader {
  /** Takes the next line, whole. Throws a SyntaxError when it is not JSON. */
  take(line: string): void;
  /** The whole answer. Throws a SyntaxError when a part of it has not come: nothing is shown that is not all there. */
  answer(): unknown;
}

/** Reads what `writeParts` has written, line by line. */
export function createPartsReader(): PartsReader {
  let begun: Head | null = null;
  return {
    take: (line) => {
      const parsed: unknown = JSON.parse(line);
      if (begun === null) {
        begun = isHead(parsed) ? parsed : { rows: {}, answer: parsed };
        return;
      }
      // `writeParts` of the same build wrote it: a name, and rows for the empty list of that name.
      const [name, rows] = parsed as readonly [string, readonly unknown[]];
      const list = listOf(begun, name);
      for (const row of rows) list.push(row);
    },
    answer: () => {
      if (begun === null) throw new SyntaxError('an answer without a line');
      for (const [name, count] of Object.entries(begun.rows)) {
        const come = listOf(begun, name).length;
        if (come !== count) throw new SyntaxError(`${name}: ${come} of ${count} rows`);
      }
      return begun.answer;
    },
  };
}

function isHead(line: unknown): line is Head {
  return typeof line === 'object' && line !== null && 'rows' in line && 'answer' in line;
}

function listOf({ answer }: Head, name: string): unknown[] {
  return valueOf(answer)[name] as unknown[]; // `writeParts` has put an empty list there.
}

function valueOf(answer: unknown): Readonly<Record<string, unknown>> {
  const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : null;
  // Any object can be looked into by name.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function isLongList(entry: readonly [string, unknown]): entry is [string, readonly unknown[]] {
  return Array.isArray(entry[1]) && entry[1].length > PART_ROWS;
}
