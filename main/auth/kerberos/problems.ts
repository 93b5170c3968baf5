import { failure, type Failure } from '../../../shared/errors.ts';

/** What was being asked for when something went wrong. */
export interface Asked {
  readonly spn: string;
  /** `ana@CONTOSO.COM`; for the person signed in to this workstation, their name here. */
  readonly principal: string;
  readonly host: string;
}

/** `found` are the parts of the text that its pattern keeps. */
type Problem = (asked: Asked, details: { readonly serverText: string }, found: RegExpExecArray) => Failure;

/**
 * By the words of MIT Kerberos, Heimdal and Windows' SSPI; the first that fits. For an account that is closed SSPI has
 * often no words but those of a wrong password.
 */
const PROBLEMS: readonly (readonly [RegExp, Problem])[] = [
  [
    /clock skew|skew too great|clocks? on the client/i,
    ({ host }, details) => failure('sign-in.clock-skew', { host }, details),
  ],
  [
    /password expired|password.* has expired|password must be changed/i,
    ({ principal }, details) => failure('sign-in.password-expired', { user: principal }, details),
  ],
  [
    /client'?s (credentials have been revoked|entry in database has expired)|account (is currently (disabled|locked)|has expired)/i,
    ({ principal }, details) => failure('sign-in.account-closed', { user: principal }, details),
  ],
  [
    /password incorrect|preauthentication failed|decrypt integrity check failed|logon attempt failed/i,
    ({ principal }, details) => failure('sign-in.kerberos-password', { user: principal }, details),
  ],
  [
    /client .*not found in kerberos database|unknown principal|client unknown/i,
    ({ principal }, details) => failure('sign-in.principal-unknown', { user: principal }, details),
  ],
  [
    /krbtgt\/(\S+?)@\S+ not found in kerberos database/i,
    ({ spn }, details, [, realm = '']) => failure('sign-in.realm-not-trusted', { spn, realm }, details),
  ],
  [
    /server .*not found in kerberos database|target (name|is|principal).*(unknown|incorrect)|specified target is unknown/i,
    ({ spn }, details) => failure('sign-in.spn-unknown', { spn }, details),
  ],
  [
    /cannot (contact|find|locate|resolve).*kdc|unable to reach any kdc|no authority could be contacted|cannot contact a domain controller|network address for kdc/i,
    ({ principal }, details) => {
      const realm = realmIn(details.serverText) ?? realmIn(`realm ${principal.split('@')[1] ?? ''}`) ?? 'none';
      return failure('sign-in.kdc-unreachable', { user: principal, realm }, details);
    },
  ],
  [
    /not specify default realm|cannot determine realm|unable to find realm|no default realm/i,
    (_asked, details) => failure('sign-in.default-realm-missing', {}, details),
  ],
  [
    /no (kerberos )?credentials|credentials? cache|can't find client principal|matching credential|ticket expired|cannot find mechanisms/i,
    ({ spn }, details) => failure('sign-in.no-ticket', { spn }, details),
  ],
];

/** The realm that Kerberos says it asked; null where it names none. */
function realmIn(text: string): string | null {
  return /\brealm ['"]?([^\s'",]+)/i.exec(text)?.[1] ?? null;
}

/** Names what Kerberos says: one of the codes of PROBLEMS, else sign-in.kerberos-failed. */
export function kerberosFailure(text: string, asked: Asked): Failure {
  const details = { serverText: text.trim() };
  for (const [words, problem] of PROBLEMS) {
    const found = words.exec(text);
    if (found !== null) return problem(asked, details, found);
  }
  return failure('sign-in.kerberos-failed', { spn: asked.spn }, details);
}
