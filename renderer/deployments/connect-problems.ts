import { isCountedRefusal, type EdgewiseError } from '../../shared/errors.ts';

/** Whether a person may overrule it by accepting the very certificate the server shows. */
export function isAboutTrust({ code }: EdgewiseError): boolean {
  return code === 'tls.untrusted' || code === 'tls.weak-certificate' || code === 'tls.certificate-changed';
}

/** Whether another password may help, or one for this run. */
export function isAboutPassword(error: EdgewiseError): boolean {
  const { code } = error;
  return code === 'input.password-missing' || code === 'workstation.keychain-unavailable' || isCountedRefusal(error);
}
