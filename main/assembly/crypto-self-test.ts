import nodeCrypto from 'node:crypto';
import { failure } from '../../shared/errors.ts';
import { SELF_TEST_KEY, SELF_TEST_SEALED } from './crypto-self-test-key.ts';

/** What signing in, certificates, the journal and SecureStrings use of the runtime's cryptography. */
export type CryptoEngine = Pick<
  typeof nodeCrypto,
  'createCipheriv' | 'createHash' | 'createHmac' | 'createPrivateKey' | 'privateDecrypt' | 'randomBytes'
>;

const TEXT = 'what do ya want for nothing?';

/** Known answers (RFC 1321, RFC 2202 and RFC 4231, case 2; FIPS 180-4): an algorithm that is there and wrong is missing too. */
const ANSWERS: Readonly<Record<string, readonly [answer: string, compute: (engine: CryptoEngine) => string]>> = {
  MD5: ['900150983cd24fb0d6963f7d28e17f72', (engine) => engine.createHash('md5').update('abc').digest('hex')],
  'SHA-256': [
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    (engine) => engine.createHash('sha256').update('abc').digest('hex'),
  ],
  'HMAC-MD5': [
    '750c783e6ab0b503eaa86e310a5db738',
    (engine) => engine.createHmac('md5', 'Jefe').update(TEXT).digest('hex'),
  ],
  'HMAC-SHA-256': [
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    (engine) => engine.createHmac('sha256', 'Jefe').update(TEXT).digest('hex'),
  ],
  // NIST's examples of CBC have another initialization vector than zeros: this answer is openssl's.
  'AES-256-CBC': [
    'a8cbb151b5a7a2223c6f94aa2b36627d2aba71acba8f5e3040a55c32d039b294',
    (engine) => {
      const key = Uint8Array.from({ length: 32 }, (_, at) => at);
      const cipher = engine.createCipheriv('aes-256-cbc', key, new Uint8Array(16));
      return cipher.update(TEXT, 'utf8', 'hex') + cipher.final('hex');
    },
  ],
  // Without padding, as main/psrp/secure opens session keys: what stands before the text is padding.
  'RSA-2048': [
    TEXT,
    (engine) => {
      const key = engine.createPrivateKey({ key: SELF_TEST_KEY, format: 'jwk' });
      const padding = nodeCrypto.constants.RSA_NO_PADDING;
      const block = engine.privateDecrypt({ key, padding }, Buffer.from(SELF_TEST_SEALED, 'base64url'));
      return block.subarray(-TEXT.length).toString();
    },
  ],
  'random bytes': ['16', (engine) => String(engine.randomBytes(16).length)],
};

/**
 * Tries what the console needs of its runtime's cryptography: Electron's is BoringSSL, Node's OpenSSL, and a system may run
 * either under a policy that takes algorithms away. Throws workstation.crypto-missing with all that are. MD4 and RC4 are
 * our own and need no runtime.
 */
export function testCrypto(engine: CryptoEngine = nodeCrypto): void {
  const missing = Object.entries(ANSWERS).filter(([, [answer, compute]]) => computed(engine, compute) !== answer);
  if (missing.length > 0) {
    throw failure('workstation.crypto-missing', { algorithms: missing.map(([name]) => name).join(', ') });
  }
}

function computed(engine: CryptoEngine, compute: (engine: CryptoEngine) => string): string | null {
  try {
    return compute(engine);
  } catch (caught) {
    // What a runtime throws for an algorithm it does not have is its own affair, and differs.
    if (caught instanceof Error) return null;
    throw caught;
  }
}
