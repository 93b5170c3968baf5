import { failure, type Failure } from '../../shared/errors.ts';
import { TREE_LIMITS } from '../xml/limits.ts';
import { child, readXmlTree, type XmlElement } from '../xml/tree.ts';
import type { WsmanRequest } from './context.ts';
import { ADDRESSING, SOAP } from './namespaces.ts';

/** An HTTP answer, whatever its status: what a transport hands over. */
export interface WsmanAnswer {
  readonly status: number;
  /** As sent, '' where there is none. */
  readonly contentType: string;
  readonly body: string;
  /** The Location header of a redirection. */
  readonly location?: string;
}

/** Whom and what a refusal is about, for the sentence the person reads. */
export interface AnswerPlace {
  readonly url: string;
  readonly user: string;
  /** The sign-in's name, for a refusal of it that comes as a fault. */
  readonly scheme: string;
  readonly resourceUri: string;
}

/** An opened envelope: its header, and what its body holds (none for an empty body). */
export interface OpenedEnvelope {
  readonly action: string;
  readonly relatesTo: string | null;
  readonly body: XmlElement;
  readonly fault: XmlElement | undefined;
}

/**
 * Opens the answer to a request and checks that it belongs to it (RelatesTo).
 *
 * Throws http.not-soap, http.empty, http.forbidden, http.not-found, http.unavailable, http.gateway, http.status and
 * ws-management.redirected for an answer that is no SOAP, powershell.hostile-xml for one that must not be read, and
 * ws-management.reply-malformed for one that cannot be, or that answers another request. A fault is returned, not
 * thrown.
 */
export function openAnswer(answer: WsmanAnswer, request: WsmanRequest, place: AnswerPlace): OpenedEnvelope {
  if (!isXml(answer)) throw notSoap(answer, place);
  const root = readXmlTree(answer.body, TREE_LIMITS, malformed);
  if (root.name !== 'Envelope') throw notSoap(answer, place);
  if (root.namespace !== SOAP) throw malformed(`an envelope of another SOAP version (${root.namespace})`);
  const body = child(root, SOAP, 'Body');
  if (body === undefined) throw malformed('an envelope without a body');
  const header = child(root, SOAP, 'Header');
  const action = textOf(header, 'Action') ?? '';
  const relatesTo = textOf(header, 'RelatesTo');
  const fault = child(body, SOAP, 'Fault');
  // A server that could not read the request has no MessageID to relate its fault to (DSP0226 section 14.2).
  if (fault === undefined && relatesTo === null) throw malformed('an answer that relates to no request');
  if (relatesTo !== null && relatesTo.toLowerCase() !== request.messageId.toLowerCase()) {
    throw malformed('an answer to another request');
  }
  return { action, relatesTo, body, fault };
}

/** ws-management.reply-malformed with what is wrong, in English. */
export function malformed(reason: string): Failure {
  return failure('ws-management.reply-malformed', { reason });
}

function textOf(header: XmlElement | undefined, name: string): string | null {
  if (header === undefined) return null;
  return child(header, ADDRESSING, name)?.text.trim() ?? null;
}

/** IIS labels SOAP `application/soap+xml`; a proxy's page says `text/html`, or says nothing and begins like one. */
function isXml(answer: WsmanAnswer): boolean {
  const type = answer.contentType.split(';', 1).join('').trim().toLowerCase();
  if (type === 'application/soap+xml' || type === 'text/xml' || type === 'application/xml') {
    return answer.body.trim() !== '';
  }
  return type === '' && /^\uFEFF?\s*<(?!!doctype html|html)/i.test(answer.body);
}

/** Of what stands before a server that answers it not, or not so that it can be passed on (RFC 9110 15.6). */
const GATEWAY: ReadonlySet<number> = new Set([502, 504]);

function notSoap(answer: WsmanAnswer, place: AnswerPlace): Failure {
  const host = hostOf(place.url);
  const details = { serverText: `HTTP ${answer.status}\n${answer.body.slice(0, 2000)}` };
  const { location = '' } = answer;
  if (answer.status >= 300 && answer.status < 400 && location !== '') {
    return failure('ws-management.redirected', { location }, details);
  }
  if (answer.status === 403) return failure('http.forbidden', { url: endpointOf(place.url) }, details);
  if (answer.status === 404) return failure('http.not-found', { url: endpointOf(place.url) }, details);
  if (answer.status === 503) return failure('http.unavailable', { host }, details);
  if (GATEWAY.has(answer.status)) return failure('http.gateway', { status: answer.status }, details);
  if (answer.status >= 300) return failure('http.status', { status: answer.status }, details);
  if (answer.body.trim() === '') return failure('http.empty', { host, status: answer.status }, details);
  return failure('http.not-soap', { host, contentType: answer.contentType }, details);
}

/** The address as a person has set it up: what the protocol puts into its query says nothing to them. */
function endpointOf(url: string): string {
  return url.replace(/[?#].*$/, '');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}
