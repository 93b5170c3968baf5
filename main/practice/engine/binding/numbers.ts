import type { PsValue } from '../../../psrp/clixml/values.ts';

/** Whole-number types and what they hold. 64-bit ranges beyond a JavaScript number's are cut to it. */
export const INTEGER_RANGES: Readonly<Record<string, { readonly min: number; readonly max: number }>> = {
  'System.Int32': { min: -2147483648, max: 2147483647 },
  'System.UInt16': { min: 0, max: 65535 },
  'System.UInt32': { min: 0, max: 4294967295 },
  'System.UInt64': { min: 0, max: Number.MAX_SAFE_INTEGER },
};

const MULTIPLIERS: Readonly<Record<string, number>> = { kb: 2 ** 10, mb: 2 ** 20, gb: 2 ** 30, tb: 2 ** 40 };
const NUMERIC_KINDS: ReadonlySet<string> = new Set(['By', 'SB', 'U16', 'I16', 'U32', 'U64', 'Sg', 'Db', 'D']);

/**
 * The number a value stands for, as PowerShell reads it: numbers, booleans, a character by its code, and texts such as
 * `3`, ` +3 `, `0x1F`, `4e2`, `1,000`, `2kb`, or empty = 0. Undefined where it stands for none. Seen with
 * System.Management.Automation 7.6 (LanguagePrimitives.ConvertTo).
 */
export function numberOf(value: PsValue): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return numberInText(value);
  if (value === null) return undefined;
  if (value.kind === 'Obj') return value.base === undefined ? undefined : numberOf(value.base);
  if (value.kind === 'C') return Number(value.text);
  return NUMERIC_KINDS.has(value.kind) ? specialNumber(value.text) : undefined;
}

/** Rounds half to even, as Convert.ToUInt32 does. */
export function rounded(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

function numberInText(text: string): number | undefined {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === '') return 0;
  if (/^[+-]?0x[0-9a-f]+$/.test(trimmed)) {
    const sign = trimmed.startsWith('-') ? -1 : 1;
    return sign * Number.parseInt(trimmed.replace(/^[+-]/, '').slice(2), 16);
  }
  const parts = /^([+-]?[\d,]*\.?\d*(?:e[+-]?\d+)?)(kb|mb|gb|tb)?$/.exec(trimmed);
  if (parts === null || !/\d/.test(parts[1] ?? '')) return undefined;
  return Number((parts[1] ?? '').replaceAll(',', '')) * (MULTIPLIERS[parts[2] ?? ''] ?? 1);
}

function specialNumber(text: string): number {
  if (text === 'INF') return Infinity;
  return text === '-INF' ? -Infinity : Number(text);
}
