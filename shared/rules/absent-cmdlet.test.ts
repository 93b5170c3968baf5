import { describe, expect, it } from 'vitest';
import { hasCmdlet, lackOf } from './absent-cmdlet.ts';

describe('a cmdlet that a session has not', () => {
  it('is the server’s lack where the role may write all of federation, and else nobody’s known', () => {
    expect(lackOf(['get-csalloweddomain', 'set-csaccessedgeconfiguration'])).toBe('server');
    expect(lackOf(['Get-CsAllowedDomain'])).toBe('unknown');
  });

  it('is told by its name, however it is written', () => {
    expect(hasCmdlet(['get-csuser'], 'Get-CsUser')).toBe(true);
    expect(hasCmdlet(['Get-CsUsers'], 'Get-CsUser')).toBe(false);
  });
});
