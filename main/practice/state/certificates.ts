import 'reflect-metadata';
import type { webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
  type JsonGeneralName,
} from '@peculiar/x509';
import { loopbackOnly } from './name-constraints.ts';

/** A certificate and its private key (PKCS #8), both PEM. */
export interface KeyedCertificate {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

/**
 * Which certificate a server shows. `ordinary` is the right one; every other is wrong, or unusual, in one way:
 * `wrong-name` names localhost but not 127.0.0.1, `untrusted` is signed by an authority nobody was told of, `sha384` is
 * signed with SHA-384 (its channel binding hash is another, RFC 5929 4.1), `renewed` is right but of another key.
 */
export const CERTIFICATE_VARIANTS = [
  'ordinary',
  'renewed',
  'expired',
  'not-yet-valid',
  'wrong-name',
  'untrusted',
  'sha384',
] as const;
export type CertificateVariant = (typeof CERTIFICATE_VARIANTS)[number];

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const NAME_CONSTRAINTS = '2.5.29.30';
const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1';
const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3650;
/** macOS refuses a server certificate of more than 825 days. */
const SERVER_DAYS = 800;
const LOOPBACK: readonly JsonGeneralName[] = [
  { type: 'dns', value: 'localhost' },
  { type: 'ip', value: '127.0.0.1' },
];

/** Makes the authority of one practice deployment: it can sign for loopback alone. `now` begins its validity, less a day. */
export async function createAuthority(now: Date): Promise<KeyedCertificate> {
  const keys = await crypto.subtle.generateKey(KEY, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=Edgewise practice authority ${crypto.randomUUID().slice(0, 8)}`,
    keys,
    notBefore: daysFrom(now, -1),
    notAfter: daysFrom(now, AUTHORITY_DAYS),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      new Extension(NAME_CONSTRAINTS, true, loopbackOnly()),
    ],
  });
  return { certificatePem: `${certificate.toString('pem')}\n`, privateKeyPem: await pemOf(keys.privateKey) };
}

/** Issues a server certificate of that variant for localhost and 127.0.0.1, with a key of its own. */
export async function issueServerCertificate(
  authority: KeyedCertificate,
  variant: CertificateVariant,
  now: Date,
): Promise<KeyedCertificate> {
  const signer = variant === 'untrusted' ? await createAuthority(now) : authority;
  const keys = await crypto.subtle.generateKey(KEY, true, ['sign', 'verify']);
  const [begins, ends] = validity(variant, now);
  const certificate = await X509CertificateGenerator.create({
    subject: 'CN=Edgewise practice deployment',
    issuer: new X509Certificate(signer.certificatePem).subject,
    notBefore: begins,
    notAfter: ends,
    publicKey: keys.publicKey,
    signingKey: await privateKeyOf(signer.privateKeyPem),
    signingAlgorithm: { name: 'ECDSA', hash: variant === 'sha384' ? 'SHA-384' : 'SHA-256' },
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([SERVER_AUTHENTICATION]),
      new SubjectAlternativeNameExtension(variant === 'wrong-name' ? LOOPBACK.slice(0, 1) : [...LOOPBACK]),
    ],
  });
  return { certificatePem: `${certificate.toString('pem')}\n`, privateKeyPem: await pemOf(keys.privateKey) };
}

/** Whether a certificate is valid now and for `days` more. */
export function staysValid(certificatePem: string, now: Date, days: number): boolean {
  const { notBefore, notAfter } = new X509Certificate(certificatePem);
  return notBefore <= now && daysFrom(now, days) < notAfter;
}

/** The DER of a PEM certificate, which a sign-in binds to (RFC 5929 tls-server-end-point). */
export function certificateDer(certificatePem: string): Uint8Array {
  return new Uint8Array(new X509Certificate(certificatePem).rawData);
}

function validity(variant: CertificateVariant, now: Date): readonly [Date, Date] {
  if (variant === 'expired') return [daysFrom(now, -30), daysFrom(now, -1)];
  if (variant === 'not-yet-valid') return [daysFrom(now, 1), daysFrom(now, 30)];
  return [daysFrom(now, -1), daysFrom(now, SERVER_DAYS)];
}

function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS);
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const base64 = Buffer.from(await crypto.subtle.exportKey('pkcs8', key)).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n');
}

async function privateKeyOf(pem: string): Promise<webcrypto.CryptoKey> {
  const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');
  return crypto.subtle.importKey('pkcs8', der, KEY, false, ['sign']);
}
