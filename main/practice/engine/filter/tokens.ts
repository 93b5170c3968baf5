/** A token of a filter. */
export type FilterToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: '(' | ')' | '!' };

/** A filter that is none; `at` is the place, from 0. */
export class FilterError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.name = 'FilterError';
    this.at = at;
  }
}

const SINGLE = /'((?:[^']|'')*)'/y;
const DOUBLE = /"((?:[^"`]|""|`[^])*)"/y;
const OPERATOR = /-[a-z]+/iy;
const WORD = /\$?[a-z0-9_.:]+/iy;

/** Cuts a filter into tokens (about_Parsing, about_Quoting_Rules, as far as filters need it). Throws FilterError. */
export function filterTokens(filter: string): readonly FilterToken[] {
  const tokens: FilterToken[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(filter);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  while (at < filter.length) {
    const sign = filter.charAt(at);
    if (/\s/.test(sign)) {
      at += 1;
    } else if (sign === '(' || sign === ')' || sign === '!') {
      at += 1;
      tokens.push({ kind: 'sign', text: sign });
    } else {
      tokens.push(longToken(take, filter, at));
    }
  }
  return tokens;
}

function longToken(take: (pattern: RegExp) => RegExpExecArray | null, filter: string, at: number): FilterToken {
  const single = take(SINGLE);
  if (single !== null) return { kind: 'text', text: (single[1] ?? '').replaceAll("''", "'") };
  const double = take(DOUBLE);
  if (double !== null) return { kind: 'text', text: unescaped(double[1] ?? '') };
  const operator = take(OPERATOR);
  if (operator !== null) return { kind: 'operator', text: operator[0].slice(1).toLowerCase() };
  const word = take(WORD);
  if (word !== null) return { kind: 'word', text: word[0] };
  throw new FilterError(`Unexpected "${filter.slice(at, at + 10)}".`, at);
}

function unescaped(text: string): string {
  return text.replaceAll(/""|`([^])/g, (found, escaped: string | undefined) =>
    found === '""' ? '"' : (escaped ?? ''),
  );
}
