import { failure } from '../../../shared/errors.ts';
import { encodeClixml } from '../clixml/encode.ts';
import type { PsObject, PsScalar, PsValue } from '../clixml/values.ts';
import { encodeCommandPipeline } from '../codecs/command.ts';
import { encodeMetadataRequest } from '../codecs/command-metadata.ts';
import { encodeHostRefusal, NO_USER_INTERFACE, wantsAnswer } from '../codecs/host-call.ts';
import {
  decodeApplicationPrivateData,
  decodePoolState,
  decodeSessionCapability,
  encodeInitRunspacePool,
  encodeSessionCapability,
  type PoolState,
} from '../codecs/pool.ts';
import { lowerVersion, majorOf, OUR_CAPABILITY } from '../codecs/protocol-version.ts';
import { decodeEncryptedSessionKey, encodePublicKey } from '../codecs/session-key.ts';
import { joinBytes } from '../fragments/bytes.ts';
import { Defragmenter } from '../fragments/defragmenter.ts';
import { newGuid, NIL_GUID } from '../messages/guid.ts';
import { Destination, MessageType } from '../messages/message-type.ts';
import { decodeMessage, encodeMessage, type Message } from '../messages/message.ts';
import type { HostFacts } from '../host/host.ts';
import type { Command, ErrorRecord, PipelineEvent } from '../records.ts';
import type { KeyPair } from '../secure/session-key.ts';
import { sealText } from '../secure/secure-text.ts';
import { Outbox } from './outbox.ts';
import { ClientPipeline } from './pipeline.ts';
import { readEvent } from './unreadable.ts';

/** What a pool tells, in the order it came. Records such as start-up warnings are events of a pipeline's form. */
export type PoolEvent =
  | { readonly kind: 'capability'; readonly protocolVersion: string; readonly serializationVersion: string }
  | { readonly kind: 'private-data'; readonly value: PsValue; readonly powerShellVersion: string | null }
  | { readonly kind: 'pool-state'; readonly state: PoolState; readonly reason: ErrorRecord | null }
  | Exclude<PipelineEvent, { readonly kind: 'state' }>;

/** Commands of every kind: a role's proxies are functions, not cmdlets (wire-protocol D10). */
const ALL_COMMANDS = 511;

/**
 * A runspace pool as the client sees it: bytes in, events out (MS-PSRP 3.1). Opening, polling and deleting the shell that
 * carries it is WS-Management's business.
 */
export class ClientRunspacePool {
  /** Upper-case GUID: the ShellId to ask for; a server may give the shell another one. */
  readonly id: string;
  readonly #minRunspaces: number;
  readonly #maxRunspaces: number;
  readonly #host: HostFacts | null;
  readonly #defragmenter = new Defragmenter();
  readonly #nextObjectId = counter();
  readonly #outbox = new Outbox(this.#nextObjectId);
  readonly #responses = new Outbox(this.#nextObjectId);
  #state: PoolState = 'before-open';
  #protocolVersion: string | null = null;
  #keys: KeyPair | null = null;
  #keyWanted = false;
  #sessionKey: Uint8Array | null = null;

  /**
   * `minRunspaces` and `maxRunspaces` (1 or more, 1 unless told) say how many pipelines may run at once. With a `host`
   * somebody answers the host calls of the pool itself, those of a start-up script; else they are refused.
   */
  constructor(
    options: {
      readonly id?: string;
      readonly minRunspaces?: number;
      readonly maxRunspaces?: number;
      readonly host?: HostFacts | undefined;
    } = {},
  ) {
    this.id = options.id ?? newGuid();
    this.#minRunspaces = options.minRunspaces ?? 1;
    this.#maxRunspaces = options.maxRunspaces ?? this.#minRunspaces;
    this.#host = options.host ?? null;
  }

  get state(): PoolState {
    return this.#state;
  }

