import { DER_TAG, derChildren, encodeDer, oidText, readDer, type DerElement } from './der.ts';

/** How a negotiation stands, as its acceptor says it. Source: RFC 4178 4.2.2. */
export type NegState = 'accept-completed' | 'accept-incomplete' | 'reject' | 'request-mic';

/** NegTokenInit: an initiator's first message. Source: RFC 4178 4.2.1. */
export interface SpnegoInit {
  readonly kind: 'init';
  /** Object identifiers as dotted text, the most preferred first. */
  readonly mechanisms: readonly string[];
  /** The DER of that list as it came, which is what a mechListMIC covers. */
  readonly list: Uint8Array;
  /** Of the first mechanism, or null. */
  readonly token: Uint8Array | null;
}

/** NegTokenResp: every other message, of both sides. Source: RFC 4178 4.2.2. */
export interface SpnegoResponse {
  readonly kind: 'response';
  readonly state: NegState | null;
  readonly mechanism: string | null;
  readonly token: Uint8Array | null;
  readonly mechListMic: Uint8Array | null;
}

/** Kerberos as a mechanism of GSS-API. Source: RFC 4121 4.1. */
export const KERBEROS_OID = '1.2.840.113554.1.2.2';
/** NTLM as a mechanism of GSS-API. Source: MS-NLMP 1.9. */
export const NTLM_OID = '1.3.6.1.4.1.311.2.2.10';

const SPNEGO_OID = '1.3.6.1.5.5.2';
const SPNEGO_BYTES = encodeDer(DER_TAG.objectIdentifier, Buffer.from('2b0601050502', 'hex'));
const NTLM_BYTES = encodeDer(DER_TAG.objectIdentifier, Buffer.from('2b06010401823702020a', 'hex'));

/** MechTypeList of Kerberos alone: no other mechanism can be chosen of it, and no MIC of the list is needed. */
export const KERBEROS_LIST = encodeDer(
  DER_TAG.sequence,
  encodeDer(DER_TAG.objectIdentifier, Buffer.from('2a864886f712010202', 'hex')),
);
/** MechTypeList of NTLM alone. */
export const NTLM_LIST = encodeDer(DER_TAG.sequence, NTLM_BYTES);

const STATES: readonly NegState[] = ['accept-completed', 'accept-incomplete', 'reject', 'request-mic'];
/** Above the header fields that carry a token on any server: Node's own limit is 16 KiB, IIS's 64 KiB. */
const MAX_TOKEN = 64 * 1024;
/** Windows sends four. */
const MAX_MECHANISMS = 16;

/**
 * Reads a NegTokenInit or a NegTokenResp; null when the bytes are neither, say a thing twice, or are longer than any
 * honest message (64 KiB, 16 mechanisms). Fields it does not know are passed over. Source: RFC 4178 4.2, RFC 2743 3.1.
 */
export function decodeSpnego(bytes: Uint8Array): SpnegoInit | SpnegoResponse | null {
  if (bytes.length > MAX_TOKEN) return null;
  const outer = readDer(bytes);
  if (outer?.tag === DER_TAG.context1) return decodeResponse(outer);
  if (outer?.tag !== DER_TAG.application0) return null;
  const [oid, init] = derChildren(outer.content) ?? [];
  if (oid?.tag !== DER_TAG.objectIdentifier || oidText(oid.content) !== SPNEGO_OID) return null;
  return init?.tag === DER_TAG.context0 ? decodeInit(init) : null;
}

/** NegTokenInit with the list it offers (DER of a MechTypeList) and the first mechanism's token. */
export function encodeSpnegoInit(list: Uint8Array, token: Uint8Array): Uint8Array {
  const mechTypes = encodeDer(DER_TAG.context0, list);
  const mechToken = encodeDer(DER_TAG.context2, encodeDer(DER_TAG.octetString, token));
  const init = encodeDer(DER_TAG.context0, encodeDer(DER_TAG.sequence, mechTypes, mechToken));
  return encodeDer(DER_TAG.application0, SPNEGO_BYTES, init);
}

