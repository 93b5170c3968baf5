import { failure, Failure } from '../../../../shared/errors.ts';
import { OPTIONS, SHELL_ID_SELECTOR } from '../../../wsman/actions.ts';
import { ADDRESSING, ANONYMOUS, SHELL, SOAP, WSMAN, WSMAN_MICROSOFT } from '../../../wsman/namespaces.ts';
import { child, children, readXmlTree, type XmlElement } from '../../../xml/tree.ts';
import { durationMs } from './duration.ts';
import {
  envelopeTooSmall,
  headerRequired,
  invalidBody,
  invalidHeader,
  invalidResourceUri,
  invalidTimeout,
  invalidXml,
  notUnderstood,
  optionNotSupported,
} from './fault.ts';

/** A WS-Management request, its headers read and checked. */
export interface ServiceRequest {
  readonly action: string;
  readonly messageId: string;
  readonly resourceUri: string;
  /** Bytes of the largest reply envelope the client takes. */
  readonly maxEnvelopeSize: number;
  readonly operationTimeoutMs: number;
  readonly options: ReadonlyMap<string, string>;
  /** The ShellId selector, or null where there is none. */
  readonly shellId: string | null;
  /** The element in s:Body, or null where it is empty. */
  readonly body: XmlElement | null;
}

/** The smallest reply a client may ask for (DSP0226 6.2), and the largest this service makes (WinRM's default, 500 KiB). */
const SMALLEST_ENVELOPE = 8192;
export const SERVICE_ENVELOPE = 512_000;
/** Where the client names none: WinRM's MaxTimeoutms. Where it names more, WinRM's server keep-alive of four minutes. */
const DEFAULT_TIMEOUT_MS = 60_000;
const LONGEST_TIMEOUT_MS = 240_000;

/** A request is small and flat; a CLIXML message inside it is base64, hence one text. */
const LIMITS = { depth: 32, characters: 2 * SERVICE_ENVELOPE, elements: 4096, attributes: 64 };

const UNDERSTOOD: ReadonlySet<string> = new Set([
  ...['Action', 'MessageID', 'To', 'ReplyTo', 'From', 'FaultTo'].map((name) => `${ADDRESSING} ${name}`),
  ...['ResourceURI', 'SelectorSet', 'OptionSet', 'OperationTimeout', 'MaxEnvelopeSize', 'Locale'].map(
    (name) => `${WSMAN} ${name}`,
  ),
  ...['DataLocale', 'SessionId', 'OperationID', 'SequenceId', 'ActivityId'].map((name) => `${WSMAN_MICROSOFT} ${name}`),
]);

/** Options a shell of this service knows; a WinRS client sends the WINRS ones to any shell. */
const KNOWN_OPTIONS: ReadonlySet<string> = new Set(
  [
    OPTIONS.protocolVersion,
    OPTIONS.keepAlive,
    'WINRS_NOPROFILE',
    'WINRS_CODEPAGE',
    'WINRS_SKIP_CMD_SHELL',
    'WINRS_CONSOLEMODE_STDIN',
  ].map((name) => name.toLowerCase()),
);

/** Reads the text of an envelope. Throws WsmanFault for XML that is not well-formed, hostile, or no SOAP 1.2 envelope. */
export function readEnvelope(text: string): XmlElement {
  const envelope = readTree(text);
  if (envelope.namespace !== SOAP || envelope.name !== 'Envelope') throw invalidXml('not a SOAP 1.2 envelope');
  return envelope;
}

/** The request's MessageID, for the RelatesTo of a reply, even of the fault that refuses it; null where it has none. */
export function messageIdOf(envelope: XmlElement): string | null {
  return headerText(envelope, ADDRESSING, 'MessageID');
}

/** Reads and checks the headers that D1 names. Throws the WsmanFault that a Windows server answers what is wrong with. */
export function readRequest(envelope: XmlElement): ServiceRequest {
  const header = child(envelope, SOAP, 'Header');
  for (const entry of header?.children ?? []) requireUnderstood(entry);
  const action = required(envelope, ADDRESSING, 'Action');
  const messageId = required(envelope, ADDRESSING, 'MessageID');
  requireAnonymousReply(header);
  return {
    action,
    messageId,
    resourceUri: requiredResource(envelope),
    maxEnvelopeSize: envelopeSize(envelope),
    operationTimeoutMs: operationTimeout(envelope),
    options: optionsOf(header),
    shellId: shellIdOf(header),
    body: child(envelope, SOAP, 'Body')?.children[0] ?? null,
  };
}

