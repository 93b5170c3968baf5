import { wildcard } from '../values/wildcard.ts';
import { FilterError, filterTokens, type FilterToken } from './tokens.ts';

/** What a property may be to a filter. */
export type FilterValue = string | number | boolean | null;

/** A filter that was read: whether an object of these values passes. Throws FilterError for a property it has not. */
export type Filter = (valueOf: (property: string) => FilterValue | undefined) => boolean;

/** Comparisons of two values; text without regard to case (about_Comparison_Operators). */
const COMPARISONS: ReadonlyMap<string, (wanted: FilterValue) => (value: FilterValue) => boolean> = new Map([
  ['eq', (wanted) => (value) => isEqual(value, wanted)],
  ['ne', (wanted) => (value) => !isEqual(value, wanted)],
  ['like', like],
  ['notlike', (wanted) => not(like(wanted))],
  ['gt', (wanted) => (value) => order(value, wanted) > 0],
  ['ge', (wanted) => (value) => order(value, wanted) >= 0],
  ['lt', (wanted) => (value) => order(value, wanted) < 0],
  ['le', (wanted) => (value) => order(value, wanted) <= 0],
]);

const CONSTANTS: ReadonlyMap<string, FilterValue> = new Map<string, FilterValue>([
  ['$true', true],
  ['$false', false],
  ['$null', null],
]);

/**
 * Reads a filter as Get-CsUser takes it: `property -operator value`, joined with -and, -or and -not, in brackets where
 * wanted. -and and -or weigh the same and go from left to right (about_Operator_Precedence). Throws FilterError.
 */
export function readFilter(text: string): Filter {
  const reader = new Reader(filterTokens(text));
  const filter = reader.joined();
  reader.end();
  return filter;
}

class Reader {
  readonly #tokens: readonly FilterToken[];
  #at = 0;

  constructor(tokens: readonly FilterToken[]) {
    this.#tokens = tokens;
  }

  joined(): Filter {
    let filter = this.#single();
    for (;;) {
      const token = this.#peek();
      if (token?.kind !== 'operator' || (token.text !== 'and' && token.text !== 'or')) return filter;
      this.#at += 1;
      filter = join(token.text, filter, this.#single());
    }
  }

  end(): void {
    if (this.#peek() !== undefined) throw this.#unexpected();
  }

  #single(): Filter {
    const token = this.#take();
    if ((token.kind === 'operator' && token.text === 'not') || (token.kind === 'sign' && token.text === '!')) {
      const inner = this.#single();
      return (valueOf) => !inner(valueOf);
    }
    if (token.kind === 'sign' && token.text === '(') {
      const inner = this.joined();
      const closing = this.#take();
      if (closing.kind !== 'sign' || closing.text !== ')') throw this.#unexpected();
      return inner;
    }
    if (token.kind !== 'word') throw this.#unexpected();
    return this.#comparison(token.text);
  }

  #comparison(property: string): Filter {
    const operator = this.#take();
    const compare = operator.kind === 'operator' ? COMPARISONS.get(operator.text) : undefined;
    if (compare === undefined) throw this.#unexpected();
    const wanted = valueIn(this.#take());
    if (wanted === undefined) throw this.#unexpected();
    const passes = compare(wanted);
    return (valueOf) => {
      const value = valueOf(property);
      if (value === undefined) throw new FilterError(`"${property}" is not an attribute that can be filtered by.`, 0);
      return passes(value);
    };
  }

  #peek(): FilterToken | undefined {
    return this.#tokens[this.#at];
  }

  #take(): FilterToken {
    const token = this.#peek();
    if (token === undefined) throw new FilterError('The filter ends too soon.', this.#at);
    this.#at += 1;
    return token;
  }

  #unexpected(): FilterError {
    return new FilterError(`Unexpected "${this.#tokens[this.#at - 1]?.text ?? ''}".`, this.#at);
  }
}

function join(how: 'and' | 'or', left: Filter, right: Filter): Filter {
  return how === 'and' ? (valueOf) => left(valueOf) && right(valueOf) : (valueOf) => left(valueOf) || right(valueOf);
}

/** A quoted text, $true, $false, $null, a number, or a bare word, which is text. Undefined for anything else. */
function valueIn(token: FilterToken): FilterValue | undefined {
  if (token.kind === 'text') return token.text;
  if (token.kind !== 'word') return undefined;
  const constant = CONSTANTS.get(token.text.toLowerCase());
  if (constant !== undefined) return constant;
  if (token.text.startsWith('$')) return undefined;
  return /^\d+$/.test(token.text) ? Number(token.text) : token.text;
}

/** The pattern is compiled once, not for each of 50,000 users. */
function like(pattern: FilterValue): (value: FilterValue) => boolean {
  const matches = wildcard(textOf(pattern));
  return (value) => matches(textOf(value));
}

function not(passes: (value: FilterValue) => boolean): (value: FilterValue) => boolean {
  return (value) => !passes(value);
}

function isEqual(left: FilterValue, right: FilterValue): boolean {
  if (left === null || right === null) return left === right;
  if (typeof left === 'boolean') return left === (typeof right === 'boolean' ? right : right !== 0 && right !== '');
  return textOf(left).toLowerCase() === textOf(right).toLowerCase();
}

function order(left: FilterValue, right: FilterValue): number {
  const [one, other] = [textOf(left).toLowerCase(), textOf(right).toLowerCase()];
  return one < other ? -1 : Number(one > other);
}

function textOf(value: FilterValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}
