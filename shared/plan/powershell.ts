import { cmdletParameter } from '../cmdlets/index.ts';
import type { StepArgument } from './plan.ts';

const SWITCH_TYPE = 'System.Management.Automation.SwitchParameter';

/** What nobody sees in a review: control and format characters (bidi overrides too), lone surrogates, line separators. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Stops PowerShell's parsing of the line, in quotes too (seen on 7.6.9): as a text it must not stand there whole. */
const STOP_PARSING = '--%';

/**
 * The command a person would type for a step: one line, every text quoted, `-Name:$false` for switches. Cmdlet and
 * parameter names come from our own code and are written as they are.
 */
export function powershellText(cmdlet: string, args: readonly StepArgument[]): string {
  return [cmdlet, ...args.map((argument) => argumentText(cmdlet, argument))].join(' ');
}

/**
 * A text as a PowerShell string. Single-quoted, so that nothing in it is evaluated; PowerShell takes ‘ ’ ‚ ‛ for single
 * quotes too (CharTraits in its tokenizer), so all five are doubled. A text with characters nobody can see is written
 * with double quotes and each such character by its code, for the reviewer must see what is sent.
 */
export function quoteText(text: string): string {
  if (text === STOP_PARSING) return `"--${codesOf('%')}"`;
  if (!INVISIBLE.test(text)) return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
  const parts = Array.from(text, (character) =>
    INVISIBLE.test(character) ? codesOf(character) : character.replace(/["`$\u201c-\u201e]/, '`$&'),
  );
  return `"${parts.join('')}"`;
}

function codesOf(character: string): string {
  return character
    .split('')
    .map((unit) => `$([char]0x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')})`)
    .join('');
}

function argumentText(cmdlet: string, { name, value }: StepArgument): string {
  // A switch needs the colon: `-Confirm $false` would be a switch that is on, followed by a positional argument.
  return cmdletParameter(cmdlet, name)?.type === SWITCH_TYPE
    ? `-${name}:${valueText(value)}`
    : `-${name} ${valueText(value)}`;
}

function valueText(value: StepArgument['value']): string {
  if (value === null) return '$null';
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoteText(value);
  return `@(${value.map(quoteText).join(', ')})`;
}
