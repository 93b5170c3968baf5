import { failure } from '../../../shared/errors.ts';
import { guidBytes, guidText } from './guid.ts';

/** One PSRP message (MS-PSRP 2.2.1). */
export interface Message {
  /** `Destination.CLIENT` or `Destination.SERVER`. */
  readonly destination: number;
  /** One of `MessageType`, or a number this version does not know. */
  readonly type: number;
  /** Upper-case GUIDs; the nil GUID where none applies. */
  readonly runspacePoolId: string;
  readonly pipelineId: string;
  /** CLIXML without a byte order mark, or nothing. */
  readonly data: string;
}

/** Bytes before the data: destination and type, both u32 little-endian, and two GUIDs. */
const HEADER_BYTES = 40;

/** Writes a message: a client's way, without the byte order mark a server puts before its XML. */
export function encodeMessage(message: Message): Uint8Array {
  const data = new TextEncoder().encode(message.data);
  const bytes = new Uint8Array(HEADER_BYTES + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, message.destination, true);
  view.setUint32(4, message.type, true);
  bytes.set(guidBytes(message.runspacePoolId), 8);
  bytes.set(guidBytes(message.pipelineId), 24);
  bytes.set(data, HEADER_BYTES);
  return bytes;
}

/**
 * Reads a message; a byte order mark before its data is dropped, for every Windows server sends one.
 *
 * Throws powershell.message-malformed for fewer than 40 bytes and for data that is not UTF-8.
 */
export function decodeMessage(bytes: Uint8Array): Message {
  if (bytes.length < HEADER_BYTES) {
    throw failure('powershell.message-malformed', { reason: `a message of ${bytes.length} bytes` });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  return {
    destination: view.getUint32(0, true),
    type: view.getUint32(4, true),
    runspacePoolId: guidText(bytes.subarray(8, 24)),
    pipelineId: guidText(bytes.subarray(24, 40)),
    data: utf8Text(bytes.subarray(HEADER_BYTES)),
  };
}

function utf8Text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw failure('powershell.message-malformed', { reason: 'data that is not UTF-8' }, {}, cause);
  }
}
