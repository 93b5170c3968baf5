import type { KeyObject, X509Certificate } from 'node:crypto';
import { signatureAlgorithmOf } from '../auth/index.ts';
import { sha256Of } from './certificate.ts';
import { presentedBy } from './known-root.ts';

/** A certificate because of which a chain is not to be trusted, and what is weak about it. */
export interface WeakLink {
  readonly certificate: X509Certificate;
  /** `none` = nothing of it; but no chain leads on from here. */
  readonly reason: 'key' | 'signature' | 'none';
}

const LEAST_BITS = 2048;

/** Signatures with SHA-224 or more, by their object identifiers; RSASSA-PSS is named by its hash. */
const STRONG_SIGNATURES: ReadonlySet<string> = new Set([
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  '1.2.840.113549.1.1.14',
  '2.16.840.1.101.3.4.3.2',
  '1.2.840.10045.4.3.1',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
  '1.3.101.112',
  '1.3.101.113',
  'pss-sha256',
  'pss-sha384',
  'pss-sha512',
]);

const STRONG_CURVE = /^(prime256v1|secp(224|256|384|521)[kr]1|brainpoolP(256|320|384|512)[rt]1)$/;

/**
 * Judges a chain as OpenSSL does at its usual level (2: 112 bits), for a context whose level had to be lowered for an
 * old version of TLS, which lowers it for certificates too. null = some chain of the certificates that were shown and
 * of `roots` is strong, from the leaf to a root, whose own signature says nothing; else the first weak one found. It
 * adds to OpenSSL's own word, which judges names, dates and rights. Source: OpenSSL SSL_CTX_set_security_level,
 * X509_VERIFY_PARAM_set_auth_level.
 */
export function weakLink(leaf: X509Certificate, roots: readonly X509Certificate[]): WeakLink | null {
  const trusted = new Set(roots.map((root) => sha256Of(root.raw)));
  // An old root has no extension that says it is an authority.
  const issuers = [...roots, ...presentedBy(leaf).filter(({ ca }) => ca)];
  // Each once: authorities may have signed each other, and a server may show as many as it likes.
  const seen = new Set<X509Certificate>();

  function upFrom(certificate: X509Certificate): WeakLink | null {
    seen.add(certificate);
    if (!hasStrongKey(certificate)) return { certificate, reason: 'key' };
    if (trusted.has(sha256Of(certificate.raw)) && certificate.checkIssued(certificate)) return null;
    if (!hasStrongSignature(certificate)) return { certificate, reason: 'signature' };
    let first: WeakLink = { certificate, reason: 'none' };
    for (const issuer of issuers) {
      if (seen.has(issuer) || !hasSigned(issuer, certificate)) continue;
      const found = upFrom(issuer);
      if (found === null) return null;
      if (first.reason === 'none') first = found;
    }
    return first;
  }

  return upFrom(leaf);
}

function hasSigned(issuer: X509Certificate, certificate: X509Certificate): boolean {
  if (!certificate.checkIssued(issuer)) return false;
  const key = publicKeyOf(issuer);
  return key !== null && certificate.verify(key);
}

/** null for a key of a kind that Node does not know. */
function publicKeyOf(certificate: X509Certificate): KeyObject | null {
  try {
    return certificate.publicKey;
  } catch {
    return null;
  }
}

function hasStrongSignature(certificate: X509Certificate): boolean {
  return STRONG_SIGNATURES.has(signatureAlgorithmOf(certificate.raw) ?? '');
}

function hasStrongKey(certificate: X509Certificate): boolean {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = publicKeyOf(certificate) ?? {};
  if (type === 'ed25519' || type === 'ed448') return true;
  if (type === 'ec') return STRONG_CURVE.test(details?.namedCurve ?? '');
  return (details?.modulusLength ?? 0) >= LEAST_BITS;
}
