import { joinBytes } from '../fragments/bytes.ts';
import { Defragmenter } from '../fragments/defragmenter.ts';
import { fragmentMessage } from '../fragments/fragment.ts';
import { NIL_GUID } from '../messages/guid.ts';
import { Destination } from '../messages/message-type.ts';
import { decodeMessage, encodeMessage, type Message } from '../messages/message.ts';

/** The messages in what a client sends. */
export function messagesIn(bytes: Uint8Array | null): readonly Message[] {
  return bytes === null ? [] : new Defragmenter().push(bytes).map(decodeMessage);
}

/** Says messages as a Windows server does: a byte order mark before the data, fragments of 32 KiB, ids of its own. */
export function serverVoice(runspacePoolId: string) {
  let objectId = 0n;
  return (type: number, data: string, pipelineId = NIL_GUID): Uint8Array => {
    const message = { destination: Destination.CLIENT, type, runspacePoolId, pipelineId, data: `\ufeff${data}` };
    return joinBytes(fragmentMessage(++objectId, encodeMessage(message), 32_768));
  };
}
