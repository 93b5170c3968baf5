import { describe, expect, test } from 'vitest';
import { DER_TAG, encodeDer } from './der.ts';
import { decodeSpnego, encodeSpnegoInit, NTLM_LIST, NTLM_OID } from './spnego.ts';

const NTLM = Buffer.from('060a2b06010401823702020a', 'hex');

describe('known bytes', () => {
  test('the last message of a Windows server is read as it was made', () => {
    expect(decodeSpnego(Buffer.from('oRswGaADCgEAoxIEEAEAAABDh+CIwTbjqQAAAAA=', 'base64'))).toEqual({
      kind: 'response',
      state: 'accept-completed',
      mechanism: null,
      token: null,
      mechListMic: Buffer.from('010000004387e088c136e3a900000000', 'hex'),
    });
  });

  test('an offer is the list and the first token', () => {
    const offer = Buffer.from(encodeSpnegoInit(NTLM_LIST, Buffer.from('hello')));
    expect(offer.toString('hex')).toBe(
      '602506062b0601050502a01b3019a00e300c060a2b06010401823702020aa207040568656c6c6f',
    );
    expect(decodeSpnego(offer)).toEqual({
      kind: 'init',
      mechanisms: [NTLM_OID],
      list: NTLM_LIST,
      token: Buffer.from('hello'),
    });
  });
});

describe('what cannot be honest', () => {
  const mechTypes = encodeDer(DER_TAG.context0, NTLM_LIST);
  const wrapped = (...fields: readonly Uint8Array[]): Uint8Array =>
    encodeDer(
      DER_TAG.application0,
      encodeDer(DER_TAG.objectIdentifier, Buffer.from('2b0601050502', 'hex')),
      encodeDer(DER_TAG.context0, encodeDer(DER_TAG.sequence, ...fields)),
    );

  test.each([
    ['a list twice', wrapped(mechTypes, mechTypes)],
    ['no list', wrapped(encodeDer(DER_TAG.context2, encodeDer(DER_TAG.octetString, NTLM)))],
    ['a list of something else', wrapped(encodeDer(DER_TAG.context0, encodeDer(DER_TAG.sequence, encodeDer(4, NTLM))))],
    [
      'seventeen mechanisms',
      encodeSpnegoInit(encodeDer(DER_TAG.sequence, ...new Array<Uint8Array>(17).fill(NTLM)), NTLM),
    ],
    ['a token that is no octet string', wrapped(mechTypes, encodeDer(DER_TAG.context2, NTLM))],
    ['64 KiB', encodeSpnegoInit(NTLM_LIST, new Uint8Array(64 * 1024))],
    [
      'a state nobody knows',
      encodeDer(
        DER_TAG.context1,
        encodeDer(DER_TAG.sequence, encodeDer(DER_TAG.context0, encodeDer(DER_TAG.enumerated, Uint8Array.of(4)))),
      ),
    ],
    ['two states', Buffer.from('a10c300aa0030a0101a0030a0101', 'hex')],
    ['a MIC that is no octet string', Buffer.from('a1073005a3030a0101', 'hex')],
  ])('%s is not read', (_, bytes) => expect(decodeSpnego(bytes)).toBeNull());

  test('sixteen mechanisms are, and a field that is not known is passed over', () => {
    const many = encodeDer(DER_TAG.sequence, ...new Array<Uint8Array>(16).fill(NTLM));
    expect(decodeSpnego(encodeSpnegoInit(many, NTLM))).toMatchObject({ kind: 'init', list: many });
    const flags = encodeDer(DER_TAG.context1, Uint8Array.of(3, 2, 1, 0));
    expect(decodeSpnego(wrapped(mechTypes, flags))).toMatchObject({ kind: 'init', token: null });
  });
});
