import { isCountedRefusal, type EdgewiseError } from '../../shared/errors.ts';

/** Whether a person may overrule it by accepting the very certificate the server shows. */
export function isAboutTrust({ code }: EdgewiseError): boolean {
  return code === 'tls.untrusted' || code === 'tls.weak-certificate' || code === 'tls.certificate-changed';
}

/** Whether another password may help, or one for this run. */
export function isAboutPassword(error: EdgewiseError): boolean {
  const { code } = error;
  return code === 'input.password-missing' || isWithoutKeychain(error) || isCountedRefusal(error);
}

/** Whether only a password that is typed now can help: it is known to nobody, and the keychain cannot be asked. */
export function isWithoutKeychain({ code }: EdgewiseError): boolean {
  return code === 'workstation.keychain-password';
}
