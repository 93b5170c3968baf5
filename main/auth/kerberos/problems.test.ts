import { describe, expect, test } from 'vitest';
import { isCountedRefusal } from '../../../shared/errors.ts';
import { kerberosFailure } from './problems.ts';

const ASKED = { spn: 'HTTP/pool.contoso.com', principal: 'ana@CONTOSO.COM', host: 'pool.contoso.com' };

/** Of MIT’s and Heimdal’s error tables, and of Windows’ messages; MIT’s are met for real in e2e/peers/kerberos. */
describe('Kerberos’ own words', () => {
  test.each([
    ['Password has expired', 'sign-in.password-expired'],
    ['Password expired.  You must change it now.\nkinit: Cannot read password', 'sign-in.password-expired'],
    ['The password for this account has expired.', 'sign-in.password-expired'],
    ['The user’s password must be changed before signing in.', 'sign-in.password-expired'],
    ['Clients credentials have been revoked', 'sign-in.account-closed'],
    ["Client's entry in database has expired", 'sign-in.account-closed'],
    ['This user can’t sign in because this account is currently disabled.', 'sign-in.account-closed'],
    ['The referenced account is currently locked out and may not be logged on to.', 'sign-in.account-closed'],
    ['The user’s account has expired.', 'sign-in.account-closed'],
    ['The logon attempt failed', 'sign-in.kerberos-password'],
  ])('%s is a counted refusal of the account', (words, code) => {
    const { error } = kerberosFailure(words, ASKED);
    expect(error).toMatchObject({ code, values: { user: 'ana@CONTOSO.COM' }, details: { serverText: words } });
    expect(isCountedRefusal(error)).toBe(true);
  });

  test.each([
    ["kinit: Cannot contact any KDC for realm 'FABRIKAM.COM' while getting initial credentials", 'FABRIKAM.COM'],
    ['Cannot find KDC for realm "FABRIKAM.COM" while getting initial credentials', 'FABRIKAM.COM'],
    ['unable to reach any KDC in realm FABRIKAM.COM, tried 0 KDCs', 'FABRIKAM.COM'],
    ['No authority could be contacted for authentication.', 'CONTOSO.COM'],
  ])('%s names the realm that was asked', (words, realm) => {
    expect(kerberosFailure(words, ASKED).error).toMatchObject({ code: 'sign-in.kdc-unreachable', values: { realm } });
    const nobody = kerberosFailure('No authority could be contacted.', { ...ASKED, principal: 'ana' });
    expect(nobody.error).toMatchObject({ values: { realm: 'none' } });
  });

  test.each([
    ['Configuration file does not specify default realm when parsing name ana', 'sign-in.default-realm-missing'],
    ['Server krbtgt/FABRIKAM.COM@CONTOSO.COM not found in Kerberos database', 'sign-in.realm-not-trusted'],
    ['Server HTTP/pool.contoso.com@CONTOSO.COM not found in Kerberos database', 'sign-in.spn-unknown'],
    ['Credentials for server have been revoked', 'sign-in.kerberos-failed'],
    ["Server's entry in database has expired", 'sign-in.kerberos-failed'],
    ['Ticket expired', 'sign-in.no-ticket'],
  ])('%s is none: NTLM may go on', (words, code) => {
    const { error } = kerberosFailure(words, ASKED);
    expect(error.code).toBe(code);
    expect(isCountedRefusal(error)).toBe(false);
  });
});
