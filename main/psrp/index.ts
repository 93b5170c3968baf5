export type { PsListKind, PsObject, PsScalar, PsScalarKind, PsValue } from './clixml/values.ts';
export type {
  Command,
  CommandArgument,
  CommandMetadata,
  CommandParameterMetadata,
  ErrorRecord,
  InformationRecord,
  PipelineEvent,
  PipelineState,
  ProgressRecord,
} from './records.ts';
export { decodeClixml } from './clixml/decode.ts';
export { encodeClixml } from './clixml/encode.ts';
export {
  dateTime,
  dictionaryOf,
  enumOf,
  guid,
  i64,
  listOf,
  psObject,
  scalar,
  stringArray,
  version,
} from './clixml/build.ts';
export { asInteger, asText, dictionaryEntry, hasType, isPsObject, itemsOf, property } from './clixml/read.ts';
export { fragmentMessage } from './fragments/fragment.ts';
export { Defragmenter } from './fragments/defragmenter.ts';
export { newGuid, NIL_GUID } from './messages/guid.ts';
export { Destination, MessageType } from './messages/message-type.ts';
export { decodeMessage, encodeMessage, type Message } from './messages/message.ts';
export { decodeCommandPipeline, encodeCommandPipeline, type CommandPipeline } from './codecs/command.ts';
export {
  decodeMetadataAnswer,
  decodeMetadataRequest,
  encodeCommandMetadata,
  encodeMetadataCount,
  encodeMetadataRequest,
  type MetadataRequest,
} from './codecs/command-metadata.ts';
export { decodeErrorRecord, encodeErrorRecord, type ErrorRecordParts } from './codecs/error-record.ts';
export { decodeHostResponse, type HostCall } from './codecs/host-call.ts';
export { decodePipelineEvent, encodePipelineEvent } from './codecs/pipeline-event.ts';
export { isPipelineOver } from './codecs/pipeline-state.ts';
export {
  decodeApplicationPrivateData,
  decodeInitRunspacePool,
  decodePoolState,
  decodeSessionCapability,
  encodeApplicationPrivateData,
  encodeInitRunspacePool,
  encodePoolState,
  encodeSessionCapability,
  type PoolRequest,
  type PoolState,
  type SessionCapability,
} from './codecs/pool.ts';
export { ClientPipeline } from './client/pipeline.ts';
export { ClientRunspacePool, type PoolEvent } from './client/runspace-pool.ts';
export { UNREADABLE_OBJECT } from './client/unreadable.ts';
