import { DER_TAG, derChildren, encodeDer, oidText, readDer, type DerElement } from '../der.ts';

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
