import type { ErrorRecord, PsValue } from '../../psrp/index.ts';
import { jsonLine } from './json.ts';
import type { JsonValue } from './json.ts';

/**
 * Server text made safe for a terminal: control characters, which could move the cursor or rename the window, are
 * shown as their code, in which JSON has them too. Line breaks (of Windows too) and tabs stay.
 */
export function printable(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
}

/** A longer name pushes its own value out, not every other one. */
const WIDEST_NAME = 60;

/** One output object as Format-List would show it: `Name : value` lines and an empty one; a bare value is one line. */
export function listText(value: PsValue): string {
  const json: unknown = JSON.parse(jsonLine(value));
  // jsonLine always gives one object.
  const fields = Object.entries(json as Readonly<Record<string, JsonValue>>);
  const [only] = fields;
  if (fields.length === 1 && only !== undefined && only[0] === 'value') return `${printable(cellText(only[1]))}\n`;
  const width = fields.reduce((widest, [name]) => Math.max(widest, Math.min(name.length, WIDEST_NAME)), 0);
  // As Format-List does: a value's further lines stand below its first, and none passes for another property.
  const below = `\n${' '.repeat(width + 3)}`;
  const lines = fields.map(
    ([name, cell]) => `${inOneLine(name).padEnd(width)} : ${printable(cellText(cell)).replaceAll('\n', below)}`,
  );
  return `${lines.join('\n')}\n\n`;
}

function inOneLine(name: string): string {
  return printable(name).replaceAll('\n', '\\n');
}

function cellText(value: JsonValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `{${value.map(cellText).join(', ')}}`;
  return JSON.stringify(value);
}

/** An error record as PowerShell's own host prints it, category and FullyQualifiedErrorId included. */
export function errorRecordText(record: ErrorRecord): string {
  const target = `: (${record.targetName}:${record.targetType})`;
  const reason = record.reason === '' ? '' : `, ${record.reason}`;
  const lines = [
    `${record.activity === '' ? '' : `${record.activity} : `}${record.message}`,
    `    + CategoryInfo          : ${record.category}${target} [${record.activity}]${reason}`,
    `    + FullyQualifiedErrorId : ${record.fullyQualifiedErrorId}`,
  ];
  if (record.recommendedAction !== '') lines.push(`    + RecommendedAction     : ${record.recommendedAction}`);
  return `${printable(lines.join('\n'))}\n`;
}
