import { DER_TAG, derChildren, encodeDer, oidText, readDer, type DerElement } from './der.ts';

/** A mechanism token taken out of its SPNEGO dress. */
export interface SpnegoToken {
  readonly token: Uint8Array;
  /** `init` = the initiator's first message (NegTokenInit), `response` = any later one (NegTokenResp). */
  readonly kind: 'init' | 'response';
}

const SPNEGO_OID = '1.3.6.1.5.5.2';

/**
 * Takes the mechanism token out of a NegTokenInit or NegTokenResp; null when the bytes are neither or carry no token.
 * Source: RFC 4178 4.2, RFC 2743 3.1.
 */
export function unwrapSpnego(bytes: Uint8Array): SpnegoToken | null {
  const outer = readDer(bytes);
  if (outer?.tag === DER_TAG.context1) return tokenIn(outer, 'response');
  if (outer?.tag !== DER_TAG.application0) return null;
  const [oid, init] = derChildren(outer.content) ?? [];
  if (oid?.tag !== DER_TAG.objectIdentifier || oidText(oid.content) !== SPNEGO_OID) return null;
  return init?.tag === DER_TAG.context0 ? tokenIn(init, 'init') : null;
}

/** Kerberos as a mechanism of GSS-API. Source: RFC 4121 4.1. */
export const KERBEROS_OID = '1.2.840.113554.1.2.2';

/** The two object identifiers that are sent, encoded. */
const SPNEGO_BYTES = encodeDer(DER_TAG.objectIdentifier, Buffer.from('2b0601050502', 'hex'));
const KERBEROS_BYTES = encodeDer(DER_TAG.objectIdentifier, Buffer.from('2a864886f712010202', 'hex'));

/**
 * A NegTokenInit that offers Kerberos alone and brings its first token: with one mechanism in the list no other can be
 * chosen, and no MIC of the list is needed. Source: RFC 4178 4.2.1 and 5.
 */
export function wrapKerberosInit(token: Uint8Array): Uint8Array {
  const mechTypes = encodeDer(DER_TAG.context0, encodeDer(DER_TAG.sequence, KERBEROS_BYTES));
  const mechToken = encodeDer(DER_TAG.context2, encodeDer(DER_TAG.octetString, token));
  const init = encodeDer(DER_TAG.context0, encodeDer(DER_TAG.sequence, mechTypes, mechToken));
  return encodeDer(DER_TAG.application0, SPNEGO_BYTES, init);
}

/** The mechanism of an initiator's first token by its frame (RFC 2743 3.1), e.g. SPNEGO's own; null = it has none. */
export function framedMechanism(bytes: Uint8Array): string | null {
  const outer = readDer(bytes);
  const oid = outer?.tag === DER_TAG.application0 ? readDer(outer.content) : null;
  return oid?.tag === DER_TAG.objectIdentifier ? oidText(oid.content) : null;
}

/** A NegTokenResp that carries only a token, as an initiator's later message does. Source: RFC 4178 4.2.2. */
export function wrapSpnegoResponse(token: Uint8Array): Uint8Array {
  const responseToken = encodeDer(DER_TAG.context2, encodeDer(DER_TAG.octetString, token));
  return encodeDer(DER_TAG.context1, encodeDer(DER_TAG.sequence, responseToken));
}

/** mechToken and responseToken are both field 2 of their sequence. */
function tokenIn(choice: DerElement, kind: SpnegoToken['kind']): SpnegoToken | null {
  const sequence = readDer(choice.content);
  if (sequence?.tag !== DER_TAG.sequence) return null;
  const field = derChildren(sequence.content)?.find((element) => element.tag === DER_TAG.context2);
  const token = field && readDer(field.content);
  return token?.tag === DER_TAG.octetString ? { token: token.content, kind } : null;
}
