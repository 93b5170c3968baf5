import {
  type ClientPipeline,
  ClientRunspacePool,
  type Command,
  type PipelineEvent,
  type PsValue,
} from '../../../psrp/index.ts';
import {
  commandRequest,
  createRequest,
  readCommandReply,
  readCreateReply,
  readEmptyReply,
  readReceiveReply,
  receiveRequest,
  sendRequest,
  signalRequest,
} from '../../../wsman/index.ts';
import type { Connection } from '../../../transport/index.ts';
import type { WireClient } from './wire-client.ts';

/** A session as plain as can be: what the server does is looked at verb by verb, nothing is repeated or hidden. */
export interface PoolClient {
  readonly shellId: string;
  readonly pool: ClientRunspacePool;
  /** Starts a pipeline, its first fragment in the Command; the rest is the caller's to send. */
  readonly start: (pipeline: ClientPipeline) => Promise<void>;
  /** Sends all that waits. */
  readonly flush: (pipeline: ClientPipeline) => Promise<void>;
  /** Receives until the command is done; the server's last word is looked for too. */
  readonly finish: (pipeline: ClientPipeline, on?: Connection) => Promise<readonly PipelineEvent[]>;
  /** All of it, for a pipeline of cmdlets, and then Terminate. */
  readonly run: (commands: readonly Command[], input?: readonly PsValue[]) => Promise<readonly PipelineEvent[]>;
}

const PLACE = { url: 'https://127.0.0.1/', user: 'administrator', scheme: 'Basic', resourceUri: '' };
const PAYLOAD_BYTES = 8_000;

/** Opens a shell and waits until its pool is open. */
export async function openPool(client: WireClient, pool = new ClientRunspacePool()): Promise<PoolClient> {
  const { context } = client;
  pool.open();
  const creation = createRequest(context, { shellId: pool.id, opening: pool.takeOpening() });
  const shellId = readCreateReply(await client.post(creation), creation, PLACE);
  while (pool.state !== 'opened') {
    const request = receiveRequest(context, shellId, null);
    for (const { data } of readReceiveReply(await client.post(request), request, PLACE).streams) pool.receive(data);
  }

  async function start(pipeline: ClientPipeline): Promise<void> {
    pipeline.start();
    const opening = pipeline.takeOutgoing(PAYLOAD_BYTES) ?? new Uint8Array(0);
    const request = commandRequest(context, shellId, { commandId: pipeline.id, opening });
    readCommandReply(await client.post(request), request, PLACE);
  }

  async function flush(pipeline: ClientPipeline): Promise<void> {
    for (;;) {
      const data = pipeline.takeOutgoing(PAYLOAD_BYTES);
      if (data === null) return;
      const request = sendRequest(context, shellId, { commandId: pipeline.id, stream: 'stdin', data });
      readEmptyReply(await client.post(request), request, PLACE);
    }
  }

  async function finish(pipeline: ClientPipeline, on?: Connection): Promise<readonly PipelineEvent[]> {
    const events: PipelineEvent[] = [];
    for (;;) {
      const request = receiveRequest(context, shellId, pipeline.id);
      const reply = readReceiveReply(await client.post(request, on), request, PLACE);
      for (const { data } of reply.streams) events.push(...pipeline.receive(data));
      if (reply.commandState === 'done') break;
    }
    pipeline.finish();
    return events;
  }

  async function run(commands: readonly Command[], input?: readonly PsValue[]): Promise<readonly PipelineEvent[]> {
    const pipeline = pool.createPipeline(commands, { noInput: input === undefined });
    await start(pipeline);
    for (const value of input ?? []) pipeline.sendInput(value);
    if (input !== undefined) pipeline.endInput();
    await flush(pipeline);
    const events = await finish(pipeline);
    const request = signalRequest(context, shellId, pipeline.id, 'terminate');
    readEmptyReply(await client.post(request), request, PLACE);
    return events;
  }

  return { shellId, pool, start, flush, finish, run };
}

/** A cmdlet and its named parameters. */
export function cmdlet(name: string, parameters: Readonly<Record<string, PsValue>> = {}): Command {
  return { name, arguments: Object.entries(parameters).map(([parameter, value]) => ({ name: parameter, value })) };
}

/** The last state a pipeline told, and the error id with it. */
export function endOf(events: readonly PipelineEvent[]): string {
  const last = events.at(-1);
  if (last?.kind !== 'state') return `no state, but ${last?.kind ?? 'nothing'}`;
  return last.reason === null ? last.state : `${last.state} ${last.reason.fullyQualifiedErrorId}`;
}
