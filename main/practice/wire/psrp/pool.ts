import { randomBytes } from 'node:crypto';
import { Failure } from '../../../../shared/errors.ts';
import {
  asInteger,
  decodeClixml,
  decodeInitRunspacePool,
  decodeMessage,
  decodePublicKey,
  decodeSessionCapability,
  Defragmenter,
  encodeApplicationPrivateData,
  encodeClixml,
  encodeEncryptedSessionKey,
  encodePoolState,
  encodeSessionCapability,
  i64,
  MessageType,
  property,
  psObject,
  sealSessionKey,
  SESSION_KEY_BYTES,
  version,
  type Message,
  type PsValue,
} from '../../../psrp/index.ts';
import { isAtLeast, lowerVersion, majorOf, OUR_CAPABILITY } from '../../../psrp/codecs/protocol-version.ts';
import type { OutputQueue } from '../wsman/output-queue.ts';
import { pluginFailed, protocolVersionFault } from '../wsman/fault.ts';
import { Outgoing } from './outgoing.ts';
import { poolBroken } from './records.ts';
import type { CommandRunner } from './runner.ts';
import { Turns } from './turns.ts';

/** The protocol this server speaks at most: Windows PowerShell 5's. The other two never changed (wire-protocol D3). */
const OURS = OUR_CAPABILITY;

/** $PSVersionTable of Windows PowerShell 5.1 on Windows Server 2012 R2, where Skype for Business Server 2015 lives. */
const VERSION_TABLE: readonly (readonly [string, PsValue])[] = [
  ['PSVersion', version('5.1.14409.1018')],
  ['PSEdition', 'Desktop'],
  ['BuildVersion', version('10.0.14409.1018')],
  ['CLRVersion', version('4.0.30319.42000')],
  ['WSManStackVersion', version('3.0')],
  ['PSRemotingProtocolVersion', version('2.3')],
  ['SerializationVersion', version('1.1.0.1')],
];

/** A runspace pool, the server's half (MS-PSRP 3.2). Bytes in from Create and Send, bytes out by its output. */
export class ServerPool {
  readonly runner: CommandRunner;
  private readonly roleNow: () => string | null;
  readonly outgoing = new Outgoing();
  /** As many pipelines run at once as the pool has runspaces; others wait for one. */
  readonly runspaces = new Turns(1);
  private readonly output: OutputQueue;
  private readonly defragmenter = new Defragmenter();
  private minRunspaces = 1;
  private hostless = true;
  private named = false;
  private key: Uint8Array | null = null;
  private protocolVersion: string = OURS.protocolVersion;
  private state: 'before-open' | 'opened' | 'broken' | 'closed' = 'before-open';

  constructor(runner: CommandRunner, roleNow: () => string | null, output: OutputQueue) {
    this.runner = runner;
    this.roleNow = roleNow;
    this.output = output;
  }

  /**
   * The Lync role of whoever opened the pool, as it is now; empty once it was taken away. That a pool which is open loses
   * its cmdlets with the role is guessed: no document says when a server looks again.
   */
  get role(): string {
    return this.roleNow() ?? '';
  }

  /** Nobody sits before the pool's host: HostInfo of INIT_RUNSPACEPOOL. */
  get hostIsNull(): boolean {
    return this.hostless;
  }

  /** The key of the client's SecureStrings; null before it offered its public key. */
  get sessionKey(): Uint8Array | null {
    return this.key;
  }

  /** Whether the client has said who it is and what it speaks: its SESSION_CAPABILITY came. */
  get isNamed(): boolean {
    return this.named;
  }

  /** Whether the client knows INFORMATION_RECORD: from protocol 2.3 on. */
  get tellsInformation(): boolean {
    return isAtLeast(this.protocolVersion, 2, 3);
  }

  /**
   * Takes bytes of creationXml or of a Send. What cannot be read breaks the pool, which says so to who still receives,
   * and throws the fault for who sent it.
   */
  receive(bytes: Uint8Array): void {
    try {
      for (const message of this.defragmenter.push(bytes)) this.handle(decodeMessage(message));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.breakDown(error.message);
      throw pluginFailed(error.message);
    }
  }

  /** Throws the fault for a command on a pool that is not open (any more). */
  requireOpen(): void {
    if (this.state !== 'opened') throw pluginFailed(`The runspace pool is ${this.state}.`);
  }

