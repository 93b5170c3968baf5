import type { X509Certificate } from 'node:crypto';
import { sha256Of } from './certificate.ts';

const MAX_CHAIN = 10;

/** The certificates that were shown above a leaf, in the server's order. */
export function presentedBy(leaf: X509Certificate): readonly X509Certificate[] {
  const shown: X509Certificate[] = [];
  let above = leaf.issuerCertificate;
  while (above !== undefined && shown.length < MAX_CHAIN) {
    shown.push(above);
    above = above.issuerCertificate;
  }
  return shown;
}

/**
 * Whether one of the `known` roots vouches for a chain, link by link. Node puts the authorities of a .pfx among the roots
 * of the context it is loaded into: whoever issued a client certificate could then be any server. So with one loaded,
 * OpenSSL's word that a server is trusted, which judges names and dates, is not enough.
 */
export function hasKnownRoot(leaf: X509Certificate, known: readonly X509Certificate[]): boolean {
  const fingerprints = new Set(known.map((root) => sha256Of(root.raw)));
  let current: X509Certificate | undefined = leaf;
  for (let depth = 0; current !== undefined && depth < MAX_CHAIN; depth += 1) {
    const below: X509Certificate = current;
    if (fingerprints.has(sha256Of(below.raw))) return true;
    if (known.some((root) => issued(root, below))) return true;
    const above: X509Certificate | undefined = below.issuerCertificate;
    current = above !== undefined && issued(above, below) ? above : undefined;
  }
  return false;
}

function issued(above: X509Certificate, below: X509Certificate): boolean {
  return above.ca && below.checkIssued(above) && below.verify(above.publicKey);
}
