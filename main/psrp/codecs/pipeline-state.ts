import { failure } from '../../../shared/errors.ts';
import { psObject } from '../clixml/build.ts';
import { asInteger, property } from '../clixml/read.ts';
import type { PsObject, PsValue } from '../clixml/values.ts';
import type { ErrorRecord, PipelineState } from '../records.ts';
import { decodeErrorRecord, encodeErrorRecord, type ErrorRecordParts } from './error-record.ts';

/** PSInvocationState: the number on the wire is the place in this list (MS-PSRP 2.2.3.5). */
const STATES: readonly PipelineState[] = [
  'not-started',
  'running',
  'stopping',
  'stopped',
  'completed',
  'failed',
  'disconnected',
];

/** PIPELINE_STATE (MS-PSRP 2.2.2.21), with the error a pipeline failed or was stopped by. */
export function encodePipelineState(state: PipelineState, reason: ErrorRecordParts | null = null): PsObject {
  const error: Readonly<Record<string, PsObject>> =
    reason === null ? {} : { ExceptionAsErrorRecord: encodeErrorRecord(reason) };
  return psObject({ extended: { PipelineState: STATES.indexOf(state), ...error } });
}

/** Reads PIPELINE_STATE. Throws powershell.message-malformed for a state that is none. */
export function decodePipelineState(value: PsValue): {
  readonly state: PipelineState;
  readonly reason: ErrorRecord | null;
} {
  const state = STATES[asInteger(property(value, 'PipelineState')) ?? -1];
  if (state === undefined) {
    throw failure('powershell.message-malformed', { reason: 'PIPELINE_STATE without a state' });
  }
  const reason = property(value, 'ExceptionAsErrorRecord');
  return { state, reason: reason === undefined || reason === null ? null : decodeErrorRecord(reason) };
}

/** Whether a pipeline in this state sends nothing more. */
export function isPipelineOver(state: PipelineState): boolean {
  return state === 'stopped' || state === 'completed' || state === 'failed';
}
