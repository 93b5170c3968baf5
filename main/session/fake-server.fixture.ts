import { failure, Failure } from '../../shared/errors.ts';
import { encodePoolState, encodeSessionCapability } from '../psrp/codecs/pool.ts';
import { encodeClixml } from '../psrp/clixml/encode.ts';
import type { PsValue } from '../psrp/clixml/values.ts';
import { psObject } from '../psrp/clixml/build.ts';
import { Defragmenter } from '../psrp/fragments/defragmenter.ts';
import { fragmentMessage } from '../psrp/fragments/fragment.ts';
import { decodeMessage, encodeMessage, type Message } from '../psrp/messages/message.ts';
import { Destination, MessageType } from '../psrp/messages/message-type.ts';
import type { Connection, HttpReply, Transport } from '../transport/index.ts';
import { ACTIONS, SIGNALS } from '../wsman/index.ts';
import { child, readXmlTree, type XmlElement } from '../xml/tree.ts';

/** A request as the fake server sees it. */
export interface SeenRequest {
  readonly verb: keyof typeof ACTIONS | 'stop' | 'terminate';
  /** 1 for the first connection that was opened. */
  readonly connection: number;
  readonly messageId: string;
  readonly shellId: string | null;
  readonly commandId: string | null;
  readonly maxEnvelopeSize: number;
  readonly operationTimeout: string;
  readonly bytes: number;
  /** Base64 of what the body carries. */
  readonly data: string;
  readonly action: string;
  /** Aborts when the client gives the request up. */
  readonly gone: AbortSignal;
}

/** Answers one request: with the inside of a SOAP body, or by throwing what a transport throws. */
export type Handler = (request: SeenRequest) => string | Promise<string>;

const VERBS = new Map<string, keyof typeof ACTIONS>(
  // The keys of a literal object are its keys.
  (Object.keys(ACTIONS) as (keyof typeof ACTIONS)[]).map((verb) => [ACTIONS[verb], verb]),
);

/** The server's own id, so that a client that keeps using its own is found out. */
export const SERVER_SHELL = '00000000-AAAA-BBBB-CCCC-000000000001';

/**
 * A server in memory that speaks real envelopes and real PSRP, and whose answers a test can take over verb by verb: for
 * what a real server does only by accident. Everything else is tested against the practice deployment.
 */
export class FakeServer {
  readonly seen: SeenRequest[] = [];
  readonly messages: Message[] = [];
  readonly handlers: { [Verb in SeenRequest['verb']]?: Handler } = {};
  connections = 0;
  #objectId = 0n;
  #poolId = '';
  #defragmenters = new Map<string, Defragmenter>();
  #shellReceives = 0;
  #pipelines: string[] = [];

  readonly transport: Transport = {
    address: '192.0.2.1',
    connect: () => this.#connect(),
    close: () => undefined,
    signIns: 0,
    mechanism: null,
    noKerberos: null,
  };

  /** How often a verb was asked for. */
  count(verb: SeenRequest['verb']): number {
    return this.seen.filter((request) => request.verb === verb).length;
  }

  /** A Stream element with whole fragments of one message of a pipeline, the latest unless it is named, or of the pool. */
  stream(type: number, data: string, to: 'pool' | 'pipeline' = 'pipeline', of = this.#pipelines.at(-1) ?? ''): string {
    const pipelineId = to === 'pool' ? '00000000-0000-0000-0000-000000000000' : of;
    const message = {
      destination: Destination.CLIENT,
      type,
      runspacePoolId: this.#poolId,
      pipelineId,
      data: `\uFEFF${data}`,
    };
    const fragments = Buffer.concat(fragmentMessage(++this.#objectId, encodeMessage(message), 1_000_000));
    const command = to === 'pool' ? '' : ` CommandId="${pipelineId}"`;
    return `<rsp:Stream Name="stdout"${command}>${fragments.toString('base64')}</rsp:Stream>`;
  }

  output(value: PsValue, of?: string): string {
    return this.stream(MessageType.PIPELINE_OUTPUT, encodeClixml(value), 'pipeline', of);
  }

  /** PIPELINE_STATE: 3 stopped, 4 completed, 5 failed. */
  state(state: number, of?: string): string {
    const data = encodeClixml(psObject({ extended: { PipelineState: state } }));
    return this.stream(MessageType.PIPELINE_STATE, data, 'pipeline', of);
  }

  capability(protocolVersion = '2.3'): string {
    const capability = { protocolVersion, psVersion: '2.0', serializationVersion: '1.1.0.1' };
    return this.stream(MessageType.SESSION_CAPABILITY, encodeSessionCapability(capability), 'pool');
  }

  done(of = this.#pipelines.at(-1) ?? ''): string {
    const state = 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell/CommandState/Done';
    return `<rsp:CommandState CommandId="${of}" State="${state}"/>`;
  }

  #connect(): Connection {
    const connection = ++this.connections;
    let turns: Promise<unknown> = Promise.resolve();
    return {
      post: (body, { signal, recall }) => {
        const taken = recall === undefined ? null : untilRecalled(turns, recall);
        const turn = (taken ?? turns).then(() =>
          this.#answer(body, connection, signal ?? new AbortController().signal),
        );
        turns = Promise.allSettled([turns, turn]);
        return turn;
      },
      ask: () => Promise.reject(new Error('nobody asks a fake server without signing in')),
      close: () => undefined,
      signIns: 1,
    };
  }

  async #answer(text: string, connection: number, gone: AbortSignal): Promise<HttpReply> {
    if (gone.aborted) throw failure('workstation.cancelled', {});
    const request = readRequest(text, connection, gone);
    this.seen.push(request);
    this.#read(request);
    const given = new Promise<never>((_, reject) => {
      gone.addEventListener('abort', () => reject(failure('workstation.cancelled', {})), { once: true });
    });
    const handler = this.handlers[request.verb] ?? ((seen: SeenRequest) => this.#usual(seen));
    try {
      const body = await Promise.race([Promise.resolve(request).then(handler), given]);
      return reply(200, `${request.action}Response`, request.messageId, body);
    } catch (caught) {
      if (caught instanceof Fault) {
        return reply(500, 'http://schemas.dmtf.org/wbem/wsman/1/wsman/fault', request.messageId, caught.body);
      }
      throw caught;
    }
  }

  #read(request: SeenRequest): void {
    if (request.data === '') return;
    const key = request.commandId ?? '';
    const defragmenter = this.#defragmenters.get(key) ?? new Defragmenter();
    this.#defragmenters.set(key, defragmenter);
    for (const bytes of defragmenter.push(Buffer.from(request.data, 'base64'))) {
      const message = decodeMessage(bytes);
      this.#poolId = message.runspacePoolId;
      this.messages.push(message);
    }
  }

