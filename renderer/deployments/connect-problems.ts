import type { EdgewiseError } from '../../shared/errors.ts';

/** Whether a person may overrule it by accepting the very certificate the server shows. */
export function isAboutTrust({ code }: EdgewiseError): boolean {
  return code === 'tls.untrusted' || code === 'tls.certificate-changed';
}

const PASSWORD_CODES: ReadonlySet<EdgewiseError['code']> = new Set([
  'input.password-missing',
  'sign-in.refused',
  'sign-in.kerberos-password',
  'sign-in.kerberos-and-ntlm',
  'workstation.keychain-unavailable',
] as const);

/** Whether another password may help, or one for this run. */
export function isAboutPassword({ code }: EdgewiseError): boolean {
  return PASSWORD_CODES.has(code);
}
