/**
 * Whether a text is a service principal name as Windows takes it: `service/host`, with a port or a service name
 * behind it; a realm is taken by none. Not every system can ask for all of that: main/auth/kerberos/names.ts. Source: MS-KILE, RFC 4120 6.2.
 */
export function isServicePrincipalName(text: string): boolean {
  return /^[A-Za-z][\w-]*\/[A-Za-z0-9][\w.-]*(?::\d{1,5})?(?:\/[\w.-]+)?$/.test(text);
}
