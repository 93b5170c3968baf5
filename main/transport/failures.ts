import { edgewiseError, failure, Failure, type EdgewiseError, type ErrorDetails } from '../../shared/errors.ts';

/**
 * The connection ended before the whole reply was there: `network.lost`, or `network.malformed` where what came could not
 * be read (`reason`). `requestSent` false = the server cannot have seen the request's body, so it may be sent again;
 * true = it may have been carried out: look before sending again.
 */
export class ConnectionLost extends Failure {
  readonly requestSent: boolean;

  constructor(
    host: string,
    requestSent: boolean,
    details: ErrorDetails = {},
    cause?: unknown,
    reason: string | null = null,
  ) {
    const change = requestSent ? 'unknown' : 'none';
    const error =
      reason === null
        ? edgewiseError('network.lost', { host }, details)
        : edgewiseError('network.malformed', { host, reason, change }, details);
    super(error, { cause });
    this.name = 'ConnectionLost';
    this.requestSent = requestSent;
  }
}

/** An error of a connection where nothing was written: one that broke off, or could not be read, leaves no change in doubt. */
export function withoutDoubt(error: EdgewiseError): EdgewiseError {
  if (error.code === 'network.lost') return edgewiseError('network.broke-off', error.values, error.details);
  if (error.code !== 'network.malformed') return error;
  return edgewiseError('network.malformed', { ...error.values, change: 'none' }, error.details);
}

/** The whole-request deadline passed (`network.timeout`). `requestSent` as in ConnectionLost. */
export class DeadlinePassed extends Failure {
  readonly requestSent: boolean;

  constructor(host: string, timeoutMs: number, requestSent: boolean) {
    super(edgewiseError('network.timeout', { host, seconds: seconds(timeoutMs) }));
    this.name = 'DeadlinePassed';
    this.requestSent = requestSent;
  }
}

/** `network.timeout` of a connection that never came to be. */
export function connectTimeout(host: string, timeoutMs: number): Failure {
  return failure('network.timeout', { host, seconds: seconds(timeoutMs) });
}

const UNREACHABLE: ReadonlySet<string> = new Set([
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'EACCES',
  'EPERM',
]);

/** Where a connection is going, for the sentences about it. */
export interface Destination {
  readonly host: string;
  readonly port: number;
}

/** Names an error of looking up a host or of connecting to it by TCP (network.unknown-host, refused, unreachable). */
export function connectFailure(caught: unknown, to: Destination): Failure {
  const code = errorCode(caught);
  const details = { serverText: errorText(caught) };
  if (isUnknownHost(caught)) {
    return failure('network.unknown-host', { host: to.host }, details, caught);
  }
  if (code === 'ECONNREFUSED') return failure('network.refused', { ...to }, details, caught);
  if (UNREACHABLE.has(code)) return failure('network.unreachable', { ...to }, details, caught);
  return new ConnectionLost(to.host, false, details, caught);
}

/** Whether a look-up found no address of a name. */
export function isUnknownHost(caught: unknown): boolean {
  const code = errorCode(caught);
  return code === 'ENOTFOUND' || code.startsWith('EAI_');
}

/** OpenSSL's and BoringSSL's words for "no protocol version in common", from our side and by the peer's alert. */
const TOO_OLD: ReadonlySet<string> = new Set([
  'ERR_SSL_UNSUPPORTED_PROTOCOL',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_WRONG_SSL_VERSION',
]);

/** OpenSSL's and BoringSSL's words for an answer whose first bytes are not TLS's. */
const NOT_TLS: ReadonlySet<string> = new Set([
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ERR_SSL_HTTP_REQUEST',
]);

/** llhttp's words for an answer that is HTTP but for this. */
const UNREADABLE: ReadonlyMap<string, string> = new Map([
  ['HPE_HEADER_OVERFLOW', 'reason.head-too-large'],
  ['HPE_INVALID_CONTENT_LENGTH', 'reason.wrong-length'],
  ['HPE_UNEXPECTED_CONTENT_LENGTH', 'reason.wrong-length'],
  ['HPE_INVALID_CHUNK_SIZE', 'reason.wrong-chunks'],
]);

/** Why an answer could not be read as HTTP, a message id `reason.*`; null where that was not what went wrong. */
export function unreadableReason(caught: unknown): string | null {
  const code = errorCode(caught);
  return code.startsWith('HPE_') ? (UNREADABLE.get(code) ?? 'reason.not-http') : null;
}

/** The system's words for a connection that its other end has closed. */
const HUNG_UP: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE']);

/** Names an error between TCP's connect and the end of the TLS handshake (tls.too-old, tls.not-tls, tls.handshake). */
export function handshakeFailure(caught: unknown, to: Destination): Failure {
  if (TOO_OLD.has(errorCode(caught))) return failure('tls.too-old', { host: to.host }, {}, caught);
  const details = { serverText: errorText(caught) };
  if (NOT_TLS.has(errorCode(caught))) return failure('tls.not-tls', { ...to }, details, caught);
  const reason = HUNG_UP.has(errorCode(caught)) ? 'reason.hung-up' : errorText(caught);
  return failure('tls.handshake', { host: to.host, reason }, details, caught);
}

/** Node's error code, also of the first error in an AggregateError; empty when there is none. */
export function errorCode(caught: unknown): string {
  if (!(caught instanceof Error)) return '';
  if ('code' in caught && typeof caught.code === 'string') return caught.code;
  return caught instanceof AggregateError ? errorCode(caught.errors[0]) : '';
}

/** An error's text for "Show details": OpenSSL's reason where there is one. */
export function errorText(caught: unknown): string {
  if (!(caught instanceof Error)) return String(caught);
  if ('reason' in caught && typeof caught.reason === 'string') return caught.reason;
  return caught.message === '' ? errorCode(caught) : caught.message;
}

/** Whole seconds of a deadline, at least one, for the sentence about it. */
export function seconds(timeoutMs: number): number {
  return Math.max(1, Math.round(timeoutMs / 1000));
}
