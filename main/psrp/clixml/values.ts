/**
 * PowerShell values as they stand in CLIXML (MS-PSRP 2.2.5), kept without loss.
 *
 * The frequent kinds are plain JavaScript values: Nil = null, S = string, B = boolean, I32 = number, I64 = bigint.
 * Every other primitive keeps its kind beside its text, for no JavaScript type holds it without loss.
 */
export type PsValue = null | string | boolean | number | bigint | PsScalar | PsObject;

/** The CLIXML tags that are neither a plain JavaScript value nor a complex object. */
export type PsScalarKind =
  | 'C' // one UTF-16 code unit, as a decimal number
  | 'DT' // ISO 8601, seven fractional digits; "Z", an offset or nothing at its end are three different kinds
  | 'TS' // ISO 8601 duration
  | 'By'
  | 'SB'
  | 'U16'
  | 'I16'
  | 'U32'
  | 'U64'
  | 'Sg'
  | 'Db'
  | 'D'
  | 'BA' // base64
  | 'G'
  | 'URI'
  | 'Version'
  | 'XD'
  | 'SBK'
  | 'SS'; // encrypted SecureString, base64

/** A primitive whose text is kept exactly as PowerShell wrote it (escapes resolved). */
export interface PsScalar {
  readonly kind: PsScalarKind;
  readonly text: string;
}

export type PsListKind = 'LST' | 'IE' | 'QUE' | 'STK';

export interface PsObject {
  readonly kind: 'Obj';
  /** Type names, most derived first; empty where the sender gave no TN. */
  readonly types: readonly string[];
  /** ToString, or null where the sender gave none. */
  readonly text: string | null;
  /** The un-named primitive inside (an enum's number, a string with note properties), or undefined. */
  readonly base: PsValue | undefined;
  /** Props: adapted properties in document order. */
  readonly adapted: ReadonlyMap<string, PsValue>;
  /** MS: extended (note) properties in document order. A name in both is read from here. */
  readonly extended: ReadonlyMap<string, PsValue>;
  readonly list: { readonly kind: PsListKind; readonly items: readonly PsValue[] } | undefined;
  readonly dictionary: readonly (readonly [key: PsValue, value: PsValue])[] | undefined;
}
