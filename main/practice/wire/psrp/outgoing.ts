import { Destination, encodeMessage, fragmentMessage, NIL_GUID } from '../../../psrp/index.ts';
import { STREAMS } from '../../../wsman/index.ts';
import type { OutputQueue } from '../wsman/output-queue.ts';

/** Every Windows server puts one before its XML (wire-protocol D2). */
const BYTE_ORDER_MARK = '\uFEFF';
/** PowerShell's fragment, 32 KiB with its 21-byte header (BaseTransportManager.DefaultFragmentSize). */
const FRAGMENT_DATA_BYTES = 32 * 1024 - 21;

/** Numbers and cuts the server's messages of one pool: its pipelines share the counter (MS-PSRP 2.2.4). */
export class Outgoing {
  private objectId = 0n;
  private poolId = NIL_GUID;

  /** The pool's id, from the client's first message; every message but SESSION_CAPABILITY carries it. */
  name(poolId: string): void {
    this.poolId = poolId;
  }

  /** Puts a message of the pool itself, or of a pipeline, into the output its client fetches. */
  send(output: OutputQueue, type: number, data: string, pipelineId: string = NIL_GUID): void {
    this.put(output, type, data, this.poolId, pipelineId);
  }

  /** SESSION_CAPABILITY after Create carries no pool id at all (53 of 53 recorded; wire-protocol D2). */
  sendUnnamed(output: OutputQueue, type: number, data: string): void {
    this.put(output, type, data, NIL_GUID, NIL_GUID);
  }

  private put(output: OutputQueue, type: number, data: string, runspacePoolId: string, pipelineId: string): void {
    this.objectId += 1n;
    const message = encodeMessage({
      destination: Destination.CLIENT,
      type,
      runspacePoolId,
      pipelineId,
      data: data === '' ? '' : BYTE_ORDER_MARK + data,
    });
    for (const fragment of fragmentMessage(this.objectId, message, FRAGMENT_DATA_BYTES)) {
      output.write(STREAMS.stdout, fragment);
    }
  }
}
