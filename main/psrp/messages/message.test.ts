import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NASTY_TEXT } from '../testing/nasty-text.ts';
import { guidBytes, guidText, newGuid, NIL_GUID } from './guid.ts';
import { Destination, MessageType } from './message-type.ts';
import { decodeMessage, encodeMessage, type Message } from './message.ts';

const POOL = '00112233-4455-6677-8899-AABBCCDDEEFF';

describe('a GUID', () => {
  it('stands in .NET order: three groups little-endian, two as written', () => {
    expect(Buffer.from(guidBytes(POOL)).toString('hex')).toBe('33221100554477668899aabbccddeeff');
    expect(guidText(guidBytes(POOL))).toBe(POOL);
  });

  it('is new each time, upper case, and read back', () => {
    expect(newGuid()).not.toBe(newGuid());
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        expect(guidBytes(guidText(bytes))).toEqual(bytes);
      }),
    );
  });

  it.each(['', POOL.toLowerCase(), `{${POOL}}`, POOL.slice(1)])('is no other text: %s', (text) => {
    expect(() => guidBytes(text)).toThrow(RangeError);
  });
});

describe('a message', () => {
  const message: Message = {
    destination: Destination.SERVER,
    type: MessageType.CREATE_PIPELINE,
    runspacePoolId: POOL,
    pipelineId: NIL_GUID,
    data: '<S>\u00e9</S>',
  };

  it('has the layout of MS-PSRP 2.2.1, numbers little-endian, no byte order mark from a client', () => {
    expect(Buffer.from(encodeMessage(message)).toString('hex')).toBe(
      '02000000' + '06100200' + '33221100554477668899aabbccddeeff' + '00'.repeat(16) + '3c533ec3a93c2f533e',
    );
    expect(decodeMessage(encodeMessage(message))).toEqual(message);
  });

  it('loses the byte order mark a server puts before its data, one and no more', () => {
    expect(decodeMessage(encodeMessage({ ...message, data: '\ufeff<S />' })).data).toBe('<S />');
    expect(decodeMessage(encodeMessage({ ...message, data: '\ufeff\ufeff' })).data).toBe('\ufeff');
  });

  it('may have no data, and a type nobody knows', () => {
    const bare = { ...message, type: 0xffffffff, data: '' };
    expect(decodeMessage(encodeMessage(bare))).toEqual(bare);
  });

  it('carries any text UTF-8 can', () => {
    const data = NASTY_TEXT.toWellFormed();
    expect(decodeMessage(encodeMessage({ ...message, data })).data).toBe(data);
  });

  it('is malformed when it is short or not UTF-8', () => {
    expect(() => decodeMessage(new Uint8Array(39))).toThrow(/powershell.message-malformed/);
    const bytes = encodeMessage(message);
    bytes[bytes.length - 1] = 0xff;
    expect(() => decodeMessage(bytes)).toThrow(/powershell.message-malformed/);
  });
});
