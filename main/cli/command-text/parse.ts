import { commandLineFailure, readTokens } from './tokens.ts';
import type { Token } from './tokens.ts';

/** A value as written: `$null`, `$true`, a number whose text is its own, text, or a comma-separated list of these. */
export type WrittenValue = WrittenScalar | readonly WrittenScalar[];
type WrittenScalar = null | boolean | number | string;

/** One argument as written. `colon` tells `-Flag:$false` from `-Flag $false`, where only the server knows a switch. */
export interface WrittenArgument {
  readonly name: string | null;
  readonly value: WrittenValue | undefined;
  readonly colon: boolean;
}

/** One command of the pipeline, before it is known which parameters are switches. */
export interface WrittenCommand {
  readonly name: string;
  readonly arguments: readonly WrittenArgument[];
}

/**
 * Reads the words a shell left us (`argv`) as a pipeline. A single word with white space is the whole command line and
 * is read with PowerShell's quoting; of several words each is one token, and one with white space is text as it stands,
 * for the shell has taken its quotes away already.
 * Throws input.command-line.
 */
export function parseCommandWords(words: readonly string[]): readonly WrittenCommand[] {
  const only = words.length === 1 ? words[0] : undefined;
  const tokens = only !== undefined ? readTokens(only) : words.flatMap(readShellWord);
  const commands = splitAtPipes(tokens).map(parseCommand);
  if (commands.length === 0) throw commandLineFailure('no-cmdlet');
  return commands;
}

function readShellWord(word: string): readonly Token[] {
  if (word === '') return [{ kind: 'word', text: '', quoted: true }];
  if (!/\s/.test(word) || /^['"\u2018-\u201e]/.test(word)) return readTokens(word);
  const withColon = /^-([A-Za-z_][^\s:]*):(.*)$/s.exec(word);
  if (withColon === null) return [{ kind: 'word', text: word, quoted: true }];
  return [
    { kind: 'parameter', name: withColon[1] ?? '', colon: true },
    { kind: 'word', text: withColon[2] ?? '', quoted: true },
  ];
}

function splitAtPipes(tokens: readonly Token[]): readonly (readonly Token[])[] {
  if (tokens.length === 0) return [];
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'pipe') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  if (parts.some((part) => part.length === 0)) throw commandLineFailure('pipe-empty');
  return parts;
}

function parseCommand(tokens: readonly Token[]): WrittenCommand {
  const [first, ...rest] = tokens;
  if (first?.kind !== 'word') throw commandLineFailure('name-first');
  if (!/^[A-Za-z_][\w.\\-]*$/.test(first.text)) throw commandLineFailure('name-malformed', first.text);
  const written: WrittenArgument[] = [];
  let at = 0;
  while (at < rest.length) {
    const token = rest[at];
    if (token?.kind === 'parameter') {
      const value = readValue(rest, at + 1);
      if (token.colon && value === undefined) throw commandLineFailure('colon-value', `-${token.name}:`);
      written.push({ name: token.name, value: value?.value, colon: token.colon });
      at = value?.next ?? at + 1;
    } else {
      const value = readValue(rest, at);
      if (value === undefined) throw commandLineFailure('comma-value');
      written.push({ name: null, value: value.value, colon: false });
      at = value.next;
    }
  }
  return { name: first.text, arguments: written };
}

function readValue(tokens: readonly Token[], from: number): { value: WrittenValue; next: number } | undefined {
  const first = tokens[from];
  if (first?.kind !== 'word') return undefined;
  const items: WrittenScalar[] = [literal(first)];
  let at = from + 1;
  while (tokens[at]?.kind === 'comma') {
    const item = tokens[at + 1];
    if (item?.kind !== 'word') throw commandLineFailure('comma-value');
    items.push(literal(item));
    at += 2;
  }
  const [single] = items;
  return { value: items.length === 1 && single !== undefined ? single : items, next: at };
}

function literal(word: { readonly text: string; readonly quoted: boolean }): WrittenScalar {
  if (word.quoted) return word.text;
  const lower = word.text.toLowerCase();
  if (lower === '$null') return null;
  if (lower === '$true') return true;
  if (lower === '$false') return false;
  const number = Number(word.text);
  // Only a number that prints as it was written: 007 and 1.10 stay text, as PowerShell keeps a token's own text.
  return Number.isSafeInteger(number) && String(number) === word.text ? number : word.text;
}
