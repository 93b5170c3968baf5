import 'reflect-metadata';
import { createPrivateKey, webcrypto, type webcrypto as WebCrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A certificate with its key, as node:tls and Debian's peers take them. */
export interface TestIdentity {
  readonly certPem: string;
  readonly keyPem: string;
  readonly der: Uint8Array;
}

/** A certification authority for one test file. */
export interface TestAuthority extends TestIdentity {
  /** Issues a leaf; without options it is good for `localhost`, 127.0.0.1 and ::1, from yesterday for two days. */
  issue(leaf?: LeafOptions): Promise<TestIdentity>;
}

export interface LeafOptions {
  readonly commonName?: string;
  readonly dns?: readonly string[];
  readonly ip?: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

export type SignatureKind =
  'RSA-SHA1' | 'RSA-SHA256' | 'RSA-SHA384' | 'RSA-SHA512' | 'PSS-SHA384' | 'ECDSA-SHA256' | 'Ed25519';

const DAY_MS = 86_400_000;

/**
 * A new authority whose signatures, its own and its leaves', are of this kind; good from yesterday, until `notAfter`.
 * RSA keys have 2,048 bits.
 */
export async function createAuthority(
  kind: SignatureKind = 'ECDSA-SHA256',
  notAfter = new Date(Date.now() + 2 * DAY_MS),
): Promise<TestAuthority> {
  const keys = await generateKeys(kind);
  const name = 'CN=Edgewise test authority, O=Contoso';
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name,
    keys,
    signingAlgorithm: signingAlgorithm(kind),
    serialNumber: serial(),
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter,
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  const authority = await identity(certificate, keys.privateKey);
  return {
    ...authority,
    async issue(leaf = {}) {
      const leafKeys = await generateKeys(kind.startsWith('RSA') || kind.startsWith('PSS') ? 'RSA-SHA256' : kind);
      const issued = await X509CertificateGenerator.create({
        subject: `CN=${leaf.commonName ?? 'localhost'}, O=Contoso`,
        issuer: name,
        publicKey: leafKeys.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: signingAlgorithm(kind),
        serialNumber: serial(),
        notBefore: leaf.notBefore ?? new Date(Date.now() - DAY_MS),
        notAfter: leaf.notAfter ?? new Date(Date.now() + DAY_MS),
        extensions: [
          new SubjectAlternativeNameExtension([
            ...(leaf.dns ?? ['localhost']).map((value) => ({ type: 'dns' as const, value })),
            ...(leaf.ip ?? ['127.0.0.1', '::1']).map((value) => ({ type: 'ip' as const, value })),
          ]),
        ],
      });
      return identity(issued, leafKeys.privateKey);
    },
  };
}

/** One leaf of its own authority, for tests that only need some certificate of a kind. */
export async function createLeaf(kind: SignatureKind = 'ECDSA-SHA256'): Promise<TestIdentity> {
  return (await createAuthority(kind)).issue();
}

async function identity(
  certificate: { readonly rawData: ArrayBuffer; toString(format: 'pem'): string },
  privateKey: WebCrypto.CryptoKey,
): Promise<TestIdentity> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', privateKey);
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return {
    certPem: certificate.toString('pem'),
    // With type and format given this is text; the declared union covers JWK too.
    keyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    der: new Uint8Array(certificate.rawData),
  };
}

async function generateKeys(kind: SignatureKind): Promise<WebCrypto.CryptoKeyPair> {
  const keys = await webcrypto.subtle.generateKey(keyAlgorithm(kind), true, ['sign', 'verify']);
  if (!('privateKey' in keys)) throw new Error(`no key pair for ${kind}`);
  return keys;
}

function keyAlgorithm(
  kind: SignatureKind,
): WebCrypto.RsaHashedKeyGenParams | WebCrypto.EcKeyGenParams | { name: string } {
  if (kind === 'Ed25519') return { name: 'Ed25519' };
  if (kind === 'ECDSA-SHA256') return { name: 'ECDSA', namedCurve: 'P-256' };
  return {
    name: kind === 'PSS-SHA384' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5',
    hash: hashOf(kind),
    publicExponent: Uint8Array.of(1, 0, 1),
    modulusLength: 2048,
  };
}

function signingAlgorithm(kind: SignatureKind): { name: string; hash?: string; saltLength?: number } {
  if (kind === 'Ed25519') return { name: 'Ed25519' };
  if (kind === 'ECDSA-SHA256') return { name: 'ECDSA', hash: 'SHA-256' };
  if (kind === 'PSS-SHA384') return { name: 'RSA-PSS', hash: 'SHA-384', saltLength: 48 };
  return { name: 'RSASSA-PKCS1-v1_5', hash: hashOf(kind) };
}

function hashOf(kind: SignatureKind): string {
  return kind.replace(/^.*SHA/, 'SHA-');
}

function serial(): string {
  return Buffer.from(webcrypto.getRandomValues(new Uint8Array(12)))
    .toString('hex')
    .replace(/^./, '1');
}
