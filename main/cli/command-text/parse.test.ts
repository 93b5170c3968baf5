import { describe, expect, it } from 'vitest';
import { Failure } from '../../../shared/errors.ts';
import { parseCommandWords } from './parse.ts';

function argumentsOf(...words: readonly string[]): unknown {
  return parseCommandWords(words)[0]?.arguments.map(({ name, value }) => [name, value]);
}

function refusal(...words: readonly string[]): unknown {
  try {
    parseCommandWords(words);
  } catch (error) {
    if (error instanceof Failure && error.error.code === 'input.command-line') return error.error.values;
    throw error;
  }
  throw new Error('was not refused');
}

describe('words a shell left us', () => {
  it('reads names, values, switches and literals as PowerShell does', () => {
    expect(
      argumentsOf('Set-CsAllowedDomain', 'fabrikam.com', '-Comment', '$null', '-Force', '-Flag:$false', '-Count', '5'),
    ).toEqual([
      [null, 'fabrikam.com'],
      ['Comment', null],
      ['Force', undefined],
      ['Flag', false],
      ['Count', 5],
    ]);
  });

  it('keeps a word with white space as text, comma and all', () => {
    expect(argumentsOf('New-CsAllowedDomain', '-Comment', 'PO 4711, urgent (see "mail")')).toEqual([
      ['Comment', 'PO 4711, urgent (see "mail")'],
    ]);
  });

  it('reads a comma list, also over several words', () => {
    expect(argumentsOf('Get-X', '-Name', 'a,b,$null')).toEqual([['Name', ['a', 'b', null]]]);
    expect(argumentsOf('Get-X', '-Name', 'a,', 'b')).toEqual([['Name', ['a', 'b']]]);
  });

  it('keeps the colon form whole when the shell took the quotes', () => {
    expect(argumentsOf('New-X', '-Comment:two words')).toEqual([['Comment', 'two words']]);
  });

  it('keeps an empty word as empty text', () => {
    expect(argumentsOf('Set-X', '-Comment', '')).toEqual([['Comment', '']]);
  });
});

describe('one word with the whole command line', () => {
  it('resolves both quotes with their escapes', () => {
    expect(argumentsOf(`New-X -A 'it''s' -B "say ""hi""\`t\`$5" -C d"e"'f'`)).toEqual([
      ['A', "it's"],
      ['B', 'say "hi"\t$5'],
      ['C', 'def'],
    ]);
  });

  it('takes typographic quotes and dashes for plain ones, as PowerShell does', () => {
    expect(argumentsOf('New-X \u2013A \u2018b c\u2019 -D \u201ce f\u201d')).toEqual([
      ['A', 'b c'],
      ['D', 'e f'],
    ]);
  });

  it('splits a pipeline', () => {
    expect(parseCommandWords(['Get-X -A 1 | Select-Object Domain']).map((command) => command.name)).toEqual([
      'Get-X',
      'Select-Object',
    ]);
  });

  it('keeps a number whose text is not its own as text', () => {
    expect(argumentsOf('New-X 007 1.10 -5 12 9007199254740993')).toEqual([
      [null, '007'],
      [null, '1.10'],
      [null, -5],
      [null, 12],
      [null, '9007199254740993'],
    ]);
  });
});

describe('refusals name what is wrong', () => {
  it.each([
    ["Get-X 'abc", 'quote-open', "'abc"],
    ['Get-X "abc', 'quote-open', '"abc'],
    ['Get-X $name', 'variable', '$name'],
    ['Get-X "a $name"', 'variable-in-quotes', '$name"'],
    ['Get-X (Get-Y)', 'script-syntax', '('],
    ['Get-X { 1 }', 'script-syntax', '{'],
    ['Get-X; Get-Y', 'script-syntax', ';'],
    ['Get-X @(1)', 'script-syntax', '@'],
    ['Get-X |', 'pipe-empty', ''],
    ['Get-X a,', 'comma-value', ''],
    ['Get-X -A: -B', 'colon-value', '-A:'],
    ['-A b', 'name-first', ''],
    ['Get-X`', 'backtick-last', ''],
    ['../x', 'name-malformed', '../x'],
    ['   ', 'no-cmdlet', ''],
  ])('%s', (text, reason, detail) => {
    expect(refusal(text)).toEqual({ reason: `cli.reason.${reason}`, detail });
  });

  it('an unbalanced quote in one of several words', () => {
    expect(refusal('Get-X', "'abc")).toEqual({ reason: 'cli.reason.quote-open', detail: "'abc" });
  });
});
