import { createHmac } from 'node:crypto';
import md4 from 'js-md4';

/** The NTLMv2 answer to a challenge, and the key that comes out of it. */
export interface NtlmV2Response {
  /** NTProofStr and blob, as sent in NtChallengeResponse. */
  readonly response: Uint8Array;
  /** 16 bytes; for NTLMv2 also the key exchange key (MS-NLMP 3.4.5.1). */
  readonly sessionBaseKey: Uint8Array;
}

/** Letters that Unicode's upper-case mapping changes and Windows' own table leaves alone: dotless i, long s, micro. */
const NOT_UPPERCASED_BY_WINDOWS: ReadonlySet<string> = new Set(['\u0131', '\u017f', '\u00b5']);

/**
 * NTOWFv2: the key of an account, 16 bytes. `user` is upper-cased as Windows does it, one UTF-16 unit for one; `domain`
 * is used as it stands. Source: MS-NLMP 3.3.2.
 */
export function ntowfv2(password: string, user: string, domain: string): Uint8Array {
  const passwordHash = Buffer.from(md4.arrayBuffer(Buffer.from(password, 'utf16le')));
  return hmacMd5(passwordHash, Buffer.from(windowsUppercase(user) + domain, 'utf16le'));
}

/** NTLMv2 response over a ready blob (NTLMv2_CLIENT_CHALLENGE, MS-NLMP 2.2.2.7). Source: MS-NLMP 3.3.2. */
export function ntlmV2Response(key: Uint8Array, serverChallenge: Uint8Array, blob: Uint8Array): NtlmV2Response {
  const proof = hmacMd5(key, serverChallenge, blob);
  return { response: Buffer.concat([proof, blob]), sessionBaseKey: hmacMd5(key, proof) };
}

/** LMv2 response, 24 bytes; sent only to servers that gave no timestamp. Source: MS-NLMP 3.3.2. */
export function lmV2Response(key: Uint8Array, serverChallenge: Uint8Array, clientChallenge: Uint8Array): Uint8Array {
  return Buffer.concat([hmacMd5(key, serverChallenge, clientChallenge), clientChallenge]);
}

/**
 * The blob a client signs: versions, `timestamp` (8 bytes FILETIME), `clientChallenge` (8 bytes) and the AV pairs with
 * their end mark. Source: MS-NLMP 2.2.2.7 and the `temp` of 3.3.2, whose last four zero bytes are kept.
 */
export function ntlmV2Blob(timestamp: Uint8Array, clientChallenge: Uint8Array, avPairs: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0), timestamp, clientChallenge, ZERO4, avPairs, ZERO4]);
}

/** MIC over the three messages, the last with zeros in its MIC field. Source: MS-NLMP 3.1.5.1.2. */
export function messageIntegrityCode(exportedKey: Uint8Array, ...messages: readonly Uint8Array[]): Uint8Array {
  return hmacMd5(exportedKey, ...messages);
}

/** FILETIME of a Unix time in milliseconds: 8 bytes, 100 ns units since 1601, little-endian. Source: MS-DTYP 2.3.3. */
export function fileTime(unixMs: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE((BigInt(Math.trunc(unixMs)) + 11_644_473_600_000n) * 10_000n);
  return bytes;
}

const ZERO4 = new Uint8Array(4);

function hmacMd5(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  const hmac = createHmac('md5', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

function windowsUppercase(text: string): string {
  return text
    .split('')
    .map((unit) => {
      const upper = unit.toUpperCase();
      // Windows maps unit for unit: sharp s stays, where JavaScript would write SS.
      return upper.length === 1 && !NOT_UPPERCASED_BY_WINDOWS.has(unit) ? upper : unit;
    })
    .join('');
}
