import { failure } from '../../../shared/errors.ts';
import { encodeClixml } from '../clixml/encode.ts';
import type { PsObject, PsValue } from '../clixml/values.ts';
import { encodeHostRefusal, NO_USER_INTERFACE, wantsAnswer } from '../codecs/host-call.ts';
import { isPipelineOver } from '../codecs/pipeline-state.ts';
import { Defragmenter } from '../fragments/defragmenter.ts';
import { newGuid, NIL_GUID } from '../messages/guid.ts';
import { Destination, MessageType } from '../messages/message-type.ts';
import { decodeMessage, encodeMessage, type Message } from '../messages/message.ts';
import type { PipelineEvent, PipelineState } from '../records.ts';
import { Outbox } from './outbox.ts';
import { readEvent } from './unreadable.ts';

/** What starts a pipeline: CREATE_PIPELINE or GET_COMMAND_METADATA, whether input may follow, and whether it has a host. */
export interface PipelineOpening {
  readonly type: number;
  readonly data: string;
  readonly noInput: boolean;
  readonly hasHost: boolean;
}

/**
 * One pipeline of a pool, as the client sees it: bytes in, events out, bytes to send (MS-PSRP 3.1). Stopping it is
 * WS-Management's business; the server then answers with the state `stopped`.
 */
export class ClientPipeline {
  /** Upper-case GUID: the CommandId to ask for. */
  readonly id = newGuid();
  readonly #poolId: string;
  readonly #opening: PipelineOpening;
  readonly #outbox: Outbox;
  readonly #responses: Outbox;
  readonly #defragmenter = new Defragmenter();
  #state: PipelineState = 'not-started';
  #inputEnded: boolean;
  #openingTaken = false;

  /** Made by `ClientRunspacePool.createPipeline` and `createMetadataRequest`. */
  constructor(poolId: string, opening: PipelineOpening, nextObjectId: () => bigint) {
    this.#poolId = poolId;
    this.#opening = opening;
    this.#outbox = new Outbox(nextObjectId);
    this.#responses = new Outbox(nextObjectId);
    this.#inputEnded = opening.noInput;
  }

  get state(): PipelineState {
    return this.#state;
  }

  /** Puts the opening message in line. Throws powershell.state unless it was not started before. */
  start(): void {
    this.#demand(this.#state === 'not-started', 'start a pipeline');
    this.#state = 'running';
    this.#queue(this.#opening.type, this.#opening.data);
  }

  /**
   * What to send next, whole fragments of at most `maxBytes` together (22 or more): the first call gives the one fragment
   * for rsp:Arguments, each later one what goes into a Send on stdin. Null when nothing waits.
   */
  takeOutgoing(maxBytes: number): Uint8Array | null {
    if (this.#openingTaken) return this.#outbox.take(maxBytes);
    this.#openingTaken = true;
    return this.#outbox.takeFragment(maxBytes);
  }

  /** Puts the answer to a host call in line (`answerHostCall` makes it); see `takeResponses`. */
  answer(response: PsObject): void {
    this.#responses.add(this.#message(MessageType.PIPELINE_HOST_RESPONSE, encodeClixml(response)));
  }

  /** Answers to host calls, to be sent on the stream `pr`; as `takeOutgoing` otherwise. */
  takeResponses(maxBytes: number): Uint8Array | null {
    return this.#responses.take(maxBytes);
  }

  /**
   * Puts one input object in line; null goes as a message without data, for PowerShell ends the session over a `Nil` here.
   * Throws powershell.state when the pipeline takes none, or no more.
   */
  sendInput(value: PsValue): void {
    this.#demand(this.#state === 'running' && !this.#inputEnded, 'send input');
    this.#queue(MessageType.PIPELINE_INPUT, value === null ? '' : encodeClixml(value));
  }

  /** Puts the end of input in line, which a pipeline that takes input waits for. Throws as `sendInput`. */
  endInput(): void {
    this.#demand(this.#state === 'running' && !this.#inputEnded, 'end the input');
    this.#inputEnded = true;
    this.#queue(MessageType.END_OF_PIPELINE_INPUT, '');
  }

  /**
   * Takes the bytes of one Stream element of this command; gives what they say, in order. A host call is told; where the
   * server waits for an answer it is the caller's to `answer`, or refused at once by a pipeline with the null host.
   *
   * Throws powershell.fragments-lost, powershell.hostile-xml, and powershell.message-malformed for what is not to be
   * trusted; the pipeline is then of no more use. An output object that cannot be read is an error record, see
   * `readEvent`.
   */
  receive(bytes: Uint8Array): PipelineEvent[] {
    return this.#defragmenter.push(bytes).flatMap((message) => this.#read(decodeMessage(message)) ?? []);
  }

  /**
   * Says that WS-Management has no more for this command. Throws powershell.fragments-lost when a message is unfinished
   * or the state that ends a pipeline never came: what was read may then be less than what was sent.
   */
  finish(): void {
    this.#defragmenter.finish();
    if (isPipelineOver(this.#state)) return;
    throw failure('powershell.fragments-lost', { reason: 'the command is done, but its last state never came' });
  }

  #read(message: Message): PipelineEvent | null {
    if (message.pipelineId !== this.id && message.pipelineId !== NIL_GUID) {
      throw failure('powershell.message-malformed', { reason: 'a message of another pipeline' });
    }
    const event = readEvent(message);
    if (event?.kind === 'state') this.#state = event.state;
    if (event?.kind === 'host-call' && wantsAnswer(event) && !this.#opening.hasHost) {
      this.answer(encodeHostRefusal(event, NO_USER_INTERFACE));
    }
    return event;
  }

  #queue(type: number, data: string): void {
    this.#outbox.add(this.#message(type, data));
  }

  #message(type: number, data: string): Uint8Array {
    return encodeMessage({
      destination: Destination.SERVER,
      type,
      runspacePoolId: this.#poolId,
      pipelineId: this.id,
      data,
    });
  }

  #demand(allowed: boolean, action: string): void {
    if (!allowed) throw failure('powershell.state', { action, state: this.#state });
  }
}
