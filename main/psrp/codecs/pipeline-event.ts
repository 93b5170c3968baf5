import { decodeClixml } from '../clixml/decode.ts';
import { encodeClixml } from '../clixml/encode.ts';
import type { PsValue } from '../clixml/values.ts';
import { MessageType } from '../messages/message-type.ts';
import type { PipelineEvent } from '../records.ts';
import { decodeErrorRecord, encodeErrorRecord } from './error-record.ts';
import { decodeHostCall, encodeHostCall } from './host-call.ts';
import { decodePipelineState, encodePipelineState } from './pipeline-state.ts';
import {
  decodeInformationRecord,
  decodeProgressRecord,
  decodeTextRecord,
  encodeInformationRecord,
  encodeProgressRecord,
  encodeTextRecord,
} from './streams.ts';

/** The message type and data a server sends for an event of a pipeline. `time` stamps an information record. */
export function encodePipelineEvent(
  event: PipelineEvent,
  time: Date,
): { readonly type: number; readonly data: string } {
  switch (event.kind) {
    case 'output':
      // As PowerShell's own server sends it (seen on the wire of 7.6).
      return { type: MessageType.PIPELINE_OUTPUT, data: event.value === null ? '' : encodeClixml(event.value) };
    case 'error': {
      const record = encodeErrorRecord(event.record);
      // What Write-Error's pipe adds: PowerShell then shows the record as an error, not as an object of that type.
      const extended = new Map<string, PsValue>([['writeErrorStream', true], ...record.extended]);
      return { type: MessageType.ERROR_RECORD, data: encodeClixml({ ...record, extended }) };
    }
    case 'warning':
      return { type: MessageType.WARNING_RECORD, data: encodeClixml(encodeTextRecord('warning', event.text)) };
    case 'verbose':
      return { type: MessageType.VERBOSE_RECORD, data: encodeClixml(encodeTextRecord('verbose', event.text)) };
    case 'debug':
      return { type: MessageType.DEBUG_RECORD, data: encodeClixml(encodeTextRecord('debug', event.text)) };
    case 'progress':
      return { type: MessageType.PROGRESS_RECORD, data: encodeClixml(encodeProgressRecord(event.record)) };
    case 'information':
      return { type: MessageType.INFORMATION_RECORD, data: encodeClixml(encodeInformationRecord(event.record, time)) };
    case 'host-call':
      return { type: MessageType.PIPELINE_HOST_CALL, data: encodeClixml(encodeHostCall(event)) };
    case 'state':
      return { type: MessageType.PIPELINE_STATE, data: encodeClixml(encodePipelineState(event.state, event.reason)) };
  }
}

/**
 * The event in a message a server sends to a pipeline, or to a pool as a record of its own; null for a type that is none
 * of these. Throws what `decodeClixml` throws, and powershell.message-malformed for a state or a host call that is none.
 */
export function decodePipelineEvent(type: number, data: string): PipelineEvent | null {
  switch (type) {
    case MessageType.PIPELINE_OUTPUT:
      return { kind: 'output', value: decodeClixml(data) };
    case MessageType.ERROR_RECORD:
      return { kind: 'error', record: decodeErrorRecord(decodeClixml(data)) };
    case MessageType.WARNING_RECORD:
      return { kind: 'warning', text: decodeTextRecord(decodeClixml(data)) };
    case MessageType.VERBOSE_RECORD:
      return { kind: 'verbose', text: decodeTextRecord(decodeClixml(data)) };
    case MessageType.DEBUG_RECORD:
      return { kind: 'debug', text: decodeTextRecord(decodeClixml(data)) };
    case MessageType.PROGRESS_RECORD:
      return { kind: 'progress', record: decodeProgressRecord(decodeClixml(data)) };
    case MessageType.INFORMATION_RECORD:
      return { kind: 'information', record: decodeInformationRecord(decodeClixml(data)) };
    case MessageType.PIPELINE_HOST_CALL:
    case MessageType.RUNSPACEPOOL_HOST_CALL:
      return { kind: 'host-call', ...decodeHostCall(decodeClixml(data)) };
    case MessageType.PIPELINE_STATE:
      return { kind: 'state', ...decodePipelineState(decodeClixml(data)) };
    default:
      return null;
  }
}
