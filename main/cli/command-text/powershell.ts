import { quoteText } from '../../../shared/plan/powershell.ts';
import type { WrittenArgument, WrittenCommand, WrittenValue } from './parse.ts';

/** Names that may be of a secret, beginnings of `-Password` too, for PowerShell takes those. */
const SECRET = /pass|pwd|secret|credential|pin$|^pas?$/i;
const MASK = "'***'";

/** A pipeline as a person would type it, for the journal: every text quoted, and nothing in it that may be a secret. */
export function powershellOf(commands: readonly WrittenCommand[]): string {
  return commands.map(commandText).join(' | ');
}

function commandText({ name, arguments: written }: WrittenCommand): string {
  return [name, ...written.map((argument) => argumentText(name, argument))].join(' ');
}

function argumentText(cmdlet: string, { name, value, colon }: WrittenArgument): string {
  // A cmdlet about a secret may take it by its place alone.
  const secret = SECRET.test(name ?? cmdlet);
  const text = value === undefined ? '' : secret ? MASK : valueText(value);
  if (name === null) return text;
  if (value === undefined) return `-${name}`;
  return colon ? `-${name}:${text}` : `-${name} ${text}`;
}

function valueText(value: WrittenValue): string {
  if (value === null) return '$null';
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoteText(value);
  return `@(${value.map(valueText).join(', ')})`;
}