/** NegTokenResp. `ntlm` names NTLM as the mechanism chosen, as an acceptor's first reply does; null = left out. */
export function encodeSpnegoResponse(message: {
  readonly state: NegState;
  readonly ntlm?: boolean;
  readonly token?: Uint8Array | null;
  readonly mechListMic?: Uint8Array | null;
}): Uint8Array {
  const { state, ntlm = false, token = null, mechListMic = null } = message;
  const fields = [encodeDer(DER_TAG.context0, encodeDer(DER_TAG.enumerated, Uint8Array.of(STATES.indexOf(state))))];
  if (ntlm) fields.push(encodeDer(DER_TAG.context1, NTLM_BYTES));
  if (token !== null) fields.push(encodeDer(DER_TAG.context2, encodeDer(DER_TAG.octetString, token)));
  if (mechListMic !== null) fields.push(encodeDer(DER_TAG.context3, encodeDer(DER_TAG.octetString, mechListMic)));
  return encodeDer(DER_TAG.context1, encodeDer(DER_TAG.sequence, ...fields));
}

/** The mechanism of an initiator's first token by its frame (RFC 2743 3.1), e.g. SPNEGO's own; null = it has none. */
export function framedMechanism(bytes: Uint8Array): string | null {
  const outer = readDer(bytes);
  const oid = outer?.tag === DER_TAG.application0 ? readDer(outer.content) : null;
  return oid?.tag === DER_TAG.objectIdentifier ? oidText(oid.content) : null;
}

function decodeInit(choice: DerElement): SpnegoInit | null {
  const fields = fieldsIn(choice);
  const mechTypes = fields?.get(DER_TAG.context0);
  const sequence = mechTypes && readDer(mechTypes);
  if (fields === null || !mechTypes || sequence?.tag !== DER_TAG.sequence) return null;
  const oids = derChildren(sequence.content);
  if (oids === null || oids.length > MAX_MECHANISMS) return null;
  if (oids.some(({ tag }) => tag !== DER_TAG.objectIdentifier)) return null;
  const token = octetsIn(fields, DER_TAG.context2);
  if (token === undefined) return null;
  const list = mechTypes.subarray(0, sequence.end);
  return { kind: 'init', mechanisms: oids.map(({ content }) => oidText(content)), list, token };
}

function decodeResponse(choice: DerElement): SpnegoResponse | null {
  const fields = fieldsIn(choice);
  if (fields === null) return null;
  const state = stateIn(fields.get(DER_TAG.context0));
  const mechanism = mechanismIn(fields.get(DER_TAG.context1));
  const token = octetsIn(fields, DER_TAG.context2);
  const mechListMic = octetsIn(fields, DER_TAG.context3);
  if (state === undefined || mechanism === undefined || token === undefined || mechListMic === undefined) return null;
  return { kind: 'response', state, mechanism, token, mechListMic };
}

/** The fields of the sequence inside, by their tags; null where one stands there twice. */
function fieldsIn(choice: DerElement): ReadonlyMap<number, Uint8Array> | null {
  const sequence = readDer(choice.content);
  const children = sequence?.tag === DER_TAG.sequence ? derChildren(sequence.content) : null;
  if (children === null) return null;
  const fields = new Map(children.map(({ tag, content }) => [tag, content]));
  return fields.size === children.length ? fields : null;
}

/** Null = left out; undefined = not an octet string. */
function octetsIn(fields: ReadonlyMap<number, Uint8Array>, tag: number): Uint8Array | null | undefined {
  const field = fields.get(tag);
  if (field === undefined) return null;
  const element = readDer(field);
  return element?.tag === DER_TAG.octetString ? element.content : undefined;
}

function stateIn(field: Uint8Array | undefined): NegState | null | undefined {
  if (field === undefined) return null;
  const element = readDer(field);
  if (element?.tag !== DER_TAG.enumerated || element.content.length !== 1) return undefined;
  return STATES[element.content[0] ?? STATES.length];
}

function mechanismIn(field: Uint8Array | undefined): string | null | undefined {
  if (field === undefined) return null;
  const element = readDer(field);
  return element?.tag === DER_TAG.objectIdentifier ? oidText(element.content) : undefined;
}
