import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('orders members by code unit at every depth and writes no white space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true, é: 1, Z: 2, left: undefined })).toBe(
      '{"Z":2,"a":true,"b":[1,{"c":"x","d":null}],"é":1}',
    );
  });

  it('is the same for every order of members and reads back as the value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const plain = Object.fromEntries(Object.entries(value));
        const reversed = Object.fromEntries(Object.entries(plain).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(plain));
        expect(JSON.parse(canonicalJson(plain))).toEqual(JSON.parse(JSON.stringify(plain)));
      }),
    );
  });

  it.each([[undefined], [Number.NaN], [Infinity], [1n], [new Map()], [new Date(0)], [() => 1], [[undefined]]])(
    'refuses %s rather than hash it as absent',
    (value) => expect(() => canonicalJson(value)).toThrow(TypeError),
  );
});
