import { decodeAvPairs, type AvPairs } from './av-pairs.ts';
import { FLAG, hasFlag } from './flags.ts';

/** CHALLENGE_MESSAGE as far as NTLMv2 needs it. Source: MS-NLMP 2.2.1.2. */
export interface ChallengeMessage {
  readonly flags: number;
  /** 8 bytes. */
  readonly serverChallenge: Uint8Array;
  /** Empty when the server sent no TargetInfo. */
  readonly targetInfo: AvPairs;
}

/** AUTHENTICATE_MESSAGE as it is written. Source: MS-NLMP 2.2.1.3. */
export interface AuthenticateMessage {
  readonly flags: number;
  readonly domain: string;
  readonly user: string;
  readonly workstation: string;
  readonly lmResponse: Uint8Array;
  readonly ntResponse: Uint8Array;
  /** Empty without key exchange. */
  readonly encryptedSessionKey: Uint8Array;
}

/** Where the MIC stands in an AUTHENTICATE message, and how long it is. */
const MIC_OFFSET = 72;
const MIC_LENGTH = 16;

const SIGNATURE = Buffer.from('NTLMSSP\0', 'latin1');
/** Windows 10.0, NTLMSSP revision 15: what the VERSION flag promises (MS-NLMP 2.2.2.10). */
const VERSION = Uint8Array.of(10, 0, 0, 0, 0, 0, 0, 15);
const CHALLENGE_HEADER = 56;
const AUTHENTICATE_HEADER = 88;

/** Whether the token begins as a raw NTLMSSP message of this type. */
export function isNtlmMessage(token: Uint8Array, type: 1 | 2 | 3): boolean {
  const bytes = asBuffer(token);
  return bytes.length >= 12 && bytes.subarray(0, 8).equals(SIGNATURE) && bytes.readUInt32LE(8) === type;
}

/** NEGOTIATE_MESSAGE, 40 bytes with Version: gss-ntlmssp 1.2.0 refuses the shorter form. Source: MS-NLMP 2.2.1.1. */
export function encodeNegotiate(flags: number): Uint8Array {
  const bytes = Buffer.alloc(40);
  writeStart(bytes, 1);
  bytes.writeUInt32LE(flags, 12);
  bytes.set(VERSION, 32);
  return bytes;
}

/** The flags of a NEGOTIATE message, which may be as short as 16 bytes; null when it is not one. */
export function decodeNegotiate(token: Uint8Array): { readonly flags: number } | null {
  if (!isNtlmMessage(token, 1) || token.length < 16) return null;
  return { flags: asBuffer(token).readUInt32LE(12) };
}

/** CHALLENGE_MESSAGE with Version. `targetInfo` is an encoded list, end mark included. Source: MS-NLMP 2.2.1.2. */
export function encodeChallenge(message: {
  readonly flags: number;
  readonly serverChallenge: Uint8Array;
  readonly targetName: string;
  readonly targetInfo: Uint8Array;
}): Uint8Array {
  const name = Buffer.from(message.targetName, hasFlag(message.flags, FLAG.unicode) ? 'utf16le' : 'latin1');
  const bytes = Buffer.alloc(CHALLENGE_HEADER);
  writeStart(bytes, 2);
  writeField(bytes, 12, name.length, CHALLENGE_HEADER);
  bytes.writeUInt32LE(message.flags, 20);
  bytes.set(message.serverChallenge, 24);
  writeField(bytes, 40, message.targetInfo.length, CHALLENGE_HEADER + name.length);
  bytes.set(VERSION, 48);
  return Buffer.concat([bytes, name, message.targetInfo]);
}

