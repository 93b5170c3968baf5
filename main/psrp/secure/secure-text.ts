import { createCipheriv, createDecipheriv } from 'node:crypto';
import { failure } from '../../../shared/errors.ts';
import { scalar } from '../clixml/build.ts';
import type { PsScalar } from '../clixml/values.ts';

/** AES-256-CBC, PKCS #7; the protocol has no other initialization vector than zeros (MS-PSRP 2.2.5.1.24). */
const ALGORITHM = 'aes-256-cbc';
const IV = new Uint8Array(16);

/** A SecureString of a text, for whoever has the same session key. */
export function sealText(sessionKey: Uint8Array, text: string): PsScalar {
  const cipher = createCipheriv(ALGORITHM, sessionKey, IV);
  const sealed = Buffer.concat([cipher.update(text, 'utf16le'), cipher.final()]);
  return scalar('SS', sealed.toString('base64'));
}

/** The text of a SecureString. Throws powershell.message-malformed for one that another key has made. */
export function openText(sessionKey: Uint8Array, sealed: string): string {
  const decipher = createDecipheriv(ALGORITHM, sessionKey, IV);
  try {
    return Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()]).toString('utf16le');
  } catch (cause) {
    throw failure('powershell.message-malformed', { reason: 'a secure string of another key' }, {}, cause);
  }
}