  close(): void {
    this.state = 'closed';
  }

  private breakDown(reason: string): void {
    if (this.state === 'broken' || this.state === 'closed') return;
    this.state = 'broken';
    this.outgoing.send(this.output, MessageType.RUNSPACEPOOL_STATE, encodePoolState('broken', poolBroken(reason)));
  }

  private handle(message: Message): void {
    switch (message.type) {
      case MessageType.SESSION_CAPABILITY:
        this.outgoing.name(message.runspacePoolId);
        this.named = true;
        this.answerCapability(message.data);
        return;
      case MessageType.INIT_RUNSPACEPOOL:
        this.open(message.data);
        return;
      case MessageType.SET_MAX_RUNSPACES:
        this.setRunspaces(message.data, 'MaxRunspaces');
        return;
      case MessageType.SET_MIN_RUNSPACES:
        this.setRunspaces(message.data, 'MinRunspaces');
        return;
      case MessageType.GET_AVAILABLE_RUNSPACES:
        this.answerCall(message.data, i64(this.runspaces.free));
        return;
      case MessageType.RESET_RUNSPACE_STATE:
        // Nothing is kept between pipelines here: a reset is done as soon as it is asked for.
        this.answerCall(message.data, true);
        return;
      case MessageType.PUBLIC_KEY:
        this.giveSessionKey(message.data);
        return;
      default:
        // Host responses (the pool's host is never called), unknown types (D4).
        return;
    }
  }

  private answerCapability(data: string): void {
    const theirs = decodeSessionCapability(data);
    if (majorOf(theirs.protocolVersion) !== majorOf(OURS.protocolVersion)) {
      throw protocolVersionFault(theirs.protocolVersion);
    }
    this.protocolVersion = lowerVersion(theirs.protocolVersion, OURS.protocolVersion);
    const capability = { ...OURS, protocolVersion: this.protocolVersion };
    this.outgoing.sendUnnamed(this.output, MessageType.SESSION_CAPABILITY, encodeSessionCapability(capability));
  }

  /** ENCRYPTED_SESSION_KEY: the same key whenever it is asked for (MS-PSRP 3.2.5.4.3). */
  private giveSessionKey(data: string): void {
    this.key ??= randomBytes(SESSION_KEY_BYTES);
    const sealed = encodeEncryptedSessionKey(sealSessionKey(decodePublicKey(data), this.key));
    this.outgoing.send(this.output, MessageType.ENCRYPTED_SESSION_KEY, sealed);
  }

  private open(data: string): void {
    if (this.state !== 'before-open') return;
    const asked = decodeInitRunspacePool(data);
    this.hostless = asked.hostIsNull;
    this.minRunspaces = asked.minRunspaces;
    this.runspaces.setLimit(Math.max(1, asked.maxRunspaces));
    this.state = 'opened';
    const { outgoing, output } = this;
    outgoing.send(output, MessageType.APPLICATION_PRIVATE_DATA, encodeApplicationPrivateData(VERSION_TABLE));
    outgoing.send(output, MessageType.RUNSPACEPOOL_STATE, encodePoolState('opened'));
  }

  /** The maximum is never below the minimum, nor the minimum above the maximum: such a wish is answered false (MS-PSRP 3.2.5.4.5). */
  private setRunspaces(data: string, which: 'MinRunspaces' | 'MaxRunspaces'): void {
    const asked = asInteger(property(decodeClixml(data), which)) ?? 0;
    const allowed = which === 'MaxRunspaces' ? asked >= this.minRunspaces : asked <= this.runspaces.limit;
    const accepted = asked >= 1 && allowed;
    if (accepted && which === 'MaxRunspaces') this.runspaces.setLimit(asked);
    if (accepted && which === 'MinRunspaces') this.minRunspaces = asked;
    this.answerCall(data, accepted);
  }

  /** RUNSPACE_AVAILABILITY, with the call's own number (MS-PSRP 2.2.2.8). */
  private answerCall(data: string, response: PsValue): void {
    const call = property(decodeClixml(data), 'ci') ?? null;
    const answer = psObject({ extended: { SetMinMaxRunspacesResponse: response, ci: call } });
    this.outgoing.send(this.output, MessageType.RUNSPACE_AVAILABILITY, encodeClixml(answer));
  }
}
