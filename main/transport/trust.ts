import { X509Certificate } from 'node:crypto';
import {
  createSecureContext,
  DEFAULT_CIPHERS,
  getCACertificates,
  rootCertificates,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import { failure, type Failure } from '../../shared/errors.ts';
import { certificateFacts, firstInChain, sha256Of } from './certificate.ts';
import { pfxFailure, readPfx, requireUsable, type ClientCertificate } from './client-certificate.ts';
import type { Trust } from './endpoint.ts';
import { errorCode, type Destination } from './failures.ts';
import { hasKnownRoot } from './known-root.ts';
import { weakLink } from './weak-link.ts';

/** Trust made ready for connecting: roots loaded, pin checked. */
export interface PreparedTrust {
  readonly context: SecureContext;
  /** Lower-case hex SHA-256, or null where the roots decide. */
  readonly pin: string | null;
  /** Whether there is a client certificate to show. */
  readonly shows: boolean;
  /** Whether old TLS is allowed: OpenSSL then takes certificates of any strength. */
  readonly lowered: boolean;
  /** The roots that decide, for where OpenSSL's word is not enough. Costs about 75 ms for 700, the first time. */
  roots(): readonly X509Certificate[];
}

/** What else a context is made with. */
export interface TlsChoice {
  readonly clientCertificate?: ClientCertificate | null;
  readonly oldTls?: boolean;
}

/**
 * Loads the roots a deployment's trust calls for: OS store and bundled roots, and with `ca` the given ones too (pool
 * certificates mostly come from the enterprise's own CA). A pin needs none. TLS below 1.2 is spoken only with `oldTls`.
 * Throws input.pin-malformed, input.ca-unreadable, input.client-certificate-*. Costs about 45 ms for 700 roots: once a transport.
 */
export function prepareTrust(trust: Trust, choice: TlsChoice = {}): PreparedTrust {
  const shows = choice.clientCertificate !== undefined && choice.clientCertificate !== null;
  const lowered = choice.oldTls === true;
  if (trust.kind === 'pin') {
    const pin = trust.sha256.toLowerCase();
    if (!/^[0-9a-f]{64}$/.test(pin)) throw failure('input.pin-malformed', { pin: trust.sha256 });
    return { context: contextOf([], choice), pin, shows, lowered, roots: () => [] };
  }
  const own = trust.kind === 'ca' ? readPem(trust.pem) : [];
  const ca = [...own, ...getCACertificates('system'), ...rootCertificates];
  let roots: readonly X509Certificate[] | null = null;
  return {
    context: contextOf(ca, choice),
    pin: null,
    shows,
    lowered,
    roots: () => (roots ??= ca.map((pem) => new X509Certificate(pem))),
  };
}

function contextOf(ca: string[], { clientCertificate = null, oldTls = false }: TlsChoice): SecureContext {
  const versions = oldTls ? ({ minVersion: 'TLSv1', ...oldCiphers() } as const) : ({ minVersion: 'TLSv1.2' } as const);
  if (clientCertificate === null) return createSecureContext({ ca, ...versions });
  const pfx = readPfx(clientCertificate);
  const { passphrase } = clientCertificate;
  let context: SecureContext;
  try {
    context = createSecureContext({ ca, ...versions, pfx, passphrase });
  } catch (caught) {
    throw pfxFailure(caught, clientCertificate);
  }
  requireUsable(context, clientCertificate);
  return context;
}

/** OpenSSL 3 takes the old versions' signatures at security level 0 alone; BoringSSL has no levels and calls that an error. */
function oldCiphers(): { readonly ciphers?: string } {
  const ciphers = `${DEFAULT_CIPHERS}:@SECLEVEL=0`;
  try {
    createSecureContext({ ciphers });
    return { ciphers };
  } catch {
    return {};
  }
}

/** What Node has for OpenSSL's words about strength (X509_V_ERR_EE_KEY_TOO_SMALL, CA_KEY_TOO_SMALL, CA_MD_TOO_WEAK). */
const WEAK = 'UNSPECIFIED';

/**
 * Judges the certificate of a socket that has just finished its handshake, before a byte of HTTP is written. Gives the
 * refusal, or null to go on. A pin accepts exactly its leaf, whatever its name, chain, strength or dates, and nothing else.
 */
export function judgePeer(
  socket: TLSSocket,
  leaf: X509Certificate,
  trust: PreparedTrust,
  to: Destination,
): Failure | null {
  const { host } = to;
  if (trust.pin !== null) {
    const received = sha256Of(leaf.raw);
    if (received === trust.pin) return null;
    return failure('tls.certificate-changed', { host, expected: trust.pin, received });
  }
  const vouched = !trust.shows || hasKnownRoot(leaf, trust.roots());
  const taken = socket.authorized && vouched;
  const code = socket.authorized ? 'SELF_SIGNED_CERT_IN_CHAIN' : authorizationCode(socket);
  const weak = (taken && trust.lowered) || code === WEAK ? weakLink(leaf, trust.roots()) : null;
  if (taken && weak === null) return null;
  const facts = certificateFacts(leaf);
  if (weak !== null && weak.reason !== 'none') {
    const { subject } = certificateFacts(weak.certificate);
    return failure('tls.weak-certificate', { host, subject, reason: weak.reason, sha256: facts.sha256 });
  }
  const now = Date.now();
  switch (code) {
    case 'CERT_HAS_EXPIRED': {
      const expired = firstInChain(leaf, (certificate) => certificate.validToDate.getTime() < now);
      return failure('tls.expired', { host, validTo: certificateFacts(expired).validTo });
    }
    case 'CERT_NOT_YET_VALID': {
      const early = firstInChain(leaf, (certificate) => certificate.validFromDate.getTime() > now);
      return failure('tls.not-yet-valid', { host, validFrom: certificateFacts(early).validFrom });
    }
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return failure('tls.wrong-name', { host, names: facts.names });
    default:
      return failure(
        'tls.untrusted',
        { host, subject: facts.subject, issuer: facts.issuer, sha256: facts.sha256 },
        { serverText: code },
      );
  }
}

/** Node sets a code as text where its types promise an Error. */
function authorizationCode(socket: TLSSocket): string {
  const reason: unknown = socket.authorizationError;
  return typeof reason === 'string' ? reason : errorCode(reason);
}

/** Each block is parsed here because createSecureContext passes over text it cannot read. */
function readPem(pem: string): readonly string[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    for (const block of blocks) new X509Certificate(block);
  } catch (cause) {
    throw failure('input.ca-unreadable', {}, {}, cause);
  }
  if (blocks.length === 0) throw failure('input.ca-unreadable', {});
  return blocks;
}