  /** What both sides speak, such as 2.3; ours until the server has said its own. */
  get protocolVersion(): string {
    return this.#protocolVersion ?? OUR_CAPABILITY.protocolVersion;
  }

  /** Starts the opening. Throws powershell.state unless the pool is new. */
  open(): void {
    this.#demand('before-open', 'open a runspace pool');
    this.#state = 'opening';
    this.#queue(MessageType.SESSION_CAPABILITY, encodeSessionCapability(OUR_CAPABILITY));
    this.#queue(
      MessageType.INIT_RUNSPACEPOOL,
      encodeInitRunspacePool(this.#minRunspaces, this.#maxRunspaces, this.#host),
    );
  }

  /** The bytes for creationXml: SESSION_CAPABILITY and INIT_RUNSPACEPOOL, one fragment each, about 1.5 KB. */
  takeOpening(): Uint8Array {
    this.#demand('opening', 'take the opening');
    const fragments: Uint8Array[] = [];
    let fragment = this.#outbox.takeFragment(Number.MAX_SAFE_INTEGER);
    while (fragment !== null) {
      fragments.push(fragment);
      fragment = this.#outbox.takeFragment(Number.MAX_SAFE_INTEGER);
    }
    return joinBytes(fragments);
  }

  /**
   * What the pool itself has to send once it is open, whole fragments of at most `maxBytes` together (22 or more), for a
   * Send on stdin without a command; null when nothing waits.
   */
  takeOutgoing(maxBytes: number): Uint8Array | null {
    return this.#outbox.take(maxBytes);
  }

  /** The server has asked for a public key that it was not offered yet: those of protocol 2.1 do (MS-PSRP 2.2.2.5). */
  get keyWanted(): boolean {
    return this.#keyWanted;
  }

  /** Both sides have the key of their SecureStrings. */
  get hasSessionKey(): boolean {
    return this.#sessionKey !== null;
  }

  /** Puts the public key in line; the server answers it with the session key (MS-PSRP 3.1.5.4.3, 3.1.5.4.4). */
  offerKey(keys: KeyPair): void {
    this.#keys = keys;
    this.#keyWanted = false;
    this.#queue(MessageType.PUBLIC_KEY, encodePublicKey(keys.publicKey));
  }

