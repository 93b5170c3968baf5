import { failure, keptText, type ErrorDetails, type Failure } from '../../shared/errors.ts';
import { child, type XmlElement } from '../xml/tree.ts';
import type { AnswerPlace } from './answer.ts';
import { FAULT_CODES, QUOTAS, SUBCODES } from './fault-codes.ts';
import { SOAP, WSMAN_FAULT } from './namespaces.ts';

/** A fault, read: what decides its cause, and the server's words. */
export interface FaultFacts {
  /** f:WSManFault/@Code, unsigned; null where there is none. */
  readonly code: number | null;
  /** Local name of the innermost s:Subcode/s:Value, '' where there is none. */
  readonly subcode: string;
  /** s:Reason, then f:Message, then what a provider said, each once, a line each. */
  readonly serverText: string;
  /** The first of these lines, for a sentence. */
  readonly reason: string;
}

/** Reads an s:Fault (SOAP 1.2 section 5.4; MS-WSMV 2.2.4.43 WSManFault). */
export function readFaultFacts(fault: XmlElement): FaultFacts {
  const detail = child(fault, SOAP, 'Detail');
  const wsman = detail === undefined ? undefined : child(detail, WSMAN_FAULT, 'WSManFault');
  const reason = child(fault, SOAP, 'Reason');
  const message = wsman === undefined ? undefined : child(wsman, WSMAN_FAULT, 'Message');
  const lines = [...(reason === undefined ? [] : linesOf(reason)), ...(message === undefined ? [] : linesOf(message))];
  const distinct = [...new Set(lines)];
  return {
    code: codeOf(wsman?.attributes.get('Code')),
    subcode: keptText(subcodeOf(fault)),
    serverText: keptText(distinct.join('\n')),
    reason: keptText(distinct[0] ?? ''),
  };
}

/** Whether a fault only says that a held request came to its time-out: the long poll's ordinary end (wire-protocol D6). */
export function isOperationTimeout(facts: FaultFacts): boolean {
  return facts.code === null ? facts.subcode === SUBCODES.timedOut : facts.code === FAULT_CODES.operationTimedOut;
}

/**
 * The named cause of a fault: by WSManFault code first, then by subcode, then by HTTP status (wire-protocol D7). The
 * server's own words, a provider's refusal among them, go with it as details.serverText.
 */
export function failureOfFault(facts: FaultFacts, status: number, place: AnswerPlace): Failure {
  const details: ErrorDetails = facts.serverText === '' ? {} : { serverText: facts.serverText };
  return (
    (facts.code === null ? null : byCode(facts.code, facts, place, details)) ??
    bySubcode(facts, place, details) ??
    failure(
      'ws-management.fault',
      { faultCode: facts.code ?? (facts.subcode || status), reason: facts.reason },
      details,
    )
  );
}

function byCode(code: number, facts: FaultFacts, place: AnswerPlace, details: ErrorDetails): Failure | null {
  const quota = QUOTAS.get(code);
  if (quota !== undefined) return failure('ws-management.quota', { quota }, details);
  switch (code) {
    case FAULT_CODES.invalidSelectors:
    case FAULT_CODES.operationAborted:
      return failure('ws-management.shell-gone', {}, details);
    case FAULT_CODES.operationTimedOut:
      return failure('ws-management.timed-out', {}, details);
    case FAULT_CODES.invalidResourceUri:
      return failure('ws-management.resource-uri', { uri: place.resourceUri }, details);
    case FAULT_CODES.accessDenied:
    case FAULT_CODES.accessDeniedHresult:
      return failure('ws-management.access-denied', { user: place.user }, details);
    case FAULT_CODES.logonFailure:
      return failure('sign-in.refused', { user: place.user, scheme: place.scheme }, details);
    case FAULT_CODES.redirectRequested:
      return failure('ws-management.redirected', { location: addressIn(facts.serverText) }, details);
    case FAULT_CODES.protocolVersion:
      return failure('powershell.version', { server: versionIn(facts.serverText) }, details);
    default:
      return null;
  }
}

function bySubcode(facts: FaultFacts, place: AnswerPlace, details: ErrorDetails): Failure | null {
  if (facts.code !== null) return null;
  switch (facts.subcode) {
    case SUBCODES.invalidSelectors:
      return failure('ws-management.shell-gone', {}, details);
    case SUBCODES.timedOut:
      return failure('ws-management.timed-out', {}, details);
    case SUBCODES.accessDenied:
      return failure('ws-management.access-denied', { user: place.user }, details);
    case SUBCODES.quotaLimit:
      return failure('ws-management.quota', { quota: SUBCODES.quotaLimit }, details);
    case SUBCODES.destinationUnreachable:
      return failure('ws-management.resource-uri', { uri: place.resourceUri }, details);
    default:
      return null;
  }
}

/** PowerShell prints these codes signed, wsmerror.h in hexadecimal; recorded faults carry them unsigned. */
function codeOf(text: string | undefined): number | null {
  if (text === undefined || !/^\s*(-?\d+|0x[0-9a-f]+)\s*$/i.test(text)) return null;
  return Number(text) >>> 0;
}

/** The value is a QName; the tree keeps no prefixes, and the local names of all fault vocabularies differ. */
function subcodeOf(fault: XmlElement): string {
  let code = child(fault, SOAP, 'Code');
  let value = '';
  for (;;) {
    code = code === undefined ? undefined : child(code, SOAP, 'Subcode');
    if (code === undefined) return value;
    const text = child(code, SOAP, 'Value')?.text.trim() ?? '';
    value = text.slice(text.indexOf(':') + 1);
  }
}

/** Every text in an element and below it, in order, white space folded; empty ones left out. */
function linesOf(element: XmlElement, lines: string[] = []): readonly string[] {
  const own = element.text.replace(/\s+/g, ' ').trim();
  if (own !== '') lines.push(own);
  for (const inner of element.children) linesOf(inner, lines);
  return lines;
}

function addressIn(text: string): string {
  return /https?:\/\/[^\s"'<>]+/i.exec(text)?.[0] ?? '';
}

function versionIn(text: string): string {
  return /(?<!\d)\d+\.\d+(\.\d+)*/.exec(text)?.[0] ?? '?';
}
