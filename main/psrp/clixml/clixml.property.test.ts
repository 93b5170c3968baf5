import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { anyText, anyValue } from '../testing/arbitrary-value.ts';
import { decodeClixml } from './decode.ts';
import { encodeClixml } from './encode.ts';
import { decodeText } from './escape.ts';

describe('CLIXML, whatever the value', () => {
  it('is read back as it was written, shared and cyclic parts included', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = encodeClixml(value);
        const read = decodeClixml(text);
        expect(isDeepStrictEqual(read, value)).toBe(true);
        // Deep equality does not see what is shared; the ids of the text do.
        expect(encodeClixml(read)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('is printable ASCII where the text was not', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(encodeClixml(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/);
      }),
    );
  });

  it('resolves escapes as one pass from left to right does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decodeText(text)).toBe(scanned(text));
      }),
    );
  });

  it('resolves those of a long text as those of a short one', () => {
    const filling = 'x'.repeat(70_000);
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decodeText(`${filling}${text}_x`)).toBe(`${filling}${scanned(text)}_x`);
      }),
      { numRuns: 30 },
    );
    expect(decodeText(`${filling}_xD83D__x005F_x0041_`)).toBe(`${filling}\ud83d_x0041_`);
  });
});

/** The rule of MS-PSRP 2.2.5.3.2 once more, unit by unit. */
function scanned(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const digits = text.slice(at + 2, at + 6);
    const isEscape =
      text[at] === '_' && text[at + 1]?.toLowerCase() === 'x' && text[at + 6] === '_' && /^[0-9a-f]{4}$/i.test(digits);
    out += isEscape ? String.fromCharCode(Number.parseInt(digits, 16)) : (text[at] ?? '');
    if (isEscape) at += 6;
  }
  return out;
}
