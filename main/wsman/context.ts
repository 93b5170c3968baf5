/** What every request of one client has in common. Plain data: no connection, no clock. */
export interface WsmanContext {
  /** wsa:To, the address as connected to, `?PSVersion=` included. */
  readonly url: string;
  readonly resourceUri: string;
  /** One upper-case GUID per client, kept for all its requests: Reconnect needs the same one. */
  readonly sessionId: string;
  /** Bytes of a whole envelope, ours and the server's: `envelopeLimit` says how many. */
  readonly maxEnvelopeSize: number;
  /** How long the server may hold a request, in milliseconds. */
  readonly operationTimeoutMs: number;
  /** Language of the server's messages, e.g. en-US. */
  readonly locale: string;
  /** A fresh upper-case GUID for wsa:MessageID. */
  readonly nextMessageId: () => string;
}

/** One request, ready to be posted, and the id its reply must relate to. */
export interface WsmanRequest {
  /** `uuid:` and an upper-case GUID. */
  readonly messageId: string;
  /** wsa:Action. */
  readonly action: string;
  readonly body: string;
}

/** What the query string says of us: a PowerShell of protocol 2.3. Servers take any value and pick no behaviour from it. */
const PS_VERSION = '5.1.0.0';

/**
 * The address as PowerShell connects to it: with `PSVersion` in the query (wire-protocol D1). A query that is already
 * there, such as Exchange's `serializationLevel=Full`, is kept as it stands; PowerShell joins the two with a semicolon.
 */
export function connectionUrl(url: URL): URL {
  const result = new URL(url);
  const query = result.search.replace(/^\?/, '');
  if (/(^|[;&])PSVersion=/i.test(query)) return result;
  result.search = query === '' ? `?PSVersion=${PS_VERSION}` : `?${query};PSVersion=${PS_VERSION}`;
  return result;
}
