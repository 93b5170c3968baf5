import { describe, expect, test } from 'vitest';
import { FLAG } from './flags.ts';
import { ntlmSignature, type NtlmSession } from './signature.ts';

describe('NTLM signatures', () => {
  const session: NtlmSession = {
    exportedKey: new Uint8Array(16).fill(0x55),
    flags: (FLAG.sign | FLAG.extendedSessionSecurity | FLAG.key128) >>> 0,
    mic: true,
  };
  const plain = Buffer.from('Plaintext', 'utf16le');

  test('the checksum of MS-NLMP 4.2.4.4', () => {
    const signature = Buffer.from(ntlmSignature(session, 'client', 0, plain) ?? []);
    expect(signature.toString('hex')).toBe('0100000070352851f256430900000000');
  });

  test('with key exchange it is under the first bytes of the RC4 stream of 4.2.4.4', () => {
    const keyed = { ...session, flags: (session.flags | FLAG.keyExchange) >>> 0 };
    const sealed = Buffer.from('54e50165bf1936dc', 'hex');
    const stream = sealed.map((byte, index) => byte ^ (plain[index] ?? 0));
    const checksum = Buffer.from('70352851f2564309', 'hex').map((byte, index) => byte ^ (stream[index] ?? 0));
    const signature = Buffer.from(ntlmSignature(keyed, 'client', 0, plain) ?? []);
    expect(signature.subarray(4, 12).toString('hex')).toBe(Buffer.from(checksum).toString('hex'));
  });

  test('the two sides, the numbers and the strengths of keys sign differently; without Sign nobody does', () => {
    const keyed = (session.flags | FLAG.keyExchange) >>> 0;
    const made = [
      ntlmSignature({ ...session, flags: keyed }, 'client', 0, plain),
      ntlmSignature({ ...session, flags: keyed }, 'server', 0, plain),
      ntlmSignature({ ...session, flags: keyed }, 'client', 1, plain),
      ntlmSignature({ ...session, flags: (keyed & ~FLAG.key128) | FLAG.key56 }, 'client', 0, plain),
      ntlmSignature({ ...session, flags: keyed & ~FLAG.key128 }, 'client', 0, plain),
    ].map((signature) => Buffer.from(signature ?? []).toString('hex'));
    expect(new Set(made).size).toBe(5);
    expect(ntlmSignature({ ...session, flags: keyed & ~FLAG.sign }, 'client', 0, plain)).toBeNull();
  });
});
