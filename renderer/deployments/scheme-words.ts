import type { MessageId } from '../../shared/i18n/index.ts';
import type { SignInScheme } from '../../shared/models/deployment.ts';

/** How each way to sign in is called. */
export const schemeWords: Readonly<Record<SignInScheme, MessageId>> = {
  negotiate: 'setup.scheme.negotiate',
  kerberos: 'setup.scheme.kerberos',
  ntlm: 'setup.scheme.ntlm',
  basic: 'setup.scheme.basic',
};
