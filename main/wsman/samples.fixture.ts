import { Failure, type EdgewiseError } from '../../shared/errors.ts';
import { ENVELOPE_V3, type AnswerPlace, type WsmanAnswer, type WsmanContext, type WsmanRequest } from './index.ts';

/** Values shared by the tests of this folder; the golden envelopes carry the same. */
export const CONTEXT: WsmanContext = {
  url: 'https://pool.contoso.com/OcsPowershell?PSVersion=5.1.0.0',
  resourceUri: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
  sessionId: '5B57EDC4-418B-440C-9D2D-0A9E554ACA3A',
  maxEnvelopeSize: ENVELOPE_V3,
  operationTimeoutMs: 20_000,
  locale: 'en-US',
  nextMessageId: () => '11111111-2222-3333-4444-AAAAAAAAAAAA',
};

export const PLACE: AnswerPlace = {
  url: CONTEXT.url,
  user: 'CONTOSO\\ana',
  scheme: 'Negotiate',
  resourceUri: CONTEXT.resourceUri,
};

export const SHELL_ID = 'B6710E46-0287-488A-B901-D34F9F19D4DE';
export const COMMAND_ID = '5312EA72-F75E-409A-8950-BE4CD921563C';

/** An envelope as a Windows server writes it, with prefixes other than ours. */
export function answerTo(
  request: WsmanRequest,
  body: string,
  change: { readonly action?: string; readonly relatesTo?: string; readonly status?: number } = {},
): WsmanAnswer {
  const { action = `${request.action}Response`, relatesTo = request.messageId, status = 200 } = change;
  const header =
    `<a:Action>${action}</a:Action><a:MessageID>uuid:5E7669FD-5CEC-4E32-A74C-990027598280</a:MessageID>` +
    (relatesTo === '' ? '' : `<a:RelatesTo>${relatesTo}</a:RelatesTo>`);
  return {
    status,
    contentType: 'application/soap+xml;charset=UTF-8',
    body:
      '<e:Envelope xml:lang="en-US" xmlns:e="http://www.w3.org/2003/05/soap-envelope"' +
      ' xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"' +
      ' xmlns:x="http://schemas.xmlsoap.org/ws/2004/09/transfer"' +
      ' xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"' +
      ' xmlns:sh="http://schemas.microsoft.com/wbem/wsman/1/windows/shell"' +
      ` xmlns:f="http://schemas.microsoft.com/wbem/wsman/1/wsmanfault"><e:Header>${header}</e:Header>` +
      `<e:Body>${body}</e:Body></e:Envelope>`,
  };
}

export interface FaultSample {
  readonly code?: number | string;
  readonly subcode?: string;
  readonly reason?: string;
  /** XML inside f:Message. */
  readonly message?: string;
}

/** A fault as a Windows server writes it, under HTTP 500. */
export function faultTo(request: WsmanRequest, fault: FaultSample, status = 500): WsmanAnswer {
  const { code, subcode, reason = 'The request failed.', message = '' } = fault;
  const inner = subcode === undefined ? '' : `<e:Subcode><e:Value>${subcode}</e:Value></e:Subcode>`;
  const wsman =
    code === undefined
      ? ''
      : `<f:WSManFault Code="${code}" Machine="fe1"><f:Message>${message}</f:Message></f:WSManFault>`;
  return answerTo(
    request,
    `<e:Fault><e:Code><e:Value>e:Receiver</e:Value>${inner}</e:Code>` +
      `<e:Reason><e:Text xml:lang="en-US">${reason}</e:Text></e:Reason><e:Detail>${wsman}</e:Detail></e:Fault>`,
    { action: 'http://schemas.dmtf.org/wbem/wsman/1/wsman/fault', status },
  );
}

/** The error an action throws; a test that expects one fails where there is none. */
export function errorOf(action: () => unknown): EdgewiseError {
  try {
    action();
  } catch (caught) {
    if (caught instanceof Failure) return caught.error;
    throw caught;
  }
  throw new Error('expected a Failure');
}
