/**
 * A text that is about to be copied, without what looks like a secret in it, wherever a server, a proxy or a program put
 * it: sign-in tokens (RFC 9110 11.4), and what stands behind a word for a password. Words behind the name of a scheme stay:
 * "Kerberos database" is no token.
 */
export function withoutSecrets(text: string): string {
  return withoutUrlSecrets(text)
    .replaceAll(/\b((?:Proxy-)?Authorization\s*:\s*\w+)\s+\S+/gi, '$1 ***')
    .replaceAll(/\b(Negotiate|NTLM|Kerberos|Basic|Bearer)\s+([A-Za-z0-9+/_-]{8,}={0,2})/gi, withoutToken)
    .replaceAll(/\b(password|passwd|pwd|secret|token|set-cookie|cookie)\b(["']?\s*[:=]\s*)\S+/gi, '$1$2***');
}

/** A text without the users and passwords of its URLs: a server may send one that has them. */
export function withoutUrlSecrets(text: string): string {
  // The first colon ends the user: were it any, each would be tried, and a server chooses how many there are.
  return text.replaceAll(/:\/\/[^/\s"@:]*:[^/\s"]*@/g, '://***@');
}

/** Base64 of eight letters or more that are all small, but for the first, is as good as never met. */
function withoutToken(whole: string, scheme: string, rest: string): string {
  return /^[A-Za-z]?[a-z]*(-[a-z]+)*$/.test(rest) ? whole : `${scheme} ***`;
}
