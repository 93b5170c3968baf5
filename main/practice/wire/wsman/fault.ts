/** A refusal of the WS-Management service: what stands in s:Fault and f:WSManFault. Thrown inside, answered as HTTP 500. */
export class WsmanFault extends Error {
  readonly facts: FaultFacts;

  constructor(facts: FaultFacts) {
    super(`${facts.subcode} ${facts.code}: ${facts.reason}`);
    this.name = 'WsmanFault';
    this.facts = facts;
  }
}

export interface FaultFacts {
  /** WSManFault Code: a Windows error code, unsigned. */
  readonly code: number;
  readonly side: 'Sender' | 'Receiver';
  /** With the prefix it is written with: w (wsman), a (addressing) or s (SOAP). */
  readonly subcode: string;
  readonly reason: string;
  /** Text of the plug-in, in f:ProviderFault: where a refusal by role is explained. */
  readonly providerText?: string;
}

/** The quotas of a WinRM plug-in that this server keeps, by their configuration names. */
export interface Quotas {
  readonly MaxShellsPerUser: number;
  readonly MaxShells: number;
  readonly MaxConcurrentUsers: number;
  readonly MaxConcurrentCommandsPerShell: number;
  readonly MaxConcurrentOperationsPerUser: number;
}

export type QuotaName = keyof Quotas;

/** Windows' own defaults for a PowerShell plug-in (WinRM 3.0: `winrm get winrm/config/plugin`, Quotas). */
export const DEFAULT_QUOTAS: Quotas = {
  MaxShellsPerUser: 25,
  MaxShells: 25,
  MaxConcurrentUsers: 5,
  MaxConcurrentCommandsPerShell: 1000,
  MaxConcurrentOperationsPerUser: 1000,
};

const QUOTA_CODES: Readonly<Record<QuotaName, number>> = {
  MaxShellsPerUser: 2150859236,
  MaxConcurrentUsers: 2150859237,
  MaxShells: 2150859238,
  MaxConcurrentOperationsPerUser: 2150859240,
  MaxConcurrentCommandsPerShell: 2150859241,
};

/** A quota is used up (wsmerror.h ERROR_WSMAN_QUOTA_*_PPQ). */
export function quotaFault(quota: QuotaName, limit: number): WsmanFault {
  return new WsmanFault({
    code: QUOTA_CODES[quota],
    side: 'Receiver',
    subcode: 'w:QuotaLimit',
    reason: `The WS-Management service cannot process the request. The plugin's ${quota} quota of ${limit} has been reached. Close existing shells or commands, or raise the quota.`,
  });
}

/** No data came within OperationTimeout (ERROR_WSMAN_OPERATION_TIMEDOUT): not an error for who asks again. */
export function timedOut(): WsmanFault {
  return new WsmanFault({
    code: 2150858793,
    side: 'Receiver',
    subcode: 'w:TimedOut',
    reason: 'The WS-Management service cannot complete the operation within the time specified in OperationTimeout.',
  });
}

/** The operation ended because its command or shell did (ERROR_OPERATION_ABORTED). */
export function aborted(): WsmanFault {
  return new WsmanFault({
    code: 995,
    side: 'Receiver',
    subcode: 'w:InternalError',
    reason: 'The I/O operation has been aborted because of either a thread exit or an application request.',
  });
}

/** No shell of that id, or no longer (ERROR_WSMAN_UNEXPECTED_SELECTORS). */
export function unexpectedSelectors(): WsmanFault {
  return new WsmanFault({
    code: 2150858843,
    side: 'Sender',
    subcode: 'w:InvalidSelectors',
    reason:
      'The WS-Management service cannot process the request because the request contained invalid selectors for the resource.',
  });
}

/** No plug-in of that URI (ERROR_WSMAN_INVALID_RESOURCE_URI). */
export function invalidResourceUri(uri: string): WsmanFault {
  return new WsmanFault({
    code: 2150858811,
    side: 'Sender',
    subcode: 'a:DestinationUnreachable',
    reason: `The WS-Management service cannot process the request. It cannot find the resource or shell of the URI ${uri}.`,
  });
}

/** The account may not use the plug-in (ERROR_ACCESS_DENIED); `providerText` is the plug-in's own explanation. */
export function accessDenied(providerText?: string): WsmanFault {
  return new WsmanFault({
    code: 5,
    side: 'Sender',
    subcode: 'w:AccessDenied',
    reason: 'Access is denied.',
    ...(providerText === undefined ? {} : { providerText }),
  });
}

/** An action this service, or this resource, does not have (ERROR_WSMAN_ACTION_NOT_SUPPORTED). */
export function actionNotSupported(action: string): WsmanFault {
  return new WsmanFault({
    code: 2150858771,
    side: 'Sender',
    subcode: 'a:ActionNotSupported',
    reason: `The action ${action} is not supported by the service.`,
  });
}

