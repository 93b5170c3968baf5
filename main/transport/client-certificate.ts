import { readFileSync, statSync } from 'node:fs';
import { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket, type SecureContext } from 'node:tls';
import { failure, Failure } from '../../shared/errors.ts';
import { errorCode, errorText } from './failures.ts';

/** A .pfx file that is shown to a server which asks for one. */
export interface ClientCertificate {
  /** Absolute; typed by a person, never taken from a server. */
  readonly path: string;
  /** Empty = the file has none. Never logged. */
  readonly passphrase: string;
}

/** In bytes. One certificate with its key and its chain is a few thousand; a device file would never end. */
const MOST_BYTES = 1_048_576;

/** Reads the file's bytes. Throws input.client-certificate-unreadable, and -malformed for one that is far too large. */
export function readPfx({ path }: Pick<ClientCertificate, 'path'>): Buffer {
  try {
    const kind = statSync(path);
    if (kind.isFile() && kind.size > MOST_BYTES) throw failure('input.client-certificate-malformed', { path });
    if (kind.isFile()) return readFileSync(path);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw failure('input.client-certificate-unreadable', { path }, { serverText: errorCode(cause) }, cause);
  }
  throw failure('input.client-certificate-unreadable', { path }, { serverText: 'not a file' });
}

/**
 * Whether a .pfx opens with a passphrase only, by trying it without one. Throws input.client-certificate-unreadable,
 * -legacy, -no-key, -malformed: a file that no passphrase would open.
 */
export function wantsPassphrase(path: string): boolean {
  const without = { path, passphrase: '' };
  const pfx = readPfx(without);
  try {
    createSecureContext({ pfx, passphrase: '' });
    return false;
  } catch (caught) {
    const refusal = pfxFailure(caught, without);
    if (refusal.error.code === 'input.client-certificate-passphrase') return true;
    throw refusal;
  }
}

/**
 * Names why a .pfx could not be loaded, by OpenSSL's and Node's words for it: input.client-certificate-passphrase,
 * -legacy, -no-key, -malformed.
 */
export function pfxFailure(caught: unknown, { path }: ClientCertificate): Failure {
  const text = errorText(caught);
  const details = { serverText: text };
  if (/mac verify|incorrect_password|bad decrypt|maybe wrong password/i.test(text)) {
    return failure('input.client-certificate-passphrase', { path }, {}, caught);
  }
  if (/unsupported/i.test(text)) return failure('input.client-certificate-legacy', { path }, details, caught);
  if (/private key/i.test(text)) return failure('input.client-certificate-no-key', { path }, details, caught);
  return failure('input.client-certificate-malformed', { path }, details, caught);
}

/**
 * Throws input.client-certificate-no-key where the file had no certificate with a key, and -expired for one whose time
 * is over: a server would only hang up, and not say why.
 */
export function requireUsable(context: SecureContext, { path }: ClientCertificate): void {
  // The one way Node has to ask a context which certificate it holds; nothing is sent.
  const socket = new TLSSocket(new Duplex({ read: noWork, write: noWrite }), { secureContext: context });
  const certificate = socket.getX509Certificate();
  socket.destroy();
  if (certificate === undefined) throw failure('input.client-certificate-no-key', { path });
  if (certificate.validToDate.getTime() < Date.now()) {
    throw failure('input.client-certificate-expired', { path, validTo: certificate.validToDate.toISOString() });
  }
}

function noWork(): void {
  // Nothing comes.
}

function noWrite(_chunk: unknown, _encoding: string, done: () => void): void {
  done();
}

/**
 * Alerts by which a server refuses the certificate it was shown (RFC 8446 6.2), in OpenSSL's and BoringSSL's names.
 * decrypt_error is that of one whose issuer has the name of an authority it knows, but another key.
 */
const REFUSED =
  /ALERT_(BAD|UNSUPPORTED|REVOKED|EXPIRED)_CERTIFICATE|ALERT_CERTIFICATE_(REVOKED|EXPIRED|UNKNOWN)|ALERT_UNKNOWN_CA|ALERT_ACCESS_DENIED|ALERT_DECRYPT_ERROR/;

/** What was known when an error came. */
export interface AlertSetting {
  readonly host: string;
  /** Whether we had a certificate to show. */
  readonly shown: boolean;
  /** Whether the server had shown its own certificate before: it had then agreed to our hello. */
  readonly greeted: boolean;
}

/**
 * The error of a server that wants a client certificate or refuses ours: under TLS 1.3 its alert comes after our side's
 * handshake, with the first reply. TLS 1.2 has only handshake_failure for one that is missing (RFC 5246 7.4.6): that is
 * about the certificate when the server has agreed to the rest. null = the error is something else.
 */
export function certificateAlert(caught: unknown, { host, shown, greeted }: AlertSetting): Failure | null {
  const code = errorCode(caught);
  const failed = greeted && code.endsWith('ALERT_HANDSHAKE_FAILURE');
  if (code.endsWith('ALERT_CERTIFICATE_REQUIRED') || (failed && !shown))
    return failure('tls.client-certificate-required', { host }, {}, caught);
  if (!shown || !(failed || REFUSED.test(code))) return null;
  return failure('tls.client-certificate-refused', { host, reason: errorText(caught) }, {}, caught);
}
