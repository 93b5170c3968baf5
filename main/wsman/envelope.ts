import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { SHELL_ID_SELECTOR } from './actions.ts';
import type { WsmanContext, WsmanRequest } from './context.ts';
import { ADDRESSING, ANONYMOUS, SHELL, SOAP, WSMAN, WSMAN_MICROSOFT } from './namespaces.ts';

/** One wsman:Option. */
interface WsmanOption {
  readonly name: string;
  readonly value: string;
  /** The server must refuse the request rather than ignore the option. */
  readonly mustComply?: boolean;
}

/** What differs between two envelopes of one client. */
export interface EnvelopeParts {
  readonly action: string;
  readonly options?: readonly WsmanOption[];
  /** The shell the request is for: the server's id, from ResourceCreated. */
  readonly shellId?: string;
  /** XML of the body's inside, built by us; `rsp` is declared. */
  readonly body: string;
}

const NAMESPACES =
  `xmlns:s="${SOAP}" xmlns:wsa="${ADDRESSING}" xmlns:wsman="${WSMAN}"` +
  ` xmlns:wsmv="${WSMAN_MICROSOFT}" xmlns:rsp="${SHELL}"`;

/**
 * Builds a whole request with the headers that recorded Windows clients send (wire-protocol D1), each with the
 * mustUnderstand it carries there.
 */
export function buildEnvelope(context: WsmanContext, parts: EnvelopeParts): WsmanRequest {
  const messageId = `uuid:${context.nextMessageId()}`;
  const locale = escapeAttribute(context.locale);
  const header = [
    must('wsa:Action', parts.action),
    `<wsmv:DataLocale s:mustUnderstand="false" xml:lang="${locale}"/>`,
    `<wsman:Locale s:mustUnderstand="false" xml:lang="${locale}"/>`,
    must('wsman:MaxEnvelopeSize', String(context.maxEnvelopeSize)),
    `<wsa:MessageID>${escapeText(messageId)}</wsa:MessageID>`,
    `<wsman:OperationTimeout>${duration(context.operationTimeoutMs)}</wsman:OperationTimeout>`,
    `<wsa:ReplyTo>${must('wsa:Address', ANONYMOUS)}</wsa:ReplyTo>`,
    must('wsman:ResourceURI', context.resourceUri),
    `<wsmv:SessionId s:mustUnderstand="false">uuid:${escapeText(context.sessionId)}</wsmv:SessionId>`,
    `<wsa:To>${escapeText(context.url)}</wsa:To>`,
    optionSet(parts.options ?? []),
    selectorSet(parts.shellId),
  ].join('');
  const body = `<s:Envelope ${NAMESPACES}><s:Header>${header}</s:Header><s:Body>${parts.body}</s:Body></s:Envelope>`;
  return { messageId, action: parts.action, body };
}

/**
 * An XML Schema duration of whole or broken seconds: 20,000 ms is `PT20S`, 500 ms is `PT0.5S`. Never minutes or hours,
 * so that no zero can be lost on the way (wire-protocol, "Known mistakes").
 */
export function duration(milliseconds: number): string {
  return `PT${milliseconds / 1000}S`;
}

function must(name: string, text: string): string {
  return `<${name} s:mustUnderstand="true">${escapeText(text)}</${name}>`;
}

function optionSet(options: readonly WsmanOption[]): string {
  if (options.length === 0) return '';
  const items = options.map(({ name, value, mustComply }) => {
    const comply = mustComply === true ? ' MustComply="true"' : '';
    return `<wsman:Option Name="${escapeAttribute(name)}"${comply}>${escapeText(value)}</wsman:Option>`;
  });
  return `<wsman:OptionSet s:mustUnderstand="true">${items.join('')}</wsman:OptionSet>`;
}

function selectorSet(shellId: string | undefined): string {
  if (shellId === undefined) return '';
  const selector = `<wsman:Selector Name="${SHELL_ID_SELECTOR}">${escapeText(shellId)}</wsman:Selector>`;
  return `<wsman:SelectorSet>${selector}</wsman:SelectorSet>`;
}
