import { describe, expect, it } from 'vitest';
import { powershellText, quoteText } from './powershell.ts';

describe('a text in PowerShell', () => {
  it.each([
    ['fabrikam.com', `'fabrikam.com'`],
    ['', `''`],
    [`Ana's`, `'Ana''s'`],
    ['$env:USERNAME $(Get-Date) `n "x"', `'$env:USERNAME $(Get-Date) \`n "x"'`],
    ['‘a’ ‚b‛', `'‘‘a’’ ‚‚b‛‛'`],
    ['설명; Remove-Item', `'설명; Remove-Item'`],
    ['😀', `'😀'`],
  ])('quotes %j as %s', (text, quoted) => expect(quoteText(text)).toBe(quoted));

  it('shows by its code what a reviewer could not see', () => {
    expect(quoteText('a\nb')).toBe('"a$([char]0x000A)b"');
    expect(quoteText('moc\u202Emakirbaf')).toBe('"moc$([char]0x202E)makirbaf"');
    expect(quoteText('\uD800')).toBe('"$([char]0xD800)"');
    expect(quoteText('\u{E0041}')).toBe('"$([char]0xDB40)$([char]0xDC41)"');
  });

  it('never leaves the stop-parsing token whole', () => {
    expect(quoteText('--%')).toBe('"--$([char]0x0025)"');
    expect(quoteText('a --% b')).toBe(`'a --% b'`);
  });

  it('keeps what would be evaluated in double quotes literal', () => {
    expect(quoteText('\t$x `n "q" “r” „s')).toBe('"$([char]0x0009)`$x ``n `"q`" `“r`” `„s"');
  });
});

describe('a command in PowerShell', () => {
  it('writes texts, booleans, null, numbers and lists, and switches with a colon', () => {
    expect(
      powershellText('Set-CsAllowedDomain', [
        { name: 'Identity', value: 'fabrikam.com' },
        { name: 'MarkForMonitoring', value: true },
        { name: 'ProxyFqdn', value: null },
        { name: 'Rate', value: -20 },
        { name: 'List', value: ['a', "b'c"] },
        { name: 'Empty', value: [] },
        { name: 'Confirm', value: false },
      ]),
    ).toBe(
      `Set-CsAllowedDomain -Identity 'fabrikam.com' -MarkForMonitoring $true -ProxyFqdn $null -Rate -20 -List @('a', 'b''c') -Empty @() -Confirm:$false`,
    );
  });
});
