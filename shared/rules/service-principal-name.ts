/**
 * Whether a text is a service principal name: `service/host`, with whatever a system can ask for behind it, but never a
 * realm. What this workstation's system cannot say is refused by main/auth/kerberos/names.ts. Source: RFC 4120 6.2.
 */
export function isServicePrincipalName(text: string): boolean {
  return /^[A-Za-z][\w-]*\/[A-Za-z0-9][\w.-]*[^\s@]*$/.test(text);
}
