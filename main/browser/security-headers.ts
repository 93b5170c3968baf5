/** Headers of every answer: nothing is sniffed, cached, told to other sites, framed or shared with their windows. */
const ALWAYS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Headers of an answer that is not the page: it may load nothing, wherever it is opened. */
export function plainHeaders(contentType: string): Readonly<Record<string, string>> {
  return {
    ...ALWAYS,
    'content-type': contentType,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  };
}

/**
 * Headers of the page. Scripts are our own files alone and no string can become one; styles are our own files and those
 * MUI inserts with this answer's nonce. `connect` is where the page may send requests: its own host, or nowhere.
 */
export function pageHeaders(nonce: string, connect: "'self'" | "'none'"): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return { ...ALWAYS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy.join('; ') };
}
