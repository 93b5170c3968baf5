import { Failure } from '../../shared/errors.ts';
import type { Connection } from '../transport/index.ts';
import { readReceiveReply, receiveRequest, type ReceiveReply } from '../wsman/index.ts';
import { pause } from './abort.ts';
import type { FragmentTrail } from './fragment-trail.ts';
import { isLost, post, type Shell } from './shell.ts';
import type { Silence } from './silence.ts';

/** One Receive: of a command, or of the shell itself (null). */
export interface ReceiveOptions {
  readonly commandId: string | null;
  /** The stream's trail, which is told of every loss. */
  readonly trail: FragmentTrail;
  readonly signal: AbortSignal;
  /** The stream's silence, which keeps it from being asked too often; none for what is asked once. */
  readonly silence?: Silence;
  /** How long the server may hold it, in milliseconds. */
  readonly operationTimeoutMs?: number;
  /** A reply that may be lost ends it: for a stream where nothing that comes later would show the loss. */
  readonly lossEnds?: boolean;
}

/**
 * Asks for output, and asks again where the connection was lost or fell silent: the connection signs in anew by itself.
 * What the server had already sent on the lost one is then missing, which the trail tells (powershell.fragments-lost), or
 * the stream's silence where nothing comes any more.
 *
 * Throws powershell.fragments-lost where the loss came inside a fragment, and the first loss when no connection can be
 * had any more, for the command was sent and a mere network.refused would read as if it had not been, or where
 * `lossEnds`. Otherwise what `post` and `readReceiveReply` throw.
 */
export async function receive(shell: Shell, lane: Connection, options: ReceiveOptions): Promise<ReceiveReply> {
  const { commandId, trail, signal, operationTimeoutMs = shell.context.operationTimeoutMs, lossEnds = false } = options;
  const { receiveGraceMs: quietMs, receiveMs: wholeMs } = shell.limits;
  const within = { timeoutMs: operationTimeoutMs + quietMs, arriving: { quietMs, wholeMs }, signal };
  let firstLoss: Failure | null = null;
  const { silence } = options;
  for (let losses = 0; ;) {
    const askedAt = performance.now();
    const request = receiveRequest({ ...shell.context, operationTimeoutMs }, shell.id, commandId);
    try {
      const reply = readReceiveReply(await post(lane, request, within), request, shell.place);
      if (bringsSomething(reply)) silence?.heard();
      else await silence?.goesOn(askedAt, operationTimeoutMs, signal);
      return reply;
    } catch (caught) {
      if (signal.aborted) throw caught;
      if (!isLost(caught)) throw firstLoss !== null && isNetwork(caught) ? firstLoss : caught;
      if (lossEnds && caught.requestSent) throw caught;
      firstLoss ??= caught;
      if (caught.requestSent) silence?.lost();
      trail.doubt();
      const wait = shell.limits.receivePausesMs[losses++];
      if (wait === undefined) throw firstLoss;
      await pause(wait, signal);
    }
  }
}

function bringsSomething({ streams, commandState }: ReceiveReply): boolean {
  return commandState === 'done' || streams.some(({ data }) => data.length > 0);
}

function isNetwork(caught: unknown): boolean {
  return caught instanceof Failure && caught.error.layer === 'network';
}
