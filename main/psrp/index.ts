export type { PsObject, PsScalar, PsValue } from './clixml/values.ts';
export type {
  Command,
  CommandArgument,
  CommandMetadata,
  ErrorRecord,
  PipelineEvent,
  ProgressRecord,
} from './records.ts';
export { decodeClixml } from './clixml/decode.ts';
export { encodeClixml } from './clixml/encode.ts';
export { enumOf, i64, listOf, psObject, scalar, stringArray, version } from './clixml/build.ts';
export { asInteger, asText, itemsOf, hasType, isPsObject, property } from './clixml/read.ts';
export { fragmentMessage } from './fragments/fragment.ts';
export { Defragmenter } from './fragments/defragmenter.ts';
export { NIL_GUID } from './messages/guid.ts';
export { Destination, MessageType } from './messages/message-type.ts';
export { decodeMessage, encodeMessage, type Message } from './messages/message.ts';
export { decodeCommandPipeline, type CommandPipeline } from './codecs/command.ts';
export {
  decodeMetadataAnswer,
  decodeMetadataRequest,
  encodeCommandMetadata,
  encodeMetadataCount,
  type MetadataRequest,
} from './codecs/command-metadata.ts';
export { encodePipelineEvent } from './codecs/pipeline-event.ts';
export {
  decodeInitRunspacePool,
  decodeSessionCapability,
  encodeApplicationPrivateData,
  encodePoolState,
  encodeSessionCapability,
} from './codecs/pool.ts';
export { decodeErrorRecord } from './codecs/error-record.ts';
export { decodeHostResponse, wantsAnswer, type HostCall } from './codecs/host-call.ts';
export { decodePublicKey, encodeEncryptedSessionKey } from './codecs/session-key.ts';
export { HostMethod } from './host/methods.ts';
export { answerHostCall, credentialOf } from './host/answer.ts';
export {
  HostRefusal,
  Unanswered,
  type ChoiceQuestion,
  type CredentialQuestion,
  type FieldsQuestion,
  type HostChoice,
  type HostFacts,
  type HostField,
  type HostStream,
  type PipelineHost,
  type RemoteHost,
  type TypedCredential,
  type TypedValue,
} from './host/host.ts';
export { newKeyPair, sealSessionKey, SESSION_KEY_BYTES, type KeyPair } from './secure/session-key.ts';
export { openText } from './secure/secure-text.ts';
export { isAtLeast } from './codecs/protocol-version.ts';
export { ClientPipeline } from './client/pipeline.ts';
export { ClientRunspacePool, type PoolEvent } from './client/runspace-pool.ts';
