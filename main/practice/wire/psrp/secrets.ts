import { isPsObject, openText, property, type Command, type PsValue } from '../../../psrp/index.ts';

/**
 * Opens every SecureString among the arguments, bare or in a PSCredential, as PowerShell's server does on reading them: one
 * of another key fails the pipeline. What they say is nobody's business here. Throws powershell.message-malformed.
 */
export function requireReadableSecrets(commands: readonly Command[], sessionKey: Uint8Array | null): void {
  for (const { value } of commands.flatMap((command) => command.arguments)) {
    for (const secret of [value, property(value, 'Password') ?? null]) {
      if (isSecureString(secret)) openText(sessionKey ?? new Uint8Array(0), secret.text);
    }
  }
}

function isSecureString(
  value: PsValue,
): value is Exclude<typeof value, string> & { readonly kind: 'SS'; text: string } {
  return typeof value === 'object' && value !== null && !isPsObject(value) && value.kind === 'SS';
}
