import { wrongOption } from './option-failures.ts';

/** The options of one command: a name with what it takes. `flag` takes nothing. */
export type OptionShape = Readonly<Record<string, 'text' | 'flag'>>;

/** What was given: texts and flags by name, and the words that are not ours, in order. */
export interface GivenOptions {
  readonly texts: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  readonly words: readonly string[];
}

/**
 * Takes `--name value`, `--name=value` and `--flag` out of the words, wherever they stand: a PowerShell parameter has
 * one dash, so none of ours can be mistaken for it. After a bare `--` everything is the cmdlet's.
 * Throws input.option for an unknown or repeated option, and for a value that is missing or empty: what a shell makes of
 * a variable that is not set must not mean something else.
 */
export function readOptions(argv: readonly string[], shape: OptionShape): GivenOptions {
  const texts = new Map<string, string>();
  const flags = new Set<string>();
  const words: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '--') {
      words.push(...argv.slice(at + 1));
      break;
    }
    if (!/^--[a-z]/.test(word)) {
      words.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = word.slice(2, equals === -1 ? undefined : equals);
    const takes = shape[name];
    if (takes === undefined) throw wrongOption('option-unknown', `--${name}`);
    if (texts.has(name) || flags.has(name)) throw wrongOption('option-twice', `--${name}`);
    if (takes === 'flag') {
      if (equals !== -1) throw wrongOption('option-no-value', `--${name}`);
      flags.add(name);
    } else {
      const value = equals === -1 ? argv[++at] : word.slice(equals + 1);
      if (value === undefined) throw wrongOption('option-value', `--${name}`);
      if (value.trim() === '') throw wrongOption('option-empty', `--${name}`);
      texts.set(name, value);
    }
  }
  return { texts, flags, words };
}