/** The body, which must be this element of the shell namespace. Throws WsmanFault otherwise. */
export function requireBody(request: ServiceRequest, name: string): XmlElement {
  if (request.body?.namespace !== SHELL || request.body.name !== name)
    throw invalidBody(`The body is not rsp:${name}.`);
  return request.body;
}

/** Bytes of a base64 text, white space allowed. Throws WsmanFault for anything else. */
export function bytesFromBase64(text: string): Uint8Array {
  const compact = /\s/.test(text) ? text.replaceAll(/\s+/g, '') : text;
  const bytes = Buffer.from(compact, 'base64');
  const padding = compact.endsWith('==') ? 2 : compact.endsWith('=') ? 1 : 0;
  // Buffer passes over foreign characters: what comes out is then too short.
  if (compact.length % 4 !== 0 || bytes.length !== (compact.length / 4) * 3 - padding) {
    throw invalidBody('Data is not base64.');
  }
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readTree(text: string): XmlElement {
  try {
    return readXmlTree(text, LIMITS, (reason) => failure('powershell.message-malformed', { reason }));
  } catch (error) {
    if (error instanceof Failure) throw invalidXml(error.message);
    throw error;
  }
}

function requireUnderstood(entry: XmlElement): void {
  const mandatory = entry.namespacedAttributes.some(
    ({ namespace, name, value }) =>
      namespace === SOAP && name === 'mustUnderstand' && ['true', '1'].includes(value.trim()),
  );
  if (mandatory && !UNDERSTOOD.has(`${entry.namespace} ${entry.name}`)) throw notUnderstood(entry.name);
}

/** A reply goes back on the connection the request came on, and nowhere else. */
function requireAnonymousReply(header: XmlElement | undefined): void {
  const replyTo = header && child(header, ADDRESSING, 'ReplyTo');
  const address = replyTo && child(replyTo, ADDRESSING, 'Address');
  if (replyTo !== undefined && address?.text.trim() !== ANONYMOUS) throw invalidHeader('ReplyTo');
}

function requiredResource(envelope: XmlElement): string {
  const uri = headerText(envelope, WSMAN, 'ResourceURI');
  if (uri === null) throw invalidResourceUri('(none)');
  return uri;
}

function envelopeSize(envelope: XmlElement): number {
  const text = headerText(envelope, WSMAN, 'MaxEnvelopeSize');
  if (text === null) return SERVICE_ENVELOPE;
  if (!/^\d{1,10}$/.test(text)) throw invalidHeader('MaxEnvelopeSize');
  const bytes = Number(text);
  if (bytes < SMALLEST_ENVELOPE) throw envelopeTooSmall();
  return Math.min(bytes, SERVICE_ENVELOPE);
}

function operationTimeout(envelope: XmlElement): number {
  const text = headerText(envelope, WSMAN, 'OperationTimeout');
  if (text === null) return DEFAULT_TIMEOUT_MS;
  const milliseconds = durationMs(text);
  if (milliseconds === null || milliseconds === 0) throw invalidTimeout();
  return Math.min(milliseconds, LONGEST_TIMEOUT_MS);
}

function optionsOf(header: XmlElement | undefined): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  const set = header && child(header, WSMAN, 'OptionSet');
  for (const option of set ? children(set, WSMAN, 'Option') : []) {
    const name = option.attributes.get('Name') ?? '';
    const mustComply = ['true', '1'].includes(option.attributes.get('MustComply') ?? 'false');
    if (mustComply && !KNOWN_OPTIONS.has(name.toLowerCase())) throw optionNotSupported(name);
    options.set(name.toLowerCase(), option.text.trim());
  }
  return options;
}

function shellIdOf(header: XmlElement | undefined): string | null {
  const set = header && child(header, WSMAN, 'SelectorSet');
  const selectors = set ? children(set, WSMAN, 'Selector') : [];
  const selector = selectors.find(
    (candidate) => candidate.attributes.get('Name')?.toLowerCase() === SHELL_ID_SELECTOR.toLowerCase(),
  );
  return selector?.text.trim() ?? null;
}

function required(envelope: XmlElement, namespace: string, name: string): string {
  const text = headerText(envelope, namespace, name);
  if (text === null) throw headerRequired(name);
  return text;
}

function headerText(envelope: XmlElement, namespace: string, name: string): string | null {
  const header = child(envelope, SOAP, 'Header');
  const entry = header && child(header, namespace, name);
  return entry === undefined || entry.text.trim() === '' ? null : entry.text.trim();
}
