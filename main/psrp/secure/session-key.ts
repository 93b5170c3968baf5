import { constants, generateKeyPair, privateDecrypt, publicEncrypt, type KeyObject } from 'node:crypto';
import { failure } from '../../../shared/errors.ts';
import { MODULUS_BYTES, publicKeyBlob, publicKeyOf } from './public-key.ts';

/** A SIMPLEBLOB of CryptoAPI: type 1, version 2, CALG_AES_256, encrypted under CALG_RSA_KEYX (MS-PSRP 2.2.2.4). */
const BLOB_HEADER = Buffer.from('010200001066000000a40000', 'hex');

/** Bytes of an AES-256 key. */
export const SESSION_KEY_BYTES = 32;

/** The client's half of a key exchange: its public key to send, and the private one to open the answer with. */
export interface KeyPair {
  /** The base64 text of PUBLIC_KEY. */
  readonly publicKey: string;
  /** The session key in the text of ENCRYPTED_SESSION_KEY. Throws powershell.message-malformed. */
  open(encrypted: string): Uint8Array;
}

/** Makes an RSA-2048 key pair for one pool; it takes some tenths of a second, off this thread. */
export function newKeyPair(): Promise<KeyPair> {
  return new Promise((resolve, reject) => {
    generateKeyPair('rsa', { modulusLength: 2048 }, (error, publicKey, privateKey) => {
      if (error === null) resolve(keyPairOf(publicKey, privateKey));
      else reject(error);
    });
  });
}

/** The key exchange of a key pair that is there already. */
export function keyPairOf(publicKey: KeyObject, privateKey: KeyObject): KeyPair {
  return { publicKey: publicKeyBlob(publicKey), open: (encrypted) => openSessionKey(privateKey, encrypted) };
}

/** The text of ENCRYPTED_SESSION_KEY: a session key for whoever sent this PUBLIC_KEY. Throws powershell.message-malformed. */
export function sealSessionKey(publicKey: string, sessionKey: Uint8Array): string {
  const sealed = publicEncrypt({ key: publicKeyOf(publicKey), padding: constants.RSA_PKCS1_PADDING }, sessionKey);
  return Buffer.concat([BLOB_HEADER, sealed.reverse()]).toString('base64');
}

/**
 * RSA without padding, and the padding taken off here: RSA_PKCS1_PADDING is refused by some versions of Node, and answers
 * with random bytes for what is malformed in others; BoringSSL has no such answer.
 */
function openSessionKey(key: KeyObject, encrypted: string): Uint8Array {
  const blob = Buffer.from(encrypted, 'base64');
  if (blob.length !== BLOB_HEADER.length + MODULUS_BYTES || !blob.subarray(0, BLOB_HEADER.length).equals(BLOB_HEADER)) {
    throw malformed();
  }
  const sealed = Buffer.from(blob.subarray(BLOB_HEADER.length)).reverse();
  let block: Buffer;
  try {
    block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, sealed);
  } catch (cause) {
    // A number that is not below the modulus.
    throw failure('powershell.message-malformed', { reason: 'an encrypted session key that is none' }, {}, cause);
  }
  return unpadded(block);
}

/**
 * Takes PKCS #1 v1.5 padding off (RFC 8017 7.2.2): 0, 2, bytes that are not 0, 0, key. The length of the key is known, so
 * that every byte is looked at, always, and one error says all.
 */
function unpadded(block: Uint8Array): Uint8Array {
  const end = block.length - SESSION_KEY_BYTES - 1;
  let wrong = (block[0] ?? 1) | ((block[1] ?? 0) ^ 2) | (block[end] ?? 1);
  for (let at = 2; at < end; at++) wrong |= Number(block[at] === 0);
  if (wrong !== 0) throw malformed();
  return Uint8Array.from(block.subarray(end + 1));
}

function malformed() {
  return failure('powershell.message-malformed', { reason: 'an encrypted session key that is none' });
}