  #usual(request: SeenRequest): string | Promise<never> {
    switch (request.verb) {
      case 'create':
        return created(SERVER_SHELL);
      case 'receive':
        return request.commandId === null ? this.#opening() : this.#completed();
      case 'command':
        this.#pipelines.push(request.commandId ?? '');
        return `<rsp:CommandResponse><rsp:CommandId>${request.commandId ?? ''}</rsp:CommandId></rsp:CommandResponse>`;
      case 'send':
      case 'signal':
      case 'stop':
      case 'terminate':
      case 'delete':
      case 'get':
        return '';
    }
  }

  #completed(): string {
    return received(this.state(4) + this.done());
  }

  /** The pool's opening, spread over two Receives as recorded servers do; after it the pool has nothing more to say. */
  #opening(): string | Promise<never> {
    this.#shellReceives += 1;
    if (this.#shellReceives === 1) return received(this.capability());
    if (this.#shellReceives > 2) return never();
    return received(this.stream(MessageType.RUNSPACEPOOL_STATE, encodePoolState('opened'), 'pool'));
  }
}

/** The body of a Receive's answer. */
export function received(inside: string): string {
  return `<rsp:ReceiveResponse>${inside}</rsp:ReceiveResponse>`;
}

/** The body of a Create's answer. */
export function created(shellId: string): string {
  return (
    '<x:ResourceCreated><a:ReferenceParameters><w:SelectorSet>' +
    `<w:Selector Name="ShellId">${shellId}</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated>`
  );
}

/** Thrown by a handler: answered as a WSManFault of that code. */
export class Fault extends Error {
  readonly body: string;

  constructor(code: number) {
    super(`fault ${code}`);
    this.body =
      '<s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text>No.</s:Text></s:Reason><s:Detail>' +
      `<f:WSManFault Code="${code}"><f:Message/></f:WSManFault></s:Detail></s:Fault>`;
  }
}

/** Waits for its turn, unless it is taken back before. */
async function untilRecalled(turns: Promise<unknown>, recall: AbortSignal): Promise<void> {
  const recalled = Promise.withResolvers<never>();
  recall.addEventListener('abort', () => recalled.reject(failure('workstation.cancelled', {})), { once: true });
  await Promise.race([turns, recalled.promise]);
  if (recall.aborted) throw failure('workstation.cancelled', {});
}

/** A request that is never answered: it ends when the client gives it up. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** The error code a promise rejects with; a test that expects one fails where it resolves. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (caught) {
    if (caught instanceof Failure) return caught.error.code;
    throw caught;
  }
  throw new Error('expected a Failure');
}

function readRequest(text: string, connection: number, gone: AbortSignal): SeenRequest {
  const root = readXmlTree(text);
  const find = (name: string, from: XmlElement = root): XmlElement | undefined => {
    for (const inner of from.children) {
      const found = inner.name === name ? inner : find(name, inner);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const action = find('Action')?.text ?? '';
  const code = find('Code')?.text;
  const verb = code === SIGNALS.stop ? 'stop' : code === SIGNALS.terminate ? 'terminate' : VERBS.get(action);
  if (verb === undefined) throw new Error(`no verb of ours: ${action}`);
  const body = child(root, 'http://www.w3.org/2003/05/soap-envelope', 'Body');
  const carrier = ['CommandLine', 'Stream', 'DesiredStream', 'Signal'].map((name) => find(name, body)).find(Boolean);
  return {
    verb,
    connection,
    action,
    gone,
    messageId: find('MessageID')?.text ?? '',
    shellId: find('Selector')?.text ?? null,
    commandId: carrier?.attributes.get('CommandId') ?? null,
    maxEnvelopeSize: Number(find('MaxEnvelopeSize')?.text),
    operationTimeout: find('OperationTimeout')?.text ?? '',
    bytes: Buffer.byteLength(text),
    data: (find('creationXml') ?? find('Arguments') ?? find('Stream'))?.text ?? '',
  };
}

function reply(status: number, action: string, relatesTo: string, body: string): HttpReply {
  return {
    status,
    contentType: 'application/soap+xml;charset=UTF-8',
    headers: new Map(),
    body:
      '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"' +
      ' xmlns:x="http://schemas.xmlsoap.org/ws/2004/09/transfer" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"' +
      ' xmlns:rsp="http://schemas.microsoft.com/wbem/wsman/1/windows/shell"' +
      ' xmlns:f="http://schemas.microsoft.com/wbem/wsman/1/wsmanfault">' +
      `<s:Header><a:Action>${action}</a:Action><a:RelatesTo>${relatesTo}</a:RelatesTo></s:Header>` +
      `<s:Body>${body}</s:Body></s:Envelope>`,
  };
}
