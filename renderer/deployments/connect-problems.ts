import { isCountedRefusal, type EdgewiseError, type ErrorCode } from '../../shared/errors.ts';

/** Whether a person may overrule it by accepting the very certificate the server shows. */
export function isAboutTrust({ code }: EdgewiseError): boolean {
  return code === 'tls.untrusted' || code === 'tls.weak-certificate' || code === 'tls.certificate-changed';
}

/** Whether another password of the account may help, or one for this run. */
export function isAboutPassword(error: EdgewiseError): boolean {
  if (isAboutProxyPassword(error)) return false;
  return error.code === 'input.password-missing' || isWithoutKeychain(error) || isCountedRefusal(error);
}

const PROXY_PASSWORD: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'input.proxy-password-missing',
  'network.proxy-sign-in',
  'network.proxy-account',
]);

/** Whether another password for the proxy may help: it is typed in the deployment itself. */
export function isAboutProxyPassword({ code }: EdgewiseError): boolean {
  return PROXY_PASSWORD.has(code);
}

/** Whether only a password that is typed now can help: it is known to nobody, and the keychain cannot be asked. */
export function isWithoutKeychain({ code }: EdgewiseError): boolean {
  return code === 'workstation.keychain-password';
}
