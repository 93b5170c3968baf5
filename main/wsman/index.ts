/** WS-Management, the client half, sans-IO: requests out, answers in. README.md says the rule. */
export {
  ACTIONS,
  COMMAND_STATES,
  FAULT_ACTION,
  OPTIONS,
  POWERSHELL_RESOURCE_URI,
  SHELL_ID_SELECTOR,
  SIGNALS,
  STREAMS,
} from './actions.ts';
export { malformed as malformedReply, type AnswerPlace, type WsmanAnswer } from './answer.ts';
export { connectionUrl, SOAP_CONTENT_TYPE, type WsmanContext, type WsmanRequest } from './context.ts';
export { FAULT_CODES, QUOTAS, SUBCODES } from './fault-codes.ts';
export {
  ADDRESSING,
  ANONYMOUS,
  POWERSHELL,
  SHELL,
  SOAP,
  TRANSFER,
  WSMAN,
  WSMAN_FAULT,
  WSMAN_MICROSOFT,
} from './namespaces.ts';
export { commandPayload, createPayload, ENVELOPE_V2, ENVELOPE_V3, envelopeLimit, sendPayload } from './payload.ts';
export {
  readCommandReply,
  readCreateReply,
  readEmptyReply,
  readFault,
  readReceiveReply,
  type ReceiveReply,
  type StreamChunk,
} from './replies.ts';
export {
  commandRequest,
  createRequest,
  deleteRequest,
  PROTOCOL_VERSION,
  receiveRequest,
  sendRequest,
  signalRequest,
  type CreateParts,
  type SendParts,
} from './requests.ts';
