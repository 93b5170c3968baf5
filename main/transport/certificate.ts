import { createHash, type X509Certificate } from 'node:crypto';

/** A leaf certificate as a person compares it. */
export interface CertificateFacts {
  /** Lower-case hex SHA-256 of the DER, 64 digits: the form of a pin. */
  readonly sha256: string;
  /** One line, most specific last, e.g. `O=Contoso, CN=pool.contoso.com`. */
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601, UTC. */
  readonly validFrom: string;
  readonly validTo: string;
  /** Subject alternative names as OpenSSL prints them (`DNS:…, IP Address:…`); the subject where there are none. */
  readonly names: string;
}

/** What the sentences about a certificate need. */
export function certificateFacts(certificate: X509Certificate): CertificateFacts {
  const subject = oneLine(certificate.subject);
  return {
    sha256: sha256Of(certificate.raw),
    subject,
    issuer: oneLine(certificate.issuer),
    validFrom: certificate.validFromDate.toISOString(),
    validTo: certificate.validToDate.toISOString(),
    names: certificate.subjectAltName ?? subject,
  };
}

/** Lower-case hex SHA-256 of a certificate's DER. */
export function sha256Of(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex');
}

/**
 * The first certificate from the leaf upwards for which `test` holds; the leaf when there is none. An expired
 * intermediate makes OpenSSL say "expired" too, and its date is then the one to show.
 */
export function firstInChain(leaf: X509Certificate, test: (certificate: X509Certificate) => boolean): X509Certificate {
  let current: X509Certificate | undefined = leaf;
  for (let depth = 0; current !== undefined && depth < MAX_CHAIN; depth += 1) {
    if (test(current)) return current;
    current = current.issuerCertificate;
  }
  return leaf;
}

/** The subjects of a chain as the server showed it, from the leaf upwards, each once. */
export function chainSubjects(leaf: X509Certificate): readonly string[] {
  const subjects: string[] = [];
  firstInChain(leaf, ({ subject }) => {
    const line = oneLine(subject);
    // A root is its own issuer.
    if (subjects.includes(line)) return true;
    subjects.push(line);
    return false;
  });
  return subjects;
}

const MAX_CHAIN = 10;

/** X509Certificate prints a name as one attribute a line; an empty name is printed as nothing. */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}
