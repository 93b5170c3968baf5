import { createHash, createHmac } from 'node:crypto';
import { FLAG, hasFlag } from './flags.ts';
import { rc4 } from './rc4.ts';

/** What an NTLM sign-in leaves behind for signing. */
export interface NtlmSession {
  /** ExportedSessionKey, 16 bytes. */
  readonly exportedKey: Uint8Array;
  /** NegotiateFlags that both sides agreed to. */
  readonly flags: number;
  /** Whether the AUTHENTICATE message bore a MIC: who sends one sends a mechListMIC too, as Windows does. */
  readonly mic: boolean;
}

/** Who signs. */
type Side = 'client' | 'server';

const DIRECTION = { client: 'client-to-server', server: 'server-to-client' } as const;

/**
 * GSS_GetMIC of NTLM with extended session security, 16 bytes, with RC4 at its start; null where the two sides agreed on
 * no signing. `sequence` is the number of the message, from 0. A mechListMIC has number 0, and RC4 is set back to its
 * start after it, so that the first message an application signs has number 1 and RC4 at its start once more (MS-SPNG
 * 3.3.5.1; gss-ntlmssp does the same, e2e/peers/ntlm). Nothing of ours is signed after that: TLS protects it. Source:
 * MS-NLMP 3.4.4.2 and 3.4.5.
 */
export function ntlmSignature(
  session: NtlmSession,
  from: Side,
  sequence: number,
  message: Uint8Array,
): Uint8Array | null {
  const { exportedKey, flags } = session;
  if (!hasFlag(flags, FLAG.sign) || !hasFlag(flags, FLAG.extendedSessionSecurity)) return null;
  const number = uint32(sequence);
  const digest = createHmac('md5', derived(exportedKey, from, 'signing'))
    .update(number)
    .update(message)
    .digest();
  const checksum = digest.subarray(0, 8);
  const sealed = hasFlag(flags, FLAG.keyExchange)
    ? rc4(derived(weakened(exportedKey, flags), from, 'sealing'), checksum)
    : checksum;
  return Buffer.concat([uint32(1), sealed, number]);
}

/** SIGNKEY and SEALKEY (MS-NLMP 3.4.5.2, 3.4.5.3). */
function derived(key: Uint8Array, from: Side, use: 'signing' | 'sealing'): Uint8Array {
  const constant = `session key to ${DIRECTION[from]} ${use} key magic constant\0`;
  return createHash('md5').update(key).update(constant, 'latin1').digest();
}

function weakened(key: Uint8Array, flags: number): Uint8Array {
  if (hasFlag(flags, FLAG.key128)) return key;
  return key.subarray(0, hasFlag(flags, FLAG.key56) ? 7 : 5);
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
