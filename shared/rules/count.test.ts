import { describe, expect, it } from 'vitest';
import { NOUNS } from '../nouns/nouns.ts';
import { isCount, parameterRange } from './count.ts';

describe('the numbers of a parameter', () => {
  it('are those of its documented range, else those of its type', () => {
    expect(parameterRange('Set-CsAccessEdgeConfiguration', 'OutgoingTlsCountForFederatedPartners')).toEqual({
      min: 1,
      max: 4,
    });
    expect(parameterRange('Set-CsXmppGatewayConfiguration', 'KeepAliveInterval')).toEqual({ min: 0, max: 4294967295 });
    expect(() => parameterRange('Set-CsXmppAllowedPartner', 'Description')).toThrow(/no number/);
  });

  it('are known of every count of every noun', () => {
    for (const { set, add, fields } of Object.values(NOUNS)) {
      for (const { parameter, kind, onlyNew } of fields) {
        if (kind !== 'count') continue;
        expect(parameterRange(onlyNew && add !== null ? add : set, parameter).max, parameter).toBeGreaterThan(0);
      }
    }
  });

  it.each([
    [0, true],
    [4_294_967_295, true],
    [-1, false],
    [1.5, false],
    [4_294_967_296, false],
    [Number.NaN, false],
  ])('%s is one of a 32-bit number: %s', (value, wanted) =>
    expect(isCount(value, { min: 0, max: 4_294_967_295 })).toBe(wanted),
  );
});
