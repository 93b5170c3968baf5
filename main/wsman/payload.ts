import type { WsmanContext, WsmanRequest } from './context.ts';
import { commandRequest, sendRequest } from './requests.ts';

/** 150 KiB: what PowerShell 2 takes, and what we start with, for a pool's version is known only after it is open. */
export const ENVELOPE_V2 = 153600;
/** 500 KiB: from protocol 2.2 (PowerShell 3) on. */
export const ENVELOPE_V3 = 512000;

/** Kept free below the limit, for a server that counts a little differently (wire-protocol D2). */
const RESERVE_BYTES = 256;

const NO_BYTES = new Uint8Array(0);
const ANY_GUID = '00000000-0000-0000-0000-000000000000';

/** The envelope limit for a negotiated PSRP version such as `2.3` (wire-protocol D2); unknown counts as old. */
export function envelopeLimit(protocolVersion: string): number {
  const [major = 0, minor = 0] = protocolVersion.split('.').map(Number);
  return major > 2 || (major === 2 && minor >= 2) ? ENVELOPE_V3 : ENVELOPE_V2;
}

/** How many bytes of fragments, their 21-byte headers included, fit into a Command's arguments. */
export function commandPayload(context: WsmanContext, shellId: string): number {
  return payloadBeside(context, (measured) =>
    commandRequest(measured, shellId, { commandId: ANY_GUID, opening: NO_BYTES }),
  );
}

/** How many bytes of fragments, their 21-byte headers included, fit into one Send. */
export function sendPayload(context: WsmanContext, shellId: string): number {
  return payloadBeside(context, (measured) =>
    sendRequest(measured, shellId, { commandId: ANY_GUID, stream: 'stdin', data: NO_BYTES }),
  );
}

function payloadBeside(context: WsmanContext, build: (context: WsmanContext) => WsmanRequest): number {
  const empty = build({ ...context, nextMessageId: () => ANY_GUID });
  const free = context.maxEnvelopeSize - Buffer.byteLength(empty.body) - RESERVE_BYTES;
  return Math.max(0, Math.floor(free / 4) * 3);
}
