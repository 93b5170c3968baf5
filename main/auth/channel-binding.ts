import { createHash } from 'node:crypto';
import { DER_TAG, derChildren, oidText, readDer } from './der.ts';

type BindingHash = 'sha256' | 'sha384' | 'sha512';

/**
 * Signature algorithm to the hash of RFC 5929 4.1: the signature's own, but SHA-256 for MD5 and SHA-1. Algorithms that
 * have no single hash (Ed25519) are not listed: the RFC leaves their binding undefined.
 */
const SIGNATURE_HASH: Readonly<Record<string, BindingHash>> = {
  '1.2.840.113549.1.1.4': 'sha256', // md5WithRSAEncryption
  '1.2.840.113549.1.1.5': 'sha256', // sha1WithRSAEncryption
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10040.4.3': 'sha256', // dsa-with-sha1
  '2.16.840.1.101.3.4.3.2': 'sha256', // dsa-with-sha256
  '1.2.840.10045.4.1': 'sha256', // ecdsa-with-SHA1
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  'pss-sha1': 'sha256',
  'pss-sha256': 'sha256',
  'pss-sha384': 'sha384',
  'pss-sha512': 'sha512',
};

/** Hash functions named inside RSASSA-PSS parameters (RFC 4055 3.1). */
const PSS_HASH: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const RSASSA_PSS = '1.2.840.113549.1.1.10';

/**
 * The hash that binds a channel to this certificate: `sha256`, `sha384` or `sha512`; null when the certificate cannot
 * be read or its signature has no single hash. Takes the leaf's DER. Source: RFC 5929 4.1.
 */
export function bindingHashOf(certificateDer: Uint8Array): BindingHash | null {
  return SIGNATURE_HASH[signatureAlgorithmOf(certificateDer) ?? ''] ?? null;
}

/**
 * By what a certificate (DER) is signed: the algorithm's object identifier, or `pss-sha256` and the like for RSASSA-PSS;
 * null when it cannot be read. Source: RFC 5280 4.1.1.2, RFC 4055 3.1.
 */
export function signatureAlgorithmOf(certificateDer: Uint8Array): string | null {
  const certificate = readDer(certificateDer);
  const algorithm = certificate && derChildren(certificate.content)?.[1];
  const fields = algorithm && derChildren(algorithm.content);
  const oid = fields?.[0];
  if (oid?.tag !== DER_TAG.objectIdentifier) return null;
  const name = oidText(oid.content);
  return name === RSASSA_PSS ? pssAlgorithm(fields?.[1]?.content) : name;
}

/** RSASSA-PSS-params: `[0] hashAlgorithm`, SHA-1 where it is left out. */
function pssAlgorithm(parameters: Uint8Array | undefined): string | null {
  const tagged = parameters && derChildren(parameters)?.find((element) => element.tag === DER_TAG.context0);
  if (tagged === undefined) return 'pss-sha1';
  const algorithm = readDer(tagged.content);
  const oid = algorithm && readDer(algorithm.content);
  const hash = oid?.tag === DER_TAG.objectIdentifier ? PSS_HASH[oidText(oid.content)] : undefined;
  return hash === undefined ? null : `pss-${hash}`;
}

/**
 * RFC 5929 `tls-server-end-point` application data for a server's leaf certificate (DER): the prefix and the
 * certificate's hash. Null where the binding is undefined (see bindingHashOf).
 */
export function tlsServerEndPoint(certificateDer: Uint8Array): Uint8Array | null {
  const hash = bindingHashOf(certificateDer);
  if (hash === null) return null;
  return Buffer.concat([
    Buffer.from('tls-server-end-point:', 'latin1'),
    createHash(hash).update(certificateDer).digest(),
  ]);
}

/** The 16 bytes of MsvAvChannelBindings for a certificate; null where its binding is undefined (see bindingHashOf). */
export function ntlmChannelBindings(certificateDer: Uint8Array): Uint8Array | null {
  const applicationData = tlsServerEndPoint(certificateDer);
  return applicationData === null ? null : channelBindingsHash(applicationData);
}

/**
 * MD5 of a gss_channel_bindings_struct whose addresses are empty and whose application data is given. Source: MS-NLMP
 * 2.2.2.1 (MsvAvChannelBindings), RFC 2744 3.11.
 */
export function channelBindingsHash(applicationData: Uint8Array): Uint8Array {
  const struct = Buffer.alloc(20);
  struct.writeUInt32LE(applicationData.length, 16);
  return createHash('md5').update(struct).update(applicationData).digest();
}
