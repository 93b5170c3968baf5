import type { AccessEdge } from '../models/access-edge.ts';
import type { FederatedDomain } from '../models/federated-domain.ts';
import type { NounRow } from '../models/noun-row.ts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of a text's UTF-8, in lower-case hex. */
export type Sha256 = (text: string) => string;

/**
 * The version of a row: these objects carry none of their own, so it is the hash of every value read, list included. A
 * property the server does not have is null, and becomes another version when a newer build begins to send it.
 */
export function rowVersion(row: FederatedDomain, sha256: Sha256): string {
  return sha256(canonicalJson(row));
}

/** The version of the Access Edge, made in the same way. */
export function accessEdgeVersion(edge: AccessEdge, sha256: Sha256): string {
  return sha256(canonicalJson(edge));
}

/** The version of an object of a noun, made in the same way. */
export function nounVersion(row: NounRow, sha256: Sha256): string {
  return sha256(canonicalJson(row));
}