  /** A SecureString of a text. Throws powershell.state while there is no session key. */
  seal(text: string): PsScalar {
    if (this.#sessionKey === null) {
      throw failure('powershell.state', { action: 'encrypt a secure string', state: this.#state });
    }
    return sealText(this.#sessionKey, text);
  }

  /** Puts the answer to a host call of the pool itself in line (`answerHostCall` makes it); see `takeResponses`. */
  answer(response: PsObject): void {
    this.#responses.add(this.#message(MessageType.RUNSPACEPOOL_HOST_RESPONSE, encodeClixml(response)));
  }

  /** Answers to host calls of the pool itself, to be sent on the stream `pr` without a command; null when none waits. */
  takeResponses(maxBytes: number): Uint8Array | null {
    return this.#responses.take(maxBytes);
  }

  /**
   * Takes the bytes of one Stream element of the shell; gives what they say, in order. Unknown message types are passed
   * over, and the pool's id is not compared: in SESSION_CAPABILITY it is all zero.
   *
   * Throws powershell.version when the server's major version is another; powershell.fragments-lost, hostile-xml and
   * message-malformed for what is not to be trusted. After a throw the pool is broken.
   */
  receive(bytes: Uint8Array): PoolEvent[] {
    try {
      return this.#defragmenter.push(bytes).flatMap((message) => this.#read(decodeMessage(message)) ?? []);
    } catch (caught) {
      this.#state = 'broken';
      throw caught;
    }
  }

  /** Says that the shell is deleted or gone: nothing more can be started. */
  close(): void {
    if (this.#state !== 'broken') this.#state = 'closed';
  }

  /**
   * Makes a pipeline of cmdlets; with a host, somebody answers its host calls (`ClientPipeline.answer`). Throws
   * powershell.state unless the pool is open.
   */
  createPipeline(
    commands: readonly Command[],
    options: { readonly noInput: boolean; readonly host?: HostFacts },
  ): ClientPipeline {
    this.#demand('opened', 'create a pipeline');
    const data = encodeCommandPipeline(commands, { ...options, protocolVersion: this.protocolVersion });
    const { noInput, host } = options;
    const opening = { type: MessageType.CREATE_PIPELINE, data, noInput, hasHost: host !== undefined };
    return new ClientPipeline(this.id, opening, this.#nextObjectId);
  }

  /**
   * Asks for the metadata of all commands whose names match one of the wildcards; it runs as a pipeline, and its outputs
   * are read by `decodeMetadataAnswer`. Throws powershell.state unless the pool is open.
   */
  createMetadataRequest(patterns: readonly string[]): ClientPipeline {
    this.#demand('opened', 'ask for command metadata');
    const data = encodeMetadataRequest({ patterns, commandTypes: ALL_COMMANDS });
    const opening = { type: MessageType.GET_COMMAND_METADATA, data, noInput: true, hasHost: false };
    return new ClientPipeline(this.id, opening, this.#nextObjectId);
  }

  #read(message: Message): PoolEvent | null {
    switch (message.type) {
      case MessageType.SESSION_CAPABILITY:
        return this.#readCapability(message.data);
      case MessageType.APPLICATION_PRIVATE_DATA:
        return { kind: 'private-data', ...decodeApplicationPrivateData(message.data) };
      case MessageType.RUNSPACEPOOL_STATE:
        return this.#readState(message.data);
      case MessageType.PUBLIC_KEY_REQUEST:
        this.#keyWanted = true;
        return null;
      case MessageType.ENCRYPTED_SESSION_KEY:
        // One that nobody asked for cannot be opened, and protects nothing.
        this.#sessionKey = this.#keys?.open(decodeEncryptedSessionKey(message.data)) ?? null;
        return null;
      case MessageType.PIPELINE_STATE:
        return null;
      default:
        return this.#readRecord(message);
    }
  }

  #readCapability(data: string): PoolEvent {
    const { protocolVersion, serializationVersion } = decodeSessionCapability(data);
    if (majorOf(protocolVersion) !== majorOf(OUR_CAPABILITY.protocolVersion)) {
      throw failure('powershell.version', { server: protocolVersion });
    }
    this.#protocolVersion = lowerVersion(protocolVersion, OUR_CAPABILITY.protocolVersion);
    return { kind: 'capability', protocolVersion: this.#protocolVersion, serializationVersion };
  }

  #readState(data: string): PoolEvent | null {
    const { state, reason } = decodePoolState(data);
    if (state === null) return null;
    if (state === 'opened' && this.#protocolVersion === null) {
      throw failure('powershell.message-malformed', { reason: 'a pool opened before its SESSION_CAPABILITY' });
    }
    this.#state = state;
    return { kind: 'pool-state', state, reason };
  }

  #readRecord(message: Message): PoolEvent | null {
    const event = readEvent(message);
    if (event === null || event.kind === 'state') return null;
    if (event.kind === 'host-call' && wantsAnswer(event) && this.#host === null) {
      this.answer(encodeHostRefusal(event, NO_USER_INTERFACE));
    }
    return event;
  }

  #queue(type: number, data: string): void {
    this.#outbox.add(this.#message(type, data));
  }

  #message(type: number, data: string): Uint8Array {
    const pool = { runspacePoolId: this.id, pipelineId: NIL_GUID };
    return encodeMessage({ destination: Destination.SERVER, type, ...pool, data });
  }

  #demand(state: PoolState, action: string): void {
    if (this.#state !== state) throw failure('powershell.state', { action, state: this.#state });
  }
}

/** ObjectIds of one sender, from 1 (MS-PSRP 2.2.4). */
function counter(): () => bigint {
  let last = 0n;
  return () => ++last;
}
