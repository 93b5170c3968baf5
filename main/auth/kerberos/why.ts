import type { EdgewiseError } from '../../../shared/errors.ts';
import { isMessageId } from '../../../shared/i18n/index.ts';

/** What befell Kerberos, for a sentence about what came of it: a message id `kerberos.why.*`. */
export function whyNoKerberos({ code }: EdgewiseError): string {
  const id = `kerberos.why.${code.slice(code.indexOf('.') + 1)}`;
  return isMessageId(id) ? id : 'kerberos.why.other';
}
