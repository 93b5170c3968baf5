/** NegotiateFlags that this sign-in reads or sets. Source: MS-NLMP 2.2.2.5. */
export const FLAG = {
  unicode: 0x00000001,
  oem: 0x00000002,
  requestTarget: 0x00000004,
  sign: 0x00000010,
  seal: 0x00000020,
  ntlm: 0x00000200,
  alwaysSign: 0x00008000,
  targetTypeDomain: 0x00010000,
  extendedSessionSecurity: 0x00080000,
  targetInfo: 0x00800000,
  version: 0x02000000,
  key128: 0x20000000,
  keyExchange: 0x40000000,
  key56: 0x80000000,
} as const;

/**
 * What the client offers. Sign is asked for although TLS does the signing: newer servers exchange a session key only
 * when Sign or Seal was negotiated (MS-NLMP 3.1.5.1.2), and the MIC hangs on that key.
 */
export const CLIENT_FLAGS =
  (FLAG.unicode |
    FLAG.requestTarget |
    FLAG.sign |
    FLAG.ntlm |
    FLAG.alwaysSign |
    FLAG.extendedSessionSecurity |
    FLAG.targetInfo |
    FLAG.version |
    FLAG.key128 |
    FLAG.keyExchange |
    FLAG.key56) >>>
  0;

/** Whether `flags` has `flag`. */
export function hasFlag(flags: number, flag: number): boolean {
  return (flags & flag) !== 0;
}
