import { openTransport, type Connection, type HttpReply, type Transport } from '../../../transport/index.ts';
import { connectionUrl, POWERSHELL_RESOURCE_URI, type WsmanContext, type WsmanRequest } from '../../../wsman/index.ts';
import { child, readXmlTree, type XmlElement } from '../../../xml/tree.ts';
import { SOAP, WSMAN_FAULT } from '../../../wsman/namespaces.ts';
import type { AccountName } from '../../state/accounts.ts';
import type { RunningPractice } from '../../index.ts';

/** A client of tests: our own transport, and envelopes as they stand. */
export interface WireClient {
  readonly context: WsmanContext;
  readonly connection: Connection;
  /** A further connection of the same client, for a second request at once. */
  another(): Connection;
  post(request: WsmanRequest | string, connection?: Connection): Promise<HttpReply>;
  close(): void;
}

const TIMEOUT_MS = 15_000;

/** Connects to a practice deployment with Basic sign-in, which keeps what a test counts simple. */
export async function connectTo(
  practice: Pick<RunningPractice, 'url' | 'caPem' | 'accounts'>,
  options: {
    readonly account?: AccountName;
    readonly resourceUri?: string;
    readonly context?: Partial<WsmanContext>;
    readonly scheme?: 'negotiate' | 'ntlm' | 'basic';
  } = {},
): Promise<WireClient> {
  const url = connectionUrl(new URL(practice.url));
  const { user, password } = practice.accounts[options.account ?? 'administrator'];
  const transport: Transport = await openTransport({
    url,
    trust: { kind: 'ca', pem: practice.caPem },
    signIn: { scheme: options.scheme ?? 'basic', user, password },
  });
  const connection = transport.connect();
  return {
    context: {
      url: url.href,
      resourceUri: options.resourceUri ?? POWERSHELL_RESOURCE_URI,
      sessionId: crypto.randomUUID().toUpperCase(),
      maxEnvelopeSize: 153_600,
      operationTimeoutMs: 20_000,
      locale: 'en-US',
      nextMessageId: () => crypto.randomUUID().toUpperCase(),
      ...options.context,
    },
    connection,
    another: () => transport.connect(),
    post: (request, on = connection) =>
      on.post(typeof request === 'string' ? request : request.body, { timeoutMs: TIMEOUT_MS }),
    close: () => transport.close(),
  };
}

/** The element inside s:Body. */
export function bodyOf(reply: HttpReply): XmlElement {
  const body = child(readXmlTree(reply.body), SOAP, 'Body')?.children[0];
  if (body === undefined) throw new Error(`no body in ${reply.status} ${reply.body}`);
  return body;
}

/** The code of a fault, with its subcode; what the reply was otherwise. */
export function faultOf(reply: HttpReply): string {
  if (!reply.contentType.includes('soap+xml')) return `${reply.status} ${reply.contentType}`;
  const fault = child(readXmlTree(reply.body), SOAP, 'Body')?.children[0];
  if (fault?.name !== 'Fault') return `${reply.status} ${fault?.name ?? 'empty'}`;
  const subcode = child(fault, SOAP, 'Code')?.children[1]?.children[0]?.text ?? '';
  const detail = child(fault, SOAP, 'Detail');
  const wsman = detail === undefined ? undefined : child(detail, WSMAN_FAULT, 'WSManFault');
  return `${reply.status} ${subcode} ${wsman?.attributes.get('Code') ?? ''}`;
}