/** A header that must be there is not (ERROR_WSMAN_MESSAGE_INFORMATION_HEADER_REQUIRED). */
export function headerRequired(header: string): WsmanFault {
  return new WsmanFault({
    code: 2150858769,
    side: 'Sender',
    subcode: 'a:MessageInformationHeaderRequired',
    reason: `A required header is missing: ${header}.`,
  });
}

/** A header whose value cannot be used (ERROR_WSMAN_INVALID_MESSAGE_INFORMATION_HEADER). */
export function invalidHeader(header: string): WsmanFault {
  return new WsmanFault({
    code: 2150858767,
    side: 'Sender',
    subcode: 'a:InvalidMessageInformationHeader',
    reason: `A header is not valid: ${header}.`,
  });
}

/** A header marked mustUnderstand that this service does not know (SOAP 1.2 5.4.8). */
export function notUnderstood(header: string): WsmanFault {
  return new WsmanFault({
    code: 2150858768,
    side: 'Sender',
    subcode: 's:MustUnderstand',
    reason: `The service does not understand the header ${header}, which the request marks as mandatory.`,
  });
}

/** OperationTimeout that is no duration, or zero (ERROR_WSMAN_INVALID_TIMEOUT_HEADER). */
export function invalidTimeout(): WsmanFault {
  return new WsmanFault({
    code: 2150858881,
    side: 'Sender',
    subcode: 'a:InvalidMessageInformationHeader',
    reason: 'The OperationTimeout header is not valid.',
  });
}

/** MaxEnvelopeSize below the 8,192 bytes the specification asks of every service (DSP0226 6.2). */
export function envelopeTooSmall(): WsmanFault {
  return new WsmanFault({
    code: 2150858878,
    side: 'Sender',
    subcode: 'w:EncodingLimit',
    reason: 'The MaxEnvelopeSize of the request is below the minimum of 8192 bytes.',
  });
}

/** A request larger than the service takes (ERROR_WSMAN_ENCODING_LIMIT). */
export function requestTooLarge(limit: number): WsmanFault {
  return new WsmanFault({
    code: 2150858805,
    side: 'Sender',
    subcode: 'w:EncodingLimit',
    reason: `The request is larger than the service's MaxEnvelopeSize of ${limit} bytes.`,
  });
}

/** A reply that cannot be made to fit the request's MaxEnvelopeSize (ERROR_WSMAN_MAX_ENVELOPE_SIZE_EXCEEDED). */
export function replyTooLarge(): WsmanFault {
  return new WsmanFault({
    code: 2150858824,
    side: 'Sender',
    subcode: 'w:EncodingLimit',
    reason: 'The response that the WS-Management service computed exceeds the maximum envelope size in the request.',
  });
}

/** An option marked MustComply that this resource does not have (ERROR_WSMAN_OPTIONS_NOT_SUPPORTED). */
export function optionNotSupported(option: string): WsmanFault {
  return new WsmanFault({
    code: 2150858833,
    side: 'Sender',
    subcode: 'w:InvalidOptions',
    reason: `The option ${option} is not supported, and the request marks it as MustComply.`,
  });
}

/** A body whose elements are not what the action asks for (ERROR_WSMAN_INVALID_SOAP_BODY). */
export function invalidBody(reason: string): WsmanFault {
  return new WsmanFault({ code: 2150858791, side: 'Sender', subcode: 'w:SchemaValidationError', reason });
}

/** XML that is not well-formed, or hostile (ERROR_WSMAN_INVALID_XML). */
export function invalidXml(reason: string): WsmanFault {
  return new WsmanFault({ code: 2150858819, side: 'Sender', subcode: 'w:SchemaValidationError', reason });
}

/** A parameter of the operation is wrong: a command id nobody gave (ERROR_INVALID_PARAMETER). */
export function invalidParameter(reason: string): WsmanFault {
  return new WsmanFault({ code: 87, side: 'Sender', subcode: 'w:InvalidParameter', reason });
}

/** The plug-in cannot go on with what the client sent. */
export function pluginFailed(reason: string): WsmanFault {
  return new WsmanFault({
    code: 2150858883,
    side: 'Receiver',
    subcode: 'w:InternalError',
    reason: 'The WS-Management plug-in failed.',
    providerText: reason,
  });
}

/** The PowerShell remoting protocol versions do not go together (PSRP protocolversion option; D3: -2141974624). */
export function protocolVersionFault(version: string): WsmanFault {
  return new WsmanFault({
    code: 2152992672,
    side: 'Sender',
    subcode: 'w:InvalidOptions',
    reason: `The client's PowerShell remoting protocol version ${version} does not go together with the server's 2.3.`,
  });
}
