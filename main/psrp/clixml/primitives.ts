import { failure, type Failure } from '../../../shared/errors.ts';

const INTEGER = /^[+-]?[0-9]+$/;
const I64_LEAST = -(2n ** 63n);
const I64_MOST = 2n ** 63n - 1n;

/** Reads the text of a B as .NET's XmlConvert does: true, false, 1 or 0, white space around it ignored (MS-PSRP 2.2.5.1.3). */
export function booleanOf(text: string): boolean {
  if (text === 'true') return true;
  if (text === 'false') return false;
  const trimmed = text.trim();
  if (trimmed === 'true' || trimmed === '1') return true;
  if (trimmed === 'false' || trimmed === '0') return false;
  throw malformedPrimitive('B');
}

/** Reads the text of an I32: decimal digits and a sign, -2147483648 to 2147483647 (MS-PSRP 2.2.5.1.11). */
export function i32Of(text: string): number {
  const trimmed = text.trim();
  const number = Number(trimmed);
  if (!INTEGER.test(trimmed) || !isI32(number)) throw malformedPrimitive('I32');
  return number | 0;
}

/** Reads the text of an I64: decimal digits and a sign, -2^63 to 2^63-1 (MS-PSRP 2.2.5.1.13). */
export function i64Of(text: string): bigint {
  const trimmed = text.trim();
  // 20 characters hold any I64; without the limit a hostile digit string would cost quadratic time.
  if (trimmed.length > 40 || !INTEGER.test(trimmed)) throw malformedPrimitive('I64');
  const number = BigInt(trimmed.startsWith('+') ? trimmed.slice(1) : trimmed);
  if (!isI64(number)) throw malformedPrimitive('I64');
  return number;
}

/** Whether a number is one an I32 holds; -0 is, and is written 0. */
export function isI32(number: number): boolean {
  return (number | 0) === number;
}

/** Whether a number is one an I64 holds. */
export function isI64(number: bigint): boolean {
  return number >= I64_LEAST && number <= I64_MOST;
}

function malformedPrimitive(tag: string): Failure {
  return failure('powershell.message-malformed', { reason: `text that is no ${tag}` });
}