/** Reads a CHALLENGE message; null when it is cut, points outside itself, or its TargetInfo is malformed. */
export function decodeChallenge(token: Uint8Array): ChallengeMessage | null {
  const bytes = asBuffer(token);
  if (!isNtlmMessage(bytes, 2) || bytes.length < 32) return null;
  const flags = bytes.readUInt32LE(20);
  const serverChallenge = bytes.subarray(24, 32);
  if (!hasFlag(flags, FLAG.targetInfo)) return { flags, serverChallenge, targetInfo: new Map() };
  const encoded = readField(bytes, 40);
  const targetInfo = encoded && decodeAvPairs(encoded);
  return targetInfo === null ? null : { flags, serverChallenge, targetInfo };
}

/** AUTHENTICATE_MESSAGE with Version and 16 zero bytes where the MIC goes. Texts are Unicode. */
export function encodeAuthenticate(message: AuthenticateMessage): Uint8Array {
  const fields: readonly (readonly [offset: number, value: Uint8Array])[] = [
    [28, Buffer.from(message.domain, 'utf16le')],
    [36, Buffer.from(message.user, 'utf16le')],
    [44, Buffer.from(message.workstation, 'utf16le')],
    [12, message.lmResponse],
    [20, message.ntResponse],
    [52, message.encryptedSessionKey],
  ];
  const bytes = Buffer.alloc(AUTHENTICATE_HEADER);
  writeStart(bytes, 3);
  bytes.writeUInt32LE(message.flags, 60);
  bytes.set(VERSION, 64);
  let end = AUTHENTICATE_HEADER;
  for (const [offset, value] of fields) {
    writeField(bytes, offset, value.length, end);
    end += value.length;
  }
  return Buffer.concat([bytes, ...fields.map(([, value]) => value)]);
}

/** Reads an AUTHENTICATE message; null when it is cut or points outside itself. The MIC is read apart (readMic). */
export function decodeAuthenticate(token: Uint8Array): AuthenticateMessage | null {
  const bytes = asBuffer(token);
  if (!isNtlmMessage(bytes, 3) || bytes.length < 64) return null;
  const flags = bytes.readUInt32LE(60);
  // OEM text is one byte for one letter here, which is what curl sends and what it hashes.
  const encoding = hasFlag(flags, FLAG.unicode) ? 'utf16le' : 'latin1';
  const lmResponse = readField(bytes, 12);
  const ntResponse = readField(bytes, 20);
  const domain = readField(bytes, 28)?.toString(encoding);
  const user = readField(bytes, 36)?.toString(encoding);
  const workstation = readField(bytes, 44)?.toString(encoding);
  const encryptedSessionKey = readField(bytes, 52);
  if (lmResponse === null || ntResponse === null || encryptedSessionKey === null) return null;
  if (domain === undefined || user === undefined || workstation === undefined) return null;
  return { flags, domain, user, workstation, lmResponse, ntResponse, encryptedSessionKey };
}

/** The MIC field of an AUTHENTICATE message; null when the message is too short to have one. */
export function readMic(token: Uint8Array): Uint8Array | null {
  return token.length < AUTHENTICATE_HEADER ? null : token.subarray(MIC_OFFSET, MIC_OFFSET + MIC_LENGTH);
}

/** The message with `mic` (16 bytes) in its MIC field; zeros give what the MIC is computed over. */
export function withMic(token: Uint8Array, mic: Uint8Array): Uint8Array {
  const bytes = Buffer.from(token);
  bytes.set(mic, MIC_OFFSET);
  return bytes;
}

function writeStart(bytes: Buffer, type: number): void {
  bytes.set(SIGNATURE, 0);
  bytes.writeUInt32LE(type, 8);
}

function writeField(bytes: Buffer, offset: number, length: number, at: number): void {
  bytes.writeUInt16LE(length, offset);
  bytes.writeUInt16LE(length, offset + 2);
  bytes.writeUInt32LE(at, offset + 4);
}

function readField(bytes: Buffer, offset: number): Buffer | null {
  if (offset + 8 > bytes.length) return null;
  const length = bytes.readUInt16LE(offset);
  const at = bytes.readUInt32LE(offset + 4);
  if (length === 0) return bytes.subarray(0, 0);
  return at + length > bytes.length ? null : bytes.subarray(at, at + length);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
