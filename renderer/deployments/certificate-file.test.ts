import { describe, expect, it } from 'vitest';
import { certificateFile, certificateText } from './certificate-file.ts';

const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
const KEY = '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----';
const LOCKED_KEY = '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nc2VjcmV0\n-----END RSA PRIVATE KEY-----';

describe('the text of a certificate', () => {
  it('is its certificates, and what else it holds is said and left out', () => {
    const text = `subject=CN\r\n${KEY}\r\n${CERTIFICATE}\r\n${LOCKED_KEY}\n${CERTIFICATE}\n${KEY}`;
    expect(certificateText(text)).toEqual({
      pem: `${CERTIFICATE}\n${CERTIFICATE}\n`,
      leftOut: ['PRIVATE KEY', 'RSA PRIVATE KEY'],
    });
    expect(certificateText(KEY)).toEqual({ pem: '', leftOut: ['PRIVATE KEY'] });
  });
});

describe('the file of a certificate', () => {
  it('that is binary becomes text', () => {
    const inner = Uint8Array.from({ length: 200 }, (_none, at) => (at === 0 ? 0x30 : at % 256));
    const der = Uint8Array.of(0x30, 0x81, 200, ...inner);
    const pem = certificateFile(der) ?? '';
    expect(pem).toMatch(/^-----BEGIN CERTIFICATE-----\n(.{1,64}\n)+-----END CERTIFICATE-----\n$/);
    expect(Buffer.from(pem.replaceAll(/-----[^-]*-----|\n/g, ''), 'base64')).toEqual(Buffer.from(der));
  });

  it('that is text stays text', () => {
    expect(certificateFile(new TextEncoder().encode(CERTIFICATE))).toBe(CERTIFICATE);
  });

  it.each([
    ['a .pfx', [0x30, 0x82, 1, 0, 0x02, 1, 3]],
    ['a .p7b', [0x30, 0x82, 1, 0, 0x06, 9, 0x2a]],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0, 0]],
  ])('is not %s', (_name, bytes) => {
    expect(certificateFile(Uint8Array.from(bytes))).toBeNull();
  });
});
