import { describe, expect, test } from 'vitest';
import { AV, decodeAvPairs, encodeAvPairs } from './av-pairs.ts';
import { decodeAuthenticate, decodeChallenge, encodeChallenge } from './messages.ts';
import { fileTime, lmV2Response, ntlmV2Blob, ntlmV2Response, ntowfv2 } from './ntlmv2.ts';
import { rc4 } from './rc4.ts';

/** Common values of MS-NLMP 4.2.1 and what 4.2.4 computes from them. */
const serverChallenge = hex('0123456789abcdef');
const clientChallenge = hex('aaaaaaaaaaaaaaaa');
const targetInfo = hex('02000c0044006f006d00610069006e0001000c0053006500720076006500720000000000');
const key = ntowfv2('Password', 'User', 'Domain');

describe('MS-NLMP 4.2.4', () => {
  test('4.2.4.1.1 NTOWFv2', () => expect(text(key)).toBe('0c868a403bfd7a93a3001ef22ef02e3f'));

  const blob = ntlmV2Blob(new Uint8Array(8), clientChallenge, targetInfo);
  const { response, sessionBaseKey } = ntlmV2Response(key, serverChallenge, blob);

  test('4.2.4.1.2 session base key', () => expect(text(sessionBaseKey)).toBe('8de40ccadbc14a82f15cb0ad0de95ca3'));

  test('4.2.4.1.3 temp', () => {
    expect(text(blob)).toBe(`01010000000000000000000000000000aaaaaaaaaaaaaaaa00000000${text(targetInfo)}00000000`);
  });

  test('4.2.4.2.1 LMv2 response', () => {
    const expected = '86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa';
    expect(text(lmV2Response(key, serverChallenge, clientChallenge))).toBe(expected);
  });

  test('4.2.4.2.2 NTLMv2 response', () => {
    expect(text(response.subarray(0, 16))).toBe('68cd0ab851e51c96aabc927bebef6a1c');
  });

  test('4.2.4.2.3 encrypted session key', () => {
    const randomSessionKey = new Uint8Array(16).fill(0x55);
    expect(text(rc4(sessionBaseKey, randomSessionKey))).toBe('c5dad2544fc9799094ce1ce90bc9d03e');
  });

  test('4.2.4.3 the CHALLENGE message is read as it was made', () => {
    const message = decodeChallenge(
      hex(
        '4e544c4d53535000020000000c000c003800000033828ae20123456789abcdef00000000000000002400240044000000' +
          '060070170000000f530065007200760065007200' +
          text(targetInfo),
      ),
    );
    expect(message?.flags).toBe(0xe28a8233);
    expect(text(message?.serverChallenge)).toBe('0123456789abcdef');
    expect(text(encodeAvPairs(message?.targetInfo ?? new Map()))).toBe(text(targetInfo));
  });

  test('4.2.4.3 the AUTHENTICATE message is read as it was made', () => {
    const lm = '86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa';
    const message = decodeAuthenticate(
      hex(
        '4e544c4d5353500003000000180018006c00000054005400840000000c000c00480000000800080054000000' +
          '100010005c00000010001000d8000000358288e20501280a0000000f' +
          '44006f006d00610069006e00' +
          '5500730065007200' +
          '43004f004d0050005500540045005200' +
          lm +
          text(response) +
          'c5dad2544fc9799094ce1ce90bc9d03e',
      ),
    );
    expect(message).toMatchObject({ flags: 0xe2888235, domain: 'Domain', user: 'User', workstation: 'COMPUTER' });
    expect(text(message?.lmResponse)).toBe(lm);
    expect(text(message?.ntResponse)).toBe(text(response));
    expect(text(message?.encryptedSessionKey)).toBe('c5dad2544fc9799094ce1ce90bc9d03e');
  });
});

describe('RC4', () => {
  test.each([
    ['Key', 'Plaintext', 'bbf316e8d940af0ad3'],
    ['Wiki', 'pedia', '1021bf0420'],
    ['Secret', 'Attack at dawn', '45a01f645fc35b383552544b9bf5'],
  ])('%s over %s', (secret, plain, expected) => {
    expect(text(rc4(Buffer.from(secret), Buffer.from(plain)))).toBe(expected);
  });
});

describe('names', () => {
  test('the user counts without case, the domain with it', () => {
    expect(text(ntowfv2('p', 'ANA', 'Contoso'))).toBe(text(ntowfv2('p', 'ana', 'Contoso')));
    expect(text(ntowfv2('p', 'ana', 'CONTOSO'))).not.toBe(text(ntowfv2('p', 'ana', 'Contoso')));
  });

  test.each(['ß', 'ı', 'ſ', 'µ'])('%s stays as it is, as in the table of Windows', (letter) => {
    expect(text(ntowfv2('p', `a${letter}`, ''))).toBe(text(ntowfv2('p', `A${letter}`, '')));
    expect(text(ntowfv2('p', letter, ''))).not.toBe(text(ntowfv2('p', letter.toUpperCase(), '')));
  });

  test('é is upper-cased', () => expect(text(ntowfv2('p', 'é', ''))).toBe(text(ntowfv2('p', 'É', ''))));
});

describe('AV pairs', () => {
  test('keep their order and their unknown ids', () => {
    const pairs = new Map([
      [AV.dnsDomain, hex('6100')],
      [77, hex('01')],
    ]);
    expect([...(decodeAvPairs(encodeAvPairs(pairs)) ?? [])].map(([id]) => id)).toEqual([AV.dnsDomain, 77]);
  });

  test.each([
    ['cut in a value', '0200040041'],
    ['without an end', '020002004100'],
    ['with the MIC flag twice', '0600040002000000060004000000000000000000'],
    ['empty', ''],
  ])('%s are malformed', (_, bytes) => expect(decodeAvPairs(hex(bytes))).toBeNull());
});

test('a field that points outside its message is malformed', () => {
  const good = encodeChallenge({ flags: 0x00800001, serverChallenge, targetName: 'X', targetInfo });
  const bad = Buffer.from(good);
  bad.writeUInt32LE(0xffff_fff0, 44);
  expect(decodeChallenge(good)).not.toBeNull();
  expect(decodeChallenge(bad)).toBeNull();
});

test('FILETIME of the Unix epoch and of the first moment of 2023', () => {
  expect(Buffer.from(fileTime(0)).readBigUInt64LE()).toBe(116_444_736_000_000_000n);
  expect(Buffer.from(fileTime(Date.UTC(2023, 0, 1))).readBigUInt64LE()).toBe(133_170_048_000_000_000n);
});

function hex(digits: string): Buffer {
  return Buffer.from(digits, 'hex');
}

function text(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('hex');
}
