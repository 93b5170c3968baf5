import { missingProgram, missingPython } from '../missing.ts';

/** What is missing for python-gssapi to find gss-ntlmssp among its mechanisms; null when nothing is. */
export function missingGss(): string | null {
  const check = [
    'import gssapi',
    'oid = gssapi.OID.from_int_seq("1.3.6.1.4.1.311.2.2.10")',
    'assert oid in gssapi.raw.indicate_mechs()',
  ].join('\n');
  return missingPython(check, 'gss-ntlmssp, python3-gssapi');
}

/** What is missing for python3-requests-ntlm; null when nothing is. */
export function missingRequestsNtlm(): string | null {
  return missingPython('import requests, requests_ntlm, cryptography', 'python3-requests-ntlm, python3-cryptography');
}

/** Debian's curl, which is built with NTLM. */
export const CURL = '/usr/bin/curl';

/** What is missing for curl; null when nothing is. */
export function missingCurl(): string | null {
  return missingProgram(CURL, 'curl');
}
