import { constants, generateKeyPairSync, publicEncrypt } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicKeyBlob, publicKeyOf } from './public-key.ts';
import { keyPairOf, newKeyPair, sealSessionKey, type KeyPair } from './session-key.ts';
import { openText, sealText } from './secure-text.ts';

const KEY = new Uint8Array(32).map((_, at) => at * 7);
const HEADER = Buffer.from('010200001066000000a40000', 'hex');

let pair: KeyPair;
beforeAll(async () => {
  pair = await newKeyPair();
});

describe('a public key', () => {
  it('is a blob of 276 bytes, and read back', () => {
    const blob = Buffer.from(pair.publicKey, 'base64');
    expect(blob).toHaveLength(276);
    expect(blob.subarray(0, 20).toString('hex')).toBe('0602000000a40000525341310008000001000100');
    expect(publicKeyBlob(publicKeyOf(pair.publicKey))).toBe(pair.publicKey);
  });

  it('is malformed when it is shorter, of another kind, or no key at all', () => {
    const blob = Buffer.from(pair.publicKey, 'base64');
    const other = Buffer.from(blob).fill(7, 0, 1);
    const zero = Buffer.from(blob).fill(0, 16);
    for (const wrong of [blob.subarray(1), other, zero, Buffer.alloc(0)]) {
      expect(() => publicKeyOf(wrong.toString('base64'))).toThrow(/powershell.message-malformed/);
    }
  });
});

describe('a session key', () => {
  it('comes out as it went in', () => {
    expect(pair.open(sealSessionKey(pair.publicKey, KEY))).toEqual(KEY);
  });

  it.each([
    ['of another length', KEY.subarray(1)],
    ['longer than one', new Uint8Array(33).fill(9)],
    ['empty', new Uint8Array(0)],
  ])('%s is malformed', (_what, key) => {
    expect(() => pair.open(sealSessionKey(pair.publicKey, key))).toThrow(/powershell.message-malformed/);
  });

  it('with a wrong padding is malformed, whatever is wrong with it', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const own = keyPairOf(publicKey, privateKey);
    const block = Buffer.alloc(256, 0x55);
    block.set([0, 2], 0);
    block[256 - 33] = 0;
    const sealed = (change: (block: Buffer) => void): string => {
      const changed = Buffer.from(block);
      change(changed);
      const bytes = publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, changed);
      return Buffer.concat([HEADER, bytes.reverse()]).toString('base64');
    };
    expect(own.open(sealed(() => undefined))).toEqual(new Uint8Array(32).fill(0x55));
    for (const [at, byte] of [
      [1, 1],
      [2, 0],
      [100, 0],
      [222, 0],
      [223, 1],
    ] as const) {
      expect(() => own.open(sealed((changed) => (changed[at] = byte))), String(at)).toThrow(/message-malformed/);
    }
    const { n = '' } = publicKey.export({ format: 'jwk' });
    const modulus = Buffer.concat([HEADER, Buffer.from(n, 'base64url').reverse()]).toString('base64');
    expect(() => own.open(modulus)).toThrow(/message-malformed/);
    expect(() => own.open('AAAA')).toThrow(/message-malformed/);
  });
});

describe('a secure string', () => {
  it.each(['', 'p@ss', '한국어 \u{1f600}', 'x'.repeat(1000)])('%s comes out as it went in', (text) => {
    const sealed = sealText(KEY, text);
    expect(sealed.kind).toBe('SS');
    expect(openText(KEY, sealed.text)).toBe(text);
    expect(sealed.text).not.toContain(text === '' ? '\0' : text);
  });

  it('is what openssl makes of the same', () => {
    // printf 'p\0w\0' | openssl enc -aes-256-cbc -K 00..1f -iv 0 -base64
    const key = new Uint8Array(32).map((_, at) => at);
    expect(sealText(key, 'pw').text).toBe('RSSh1jabF9QG2pyGFWxMAg==');
  });

  it('of another key is malformed', () => {
    const other = new Uint8Array(32).fill(1);
    expect(() => openText(other, sealText(KEY, 'text of some length').text)).toThrow(/message-malformed/);
    expect(() => openText(KEY, 'AAAA')).toThrow(/message-malformed/);
  });
});
