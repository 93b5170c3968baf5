/** What an authenticator process is asked, one thing after another. */
export type AuthenticatorOrder =
  /** To load its libraries, which says whether they are there at all. */
  | { readonly kind: 'load' }
  | {
      readonly kind: 'begin';
      /** In the form of this system: `HTTP@host` for GSS-API, `HTTP/host` for SSPI. */
      readonly service: string;
      /** Windows alone: another person than the one signed in. */
      readonly account: { readonly user: string; readonly domain: string; readonly password: string } | null;
    }
  /** `token` is what the server sent, base64. */
  | { readonly kind: 'step'; readonly token: string };

/** What it answers to each order. */
export type AuthenticatorAnswer =
  /** `token` base64, empty when there is nothing to send, such as after a load; `complete` = both sides are proven. */
  | { readonly kind: 'token'; readonly token: string; readonly complete: boolean }
  /**
   * `package` = the npm package or its compiled part cannot be loaded, `library` = the system's Kerberos library; `text` are
   * their own words.
   */
  | { readonly kind: 'failed'; readonly what: 'package' | 'library' | 'kerberos'; readonly text: string };

/** Whether a message is an answer: it comes from a program of ours, but over a channel that carries anything. */
export function isAnswer(message: unknown): message is AuthenticatorAnswer {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  if (message.kind === 'failed') return 'text' in message && typeof message.text === 'string';
  return message.kind === 'token' && 'token' in message && typeof message.token === 'string';
}

/** Whether a message is an order. */
export function isOrder(message: unknown): message is AuthenticatorOrder {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  return message.kind === 'load' || message.kind === 'begin' || message.kind === 'step';
}
