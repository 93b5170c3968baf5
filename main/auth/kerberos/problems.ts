import { failure, type Failure } from '../../../shared/errors.ts';

/** What was being asked for when something went wrong. */
export interface Asked {
  readonly spn: string;
  /** `ana@CONTOSO.COM`; for the person signed in to this workstation, their name here. */
  readonly principal: string;
  readonly host: string;
}

type Problem = (asked: Asked, details: { readonly serverText: string }) => Failure;

/** By the words of MIT Kerberos, Heimdal and Windows' SSPI; the first that fits. */
const PROBLEMS: readonly (readonly [RegExp, Problem])[] = [
  [
    /clock skew|skew too great|clocks? on the client/i,
    ({ host }, details) => failure('sign-in.clock-skew', { host }, details),
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
    /server .*not found in kerberos database|target (name|is|principal).*(unknown|incorrect)|specified target is unknown/i,
    ({ spn }, details) => failure('sign-in.spn-unknown', { spn }, details),
  ],
  [
    /cannot (contact|find|locate|resolve).*kdc|unable to reach any kdc|no authority could be contacted|cannot contact a domain controller|network address for kdc/i,
    ({ principal }, details) => failure('sign-in.kdc-unreachable', { user: principal }, details),
  ],
  [
    /no (kerberos )?credentials|credentials? cache|can't find client principal|matching credential|ticket expired|cannot find mechanisms/i,
    ({ spn }, details) => failure('sign-in.no-ticket', { spn }, details),
  ],
];

/** Names what Kerberos says: one of the codes of PROBLEMS, else sign-in.kerberos-failed. */
export function kerberosFailure(text: string, asked: Asked): Failure {
  const details = { serverText: text.trim() };
  const found = PROBLEMS.find(([words]) => words.test(text));
  return found?.[1](asked, details) ?? failure('sign-in.kerberos-failed', { spn: asked.spn }, details);
}
