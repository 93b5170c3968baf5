import type { PsScalar } from '../../../main/psrp/clixml/values.ts';

/** .NET counts 100 ns ticks from 0001-01-01; JavaScript's epoch stands at this many. */
const EPOCH_TICKS = 621_355_968_000_000_000n;
const TICKS_PER_MS = 10_000n;
const TICKS = { D: 864_000_000_000n, H: 36_000_000_000n, M: 600_000_000n, S: 10_000_000n } as const;

/** A scalar's value in the words of host/Describe.cs: ticks for times, hex for bytes, else its text. */
export function scalarFacts(scalar: PsScalar): string {
  if (scalar.kind === 'DT') return timeFacts(scalar.text);
  if (scalar.kind === 'TS') return String(durationTicks(scalar.text));
  if (scalar.kind === 'BA') return Buffer.from(scalar.text, 'base64').toString('hex');
  return scalar.text;
}

/** The inverse of a time's facts; a local time is written with the offset +09:00. */
export function timeText(facts: string): string {
  const [kind = '', ticksText = ''] = facts.split(':');
  const shown = BigInt(ticksText) + (kind === 'Local' ? 9n * TICKS.H : 0n);
  const sinceEpoch = shown - EPOCH_TICKS;
  const seconds = new Date(Number(sinceEpoch / TICKS_PER_MS)).toISOString().slice(0, 19);
  const zone = { Utc: 'Z', Local: '+09:00' }[kind] ?? '';
  return `${seconds}.${String(sinceEpoch % TICKS.S).padStart(7, '0')}${zone}`;
}

/** The inverse of a span's facts, in the fewest parts. */
export function durationText(ticks: bigint): string {
  const [minus, size] = ticks < 0n ? ['-', -ticks] : ['', ticks];
  const seconds = `${(size % TICKS.M) / TICKS.S}.${String(size % TICKS.S).padStart(7, '0')}`;
  return `${minus}P${size / TICKS.D}DT${(size % TICKS.D) / TICKS.H}H${(size % TICKS.H) / TICKS.M}M${seconds}S`;
}

/** An xs:double's 64 bits as hex, most significant first; NaN is `NaN`. */
export function doubleBits(text: string): string {
  const value = xsNumber(text);
  if (Number.isNaN(value)) return 'NaN';
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

/** An xs:float's 32 bits as hex. */
export function singleBits(text: string): string {
  const value = xsNumber(text);
  if (Number.isNaN(value)) return 'NaN';
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  return view.getUint32(0).toString(16).padStart(8, '0');
}

function xsNumber(text: string): number {
  if (text === 'NaN') return Number.NaN;
  if (/^-?INF$/.test(text)) return text === 'INF' ? Infinity : -Infinity;
  return Number(text);
}

/** `Utc:ticks`, `Local:ticks of the same moment in UTC` or `Unspecified:ticks`. */
function timeFacts(text: string): string {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,7}))?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (found === null) throw new Error(`no xs:dateTime: ${text}`);
  const [, seconds, fraction, zone] = found;
  const wholeMs = BigInt(Date.parse(`${seconds ?? ''}${zone ?? 'Z'}`));
  const ticks = wholeMs * TICKS_PER_MS + BigInt((fraction ?? '').padEnd(7, '0')) + EPOCH_TICKS;
  const kind = zone === undefined ? 'Unspecified' : zone === 'Z' ? 'Utc' : 'Local';
  return `${kind}:${ticks}`;
}

function durationTicks(text: string): bigint {
  const found = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,7}))?S)?)?$/.exec(text);
  if (found === null) throw new Error(`no xs:duration: ${text}`);
  const [, minus, days, hours, minutes, seconds, fraction] = found;
  const ticks =
    BigInt(days ?? 0) * TICKS.D +
    BigInt(hours ?? 0) * TICKS.H +
    BigInt(minutes ?? 0) * TICKS.M +
    BigInt(seconds ?? 0) * TICKS.S +
    BigInt((fraction ?? '').padEnd(7, '0'));
  return minus === undefined ? ticks : -ticks;
}
