import { describe, expect, it } from 'vitest';
import { parseCommandWords } from './parse.ts';
import { powershellOf, type ParameterKnowledge } from './powershell.ts';

const TYPES: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  proof: { name: 'Proof', type: 'System.Security.SecureString' },
  account: { name: 'Account', type: 'System.Management.Automation.PSCredential' },
  accounts: { name: 'Accounts', type: 'System.Management.Automation.PSCredential[]' },
  x: { name: 'Password', type: 'System.String' },
  c: { name: 'Comment', type: 'System.String' },
};
const known: ParameterKnowledge = (_cmdlet, parameter) => TYPES[parameter.toLowerCase()];

function text(line: string): string {
  return powershellOf(parseCommandWords([line]), known);
}

describe('a pipeline as the journal keeps it', () => {
  it.each([
    "Set-CsThing -Password 'geheim'",
    'Set-CsThing -password:geheim',
    'Set-CsThing -AdminPassword geheim',
    'Set-CsThing -Pass geheim',
    'Set-CsThing -Pas geheim',
    'Set-CsThing -P geheim',
    'Set-CsThing -Cred geheim',
    'Set-CsThing -Sec geheim',
    'Set-CsThing -ClientSecret geheim',
    'Set-CsThing -Proof geheim',
    'Set-CsThing -Account:geheim',
    'Set-CsThing -Accounts geheim, geheim2',
    'Set-CsThing -X geheim',
    "Set-CsThing -Headers 'X-Api: geheim'",
    "Set-CsThing -Authorization 'geheim'",
    'ConvertTo-SecureString geheim -AsPlainText -Force',
    "ConvertTo-SecureString -String 'geheim' -AsPlainText",
    'Set-CsClientPin -Identity sip:ana@contoso.com -Pin geheim',
    'Set-CsThing -Passwords geheim | Set-CsOther -Credential geheim',
    "Set-CsThing -Comment 'Authorization: Basic geheimgeheim='",
    "Set-CsThing -Comment 'Bearer geheim.geheim'",
    "Set-CsThing 'Server=a;Password=geheim;User=b'",
    'Set-CsThing -Uri https://ana:geheim@contoso.com/',
    "Set-CsThing -List 'a', 'pwd=geheim'",
  ])('has no secret of %s', (line) => {
    expect(text(line)).not.toContain('geheim');
    expect(text(line)).toContain('***');
  });

  it.each([
    ["Set-CsThing -Identity 'a.example' -Comment 'b'", "Set-CsThing -Identity 'a.example' -Comment 'b'"],
    ['Set-CsThing -C b', "Set-CsThing -C 'b'"],
    ['Set-CsClientPin -Identity ana -Pin 1', "Set-CsClientPin -Identity 'ana' -Pin '***'"],
    ['Set-CsThing -ResetPassword:$true', 'Set-CsThing -ResetPassword:$true'],
    ['ConvertTo-SecureString x -Force', "ConvertTo-SecureString '***' -Force"],
    ['Set-CsThing -Url https://contoso.com:4443/a', "Set-CsThing -Url 'https://contoso.com:4443/a'"],
  ])('keeps what is no secret: %s', (line, kept) => {
    expect(text(line)).toBe(kept);
  });
});
