/** The colours a deployment may have: names, which each theme paints in its own way. */
export const DEPLOYMENT_COLOURS = ['grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple'] as const;
export type DeploymentColour = (typeof DEPLOYMENT_COLOURS)[number];

/** How to sign in: `negotiate` is Kerberos first and NTLM after it, `kerberos` never NTLM. */
export const SIGN_IN_SCHEMES = ['negotiate', 'kerberos', 'ntlm', 'basic'] as const;
export type SignInScheme = (typeof SIGN_IN_SCHEMES)[number];

/** Whether a scheme can sign in as the person signed in to this workstation, with no user and no password. */
export function knowsCurrentUser(scheme: SignInScheme): boolean {
  return scheme === 'negotiate' || scheme === 'kerberos';
}

/**
 * Where the password of a deployment is: in the keychain, in memory until Edgewise ends, nowhere, or not known because
 * the keychain has not been asked yet or does not answer.
 */
export type PasswordState = 'stored' | 'session' | 'absent' | 'unknown';

/** A deployment as the renderer sees it: no credentials, no trust material. */
export interface DeploymentSummary {
  readonly id: string;
  readonly name: string;
  readonly kind: 'practice' | 'server';
  /** Management URL, for display; a practice deployment has none before it was started. */
  readonly url: string;
  /** Empty = the person signed in to this workstation. */
  readonly user: string;
  /** Further accounts to change over to; left out = there are none. */
  readonly otherUsers?: readonly string[];
  /** Empty = in no group. */
  readonly group: string;
  readonly colour: DeploymentColour;
  readonly scheme: SignInScheme;
  readonly trust: 'system' | 'ca' | 'pin';
  /** Another one as soon as anything about the connection is another: what was read before is of another server then. */
  readonly connection: string;
  /** A practice deployment brings its own: 'stored'. */
  readonly passwordState: PasswordState;
  readonly production: boolean;
  readonly readOnly: boolean;
}
