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

/** The mechanisms that SPNEGO may carry here, as object identifiers. Source: RFC 4121 4.1, MS-NLMP 1.9. */
export const MECHANISM = { kerberos: '1.2.840.113554.1.2.2', ntlm: '1.3.6.1.4.1.311.2.2.10' } as const;

/** Content octets of the object identifiers that are sent. */
const OID_BYTES: Readonly<Record<string, string>> = {
  [SPNEGO_OID]: '2b0601050502',
  [MECHANISM.kerberos]: '2a864886f712010202',
  [MECHANISM.ntlm]: '2b06010401823702020a',
};

/**
 * A NegTokenInit that offers one mechanism and brings its first token: with one in the list no other can be chosen, and
 * no MIC of the list is needed. `oid` is one of MECHANISM. Source: RFC 4178 4.2.1 and 5.
 */
export function wrapSpnegoInit(oid: string, token: Uint8Array): Uint8Array {
  const mechTypes = encodeDer(DER_TAG.context0, encodeDer(DER_TAG.sequence, encodeOid(oid)));
  const mechToken = encodeDer(DER_TAG.context2, encodeDer(DER_TAG.octetString, token));
  const init = encodeDer(DER_TAG.context0, encodeDer(DER_TAG.sequence, mechTypes, mechToken));
  return encodeDer(DER_TAG.application0, encodeOid(SPNEGO_OID), init);
}

/** The mechanism of an initiator's first token by its frame (RFC 2743 3.1), e.g. SPNEGO's own; null = it has none. */
export function framedMechanism(bytes: Uint8Array): string | null {
  const outer = readDer(bytes);
  const oid = outer?.tag === DER_TAG.application0 ? readDer(outer.content) : null;
  return oid?.tag === DER_TAG.objectIdentifier ? oidText(oid.content) : null;
}

function encodeOid(oid: string): Uint8Array {
  return encodeDer(DER_TAG.objectIdentifier, Buffer.from(OID_BYTES[oid] ?? '', 'hex'));
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
