/** WS-Management, the client half, sans-IO: requests out, answers in. README.md says the rule. */
export { ACTIONS, OPTIONS, POWERSHELL_RESOURCE_URI, SIGNALS, STREAMS } from './actions.ts';
export { malformed as malformedReply, type AnswerPlace, type WsmanAnswer } from './answer.ts';
export { connectionUrl, type WsmanContext, type WsmanRequest } from './context.ts';
export { POWERSHELL, SHELL } from './namespaces.ts';
export { commandPayload, ENVELOPE_V2, ENVELOPE_V3, envelopeLimit, sendPayload } from './payload.ts';
export {
  readCommandReply,
  readCreateReply,
  readEmptyReply,
  readReceiveReply,
  type ReceiveReply,
  type StreamChunk,
} from './replies.ts';
export {
  commandRequest,
  createRequest,
  deleteRequest,
  receiveRequest,
  sendRequest,
  signalRequest,
} from './requests.ts';
