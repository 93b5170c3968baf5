import { failure } from '../../../shared/errors.ts';
import type { Failure } from '../../../shared/errors.ts';

/**
 * The words of a PowerShell command line (about_Parsing, about_Quoting_Rules), as far as a command without a script
 * language needs them. Expressions, variables and script blocks are refused by name: the endpoint is NoLanguage.
 */
export type Token =
  | { readonly kind: 'word'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'parameter'; readonly name: string; readonly colon: boolean }
  | { readonly kind: 'comma' }
  | { readonly kind: 'pipe' };

// PowerShell takes typographic quotes for plain ones (System.Management.Automation CharTraits).
const SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b";
const DOUBLE_QUOTES = '"\u201c\u201d\u201e';
const DASHES = '-\u2013\u2014\u2015';
/** What only a script could mean: statements, calls, blocks, expressions, redirections. */
const REFUSED = ';&{}()<>';
const BACKTICK_ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const LITERAL_VARIABLES = new Set(['$null', '$true', '$false']);

interface Cursor {
  readonly text: string;
  at: number;
}

/**
 * Splits command text into tokens. Throws input.command-line for an unbalanced quote, a variable other than `$true`,
 * `$false`, `$null`, and everything that only a script could mean.
 */
export function readTokens(text: string): readonly Token[] {
  const cursor: Cursor = { text, at: 0 };
  const tokens: Token[] = [];
  for (;;) {
    while (cursor.at < text.length && /\s/.test(text.charAt(cursor.at))) cursor.at++;
    if (cursor.at >= text.length) return tokens;
    tokens.push(readToken(cursor));
  }
}

/** Why what is written as PowerShell is refused: the last part of its message id `cli.reason.<id>`. */
export type CommandLineReason =
  | 'script-syntax'
  | 'variable'
  | 'variable-in-quotes'
  | 'quote-open'
  | 'backtick-last'
  | 'no-cmdlet'
  | 'pipe-empty'
  | 'name-first'
  | 'name-malformed'
  | 'colon-value'
  | 'argument-missing'
  | 'comma-value';

/** A refusal of the cmdlet as written; `detail` is the piece of it that is meant. */
export function commandLineFailure(reason: CommandLineReason, detail = ''): Failure {
  return failure('input.command-line', { reason: `cli.reason.${reason}`, detail });
}

function readToken(cursor: Cursor): Token {
  const first = cursor.text.charAt(cursor.at);
  if (first === ',') return advance(cursor, { kind: 'comma' });
  if (first === '|') return advance(cursor, { kind: 'pipe' });
  if (DASHES.includes(first)) {
    const parameter = /^.([A-Za-z_?][^\s:.,|;&(){}<>'"]*)(:?)/u.exec(cursor.text.slice(cursor.at));
    if (parameter !== null) {
      cursor.at += parameter[0].length;
      return { kind: 'parameter', name: parameter[1] ?? '', colon: parameter[2] === ':' };
    }
  }
  return readWord(cursor);
}

function advance(cursor: Cursor, token: Token): Token {
  cursor.at++;
  return token;
}

/** A word may be glued from quoted and bare pieces, as in `contoso."com"`. */
function readWord(cursor: Cursor): Token {
  let text = '';
  let quoted = false;
  while (cursor.at < cursor.text.length) {
    const character = cursor.text.charAt(cursor.at);
    if (/[\s,|]/.test(character)) break;
    if (SINGLE_QUOTES.includes(character)) {
      text += readSingleQuoted(cursor);
      quoted = true;
    } else if (DOUBLE_QUOTES.includes(character)) {
      text += readDoubleQuoted(cursor);
      quoted = true;
    } else text += readBare(cursor, text === '' && !quoted);
  }
  if (!quoted && text.startsWith('$') && !LITERAL_VARIABLES.has(text.toLowerCase()))
    throw commandLineFailure('variable', text);
  return { kind: 'word', text, quoted };
}

function readBare(cursor: Cursor, first: boolean): string {
  const character = cursor.text.charAt(cursor.at);
  if (REFUSED.includes(character) || (first && character === '@')) throw commandLineFailure('script-syntax', character);
  cursor.at++;
  if (character !== '`') return character;
  const escaped = cursor.text.charAt(cursor.at);
  if (escaped === '') throw commandLineFailure('backtick-last');
  cursor.at++;
  return BACKTICK_ESCAPES[escaped] ?? escaped;
}

function readSingleQuoted(cursor: Cursor): string {
  const start = cursor.at++;
  let text = '';
  while (cursor.at < cursor.text.length) {
    const character = cursor.text.charAt(cursor.at++);
    if (!SINGLE_QUOTES.includes(character)) text += character;
    else if (SINGLE_QUOTES.includes(cursor.text.charAt(cursor.at)) && cursor.at < cursor.text.length)
      text += cursor.text.charAt(cursor.at++);
    else return text;
  }
  throw commandLineFailure('quote-open', cursor.text.slice(start));
}

function readDoubleQuoted(cursor: Cursor): string {
  const start = cursor.at++;
  let text = '';
  while (cursor.at < cursor.text.length) {
    const character = cursor.text.charAt(cursor.at++);
    const next = cursor.text.charAt(cursor.at);
    if (character === '`' && next !== '') {
      text += BACKTICK_ESCAPES[next] ?? next;
      cursor.at++;
    } else if (character === '$' && /[A-Za-z_({$?^]/.test(next)) {
      throw commandLineFailure('variable-in-quotes', cursor.text.slice(cursor.at - 1));
    } else if (!DOUBLE_QUOTES.includes(character)) text += character;
    else if (next !== '' && DOUBLE_QUOTES.includes(next)) {
      text += next;
      cursor.at++;
    } else return text;
  }
  throw commandLineFailure('quote-open', cursor.text.slice(start));
}
