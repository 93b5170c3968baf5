import { describe, expect, it } from 'vitest';
import { addressesAsked } from './addresses.ts';

describe('the addresses a filter asks for', () => {
  it('are those of one comparison, or of many joined with -or', () => {
    expect(addressesAsked("SipAddress -eq 'sip:Ana@contoso.com'")).toEqual(['sip:ana@contoso.com']);
    expect(addressesAsked("(SipAddress -eq 'sip:a@b.c') -or (sipaddress -EQ 'sip:o''neil@b.c')")).toEqual([
      'sip:a@b.c',
      "sip:o'neil@b.c",
    ]);
  });

  it.each([
    "SipAddress -eq 'sip:a@b.c' -and Enabled -eq $true",
    "SipAddress -ne 'sip:a@b.c'",
    "-not SipAddress -eq 'sip:a@b.c'",
    'SipAddress -eq $null',
    "DisplayName -eq 'Ana'",
  ])('are not all that is asked for in %s', (filter) => {
    expect(addressesAsked(filter)).toBeNull();
  });
});
