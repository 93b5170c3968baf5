/** What of a text goes into the field of an authority's certificates. */
export interface CertificateText {
  /** The certificates alone, one under the other; empty = there is none. */
  readonly pem: string;
  /** The kinds of what was left out, each once and as PEM names them: `PRIVATE KEY`. */
  readonly leftOut: readonly string[];
}

const BLOCK = /-----BEGIN ([^-\r\n]+)-----[\s\S]*?-----END \1-----/g;

/**
 * Takes the certificates out of a PEM text (RFC 7468), and nothing else: a file of a server's certificate often holds its
 * private key too, which is to stand in no field.
 */
export function certificateText(text: string): CertificateText {
  const blocks = [...text.matchAll(BLOCK)].map(([block, kind = '']) => ({ block, kind }));
  const certificates = blocks.filter(({ kind }) => kind === 'CERTIFICATE').map(({ block }) => block);
  const others = blocks.filter(({ kind }) => kind !== 'CERTIFICATE').map(({ kind }) => kind);
  return { pem: certificates.map((block) => `${block}\n`).join(''), leftOut: [...new Set(others)] };
}

/**
 * The bytes of a certificate's file as PEM text: those of a binary one (DER, what Windows exports unless told otherwise)
 * are put into a block, anything else is text. Null = neither: a binary file of another kind. Source: X.690 8.1, RFC 5280
 * 4.1 (a certificate is a sequence that begins with a sequence; a key or a .pfx begins with a number, a .p7b with a name).
 */
export function certificateFile(bytes: Uint8Array): string | null {
  const length = bytes[1] ?? 0;
  const header = length < 0x80 ? 2 : 2 + (length & 0x7f);
  if (bytes[0] === 0x30 && bytes[header] === 0x30) {
    const lines = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).match(/.{1,64}/g) ?? [];
    return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
  }
  return bytes.includes(0) || bytes[0] === 0x30 ? null : new TextDecoder().decode(bytes);
}
