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
