import type { MessageId } from '../i18n/index.ts';
import type { SignInScheme } from '../models/deployment.ts';

/** How each way to sign in is called. */
export const schemeWords: Readonly<Record<SignInScheme, MessageId>> = {
  negotiate: 'setup.scheme.negotiate',
  kerberos: 'setup.scheme.kerberos',
  ntlm: 'setup.scheme.ntlm',
  basic: 'setup.scheme.basic',
};
