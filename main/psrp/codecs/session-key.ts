import { failure } from '../../../shared/errors.ts';
import { psObject } from '../clixml/build.ts';
import { decodeClixml } from '../clixml/decode.ts';
import { encodeClixml } from '../clixml/encode.ts';
import { property } from '../clixml/read.ts';

/** Writes the data of PUBLIC_KEY (MS-PSRP 2.2.2.3). */
export function encodePublicKey(blob: string): string {
  return encodeClixml(psObject({ extended: { PublicKey: blob } }));
}

/** Reads the data of PUBLIC_KEY. Throws powershell.message-malformed without one. */
export function decodePublicKey(data: string): string {
  return textOf(data, 'PublicKey');
}

/** Writes the data of ENCRYPTED_SESSION_KEY (MS-PSRP 2.2.2.4). */
export function encodeEncryptedSessionKey(blob: string): string {
  return encodeClixml(psObject({ extended: { EncryptedSessionKey: blob } }));
}

/** Reads the data of ENCRYPTED_SESSION_KEY. Throws powershell.message-malformed without one. */
export function decodeEncryptedSessionKey(data: string): string {
  return textOf(data, 'EncryptedSessionKey');
}

function textOf(data: string, name: string): string {
  const text = property(decodeClixml(data), name);
  if (typeof text !== 'string') throw failure('powershell.message-malformed', { reason: `a message without ${name}` });
  return text;
}
