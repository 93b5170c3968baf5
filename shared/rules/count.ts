import { cmdletParameter } from '../cmdlets/index.ts';

/** The numbers something takes. */
export interface CountRange {
  readonly min: number;
  readonly max: number;
}

/** What the types of .NET hold that parameters of our cmdlets have. */
const TYPE_RANGES: Readonly<Record<string, CountRange>> = {
  'System.UInt16': { min: 0, max: 65_535 },
  'System.UInt32': { min: 0, max: 4_294_967_295 },
  // As far as a number here is exact.
  'System.UInt64': { min: 0, max: Number.MAX_SAFE_INTEGER },
};

/** The numbers a parameter takes: the documented range, else that of its type. Throws for one that takes no number. */
export function parameterRange(cmdlet: string, parameter: string): CountRange {
  const fact = cmdletParameter(cmdlet, parameter);
  const range = fact === null ? undefined : (fact.range ?? TYPE_RANGES[fact.type]);
  if (range === undefined) throw new Error(`${parameter} of ${cmdlet} takes no number`);
  return range;
}

/** Whether a number is whole and within a range. */
export function isCount(value: number, { min, max }: CountRange): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
