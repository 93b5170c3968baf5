import { Failure } from '../../../shared/errors.ts';
import { decodePipelineEvent } from '../codecs/pipeline-event.ts';
import { MessageType } from '../messages/message-type.ts';
import type { Message } from '../messages/message.ts';
import type { PipelineEvent } from '../records.ts';

/** FullyQualifiedErrorId of the record that stands for an object this client could not read. */
const UNREADABLE_OBJECT = 'Edgewise.UnreadableObject';

const NEVER_PASSED_OVER: ReadonlySet<number> = new Set([
  MessageType.PIPELINE_STATE,
  MessageType.PIPELINE_HOST_CALL,
  MessageType.RUNSPACEPOOL_HOST_CALL,
]);

/**
 * The event in a message to the client, or null for a type that carries none.
 *
 * An object or a record that is not well-formed becomes an error record of ours: a forbidden character fails its object,
 * not the reply, and no answer is quietly one object short. A state or a host call that cannot be read fails the
 * pipeline, and so does hostile XML.
 */
export function readEvent(message: Message): PipelineEvent | null {
  try {
    return decodePipelineEvent(message.type, message.data);
  } catch (caught) {
    if (!(caught instanceof Failure) || caught.error.code !== 'powershell.message-malformed') throw caught;
    if (NEVER_PASSED_OVER.has(message.type)) throw caught;
    return { kind: 'error', record: unreadable(caught.error.values.reason) };
  }
}

function unreadable(reason: string) {
  return {
    message: `An object of the answer could not be read: ${reason}`,
    fullyQualifiedErrorId: UNREADABLE_OBJECT,
    category: 'InvalidData',
    activity: '',
    reason: 'XmlException',
    targetName: '',
    targetType: '',
    recommendedAction: '',
    exceptionTypes: [],
    raw: null,
  };
}
