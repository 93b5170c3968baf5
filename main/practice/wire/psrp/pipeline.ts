import { Failure } from '../../../../shared/errors.ts';
import {
  decodeClixml,
  decodeCommandPipeline,
  decodeMessage,
  decodeMetadataRequest,
  Defragmenter,
  encodeCommandMetadata,
  encodeMetadataCount,
  encodePipelineEvent,
  MessageType,
  NIL_GUID,
  type CommandPipeline,
  type Message,
  type MetadataRequest,
  type PipelineEvent,
  type PsValue,
} from '../../../psrp/index.ts';
import { pluginFailed } from '../wsman/fault.ts';
import type { OutputQueue } from '../wsman/output-queue.ts';
import type { ServerPool } from './pool.ts';
import { HostCalls } from './host-calls.ts';
import { pipelineStopped, serverDefect } from './records.ts';
import type { RunOutcome } from './runner.ts';
import { requireReadableSecrets } from './secrets.ts';

/** A pipeline, the server's half: from its CREATE_PIPELINE, or GET_COMMAND_METADATA, to its PIPELINE_STATE (MS-PSRP 3.2). */
export class ServerPipeline {
  private readonly pool: ServerPool;
  private readonly output: OutputQueue;
  private readonly defragmenter = new Defragmenter();
  private readonly stopping = new AbortController();
  private readonly input: PsValue[] = [];
  private readonly hostCalls = new HostCalls((call) => this.send({ kind: 'host-call', ...call }), this.stopping.signal);
  private pipelineId = NIL_GUID;
  private asked: CommandPipeline | null = null;
  private started = false;
  private over = false;
  private readonly ended = Promise.withResolvers<undefined>();

  constructor(pool: ServerPool, output: OutputQueue) {
    this.pool = pool;
    this.output = output;
  }

  /** The cmdlets it runs, of all its statements; none before CREATE_PIPELINE is whole. */
  get cmdlets(): readonly string[] {
    return this.asked?.statements.flat().map((command) => command.name) ?? [];
  }

  /** Takes bytes of a Command's arguments or of a Send. Throws the fault for what cannot be read; the pool goes on. */
  receive(bytes: Uint8Array): void {
    try {
      for (const message of this.defragmenter.push(bytes)) this.handle(decodeMessage(message));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.stop();
      throw pluginFailed(error.message);
    }
  }

  /** Asks it to stop: what runs is told, and its end says Stopped. One that still waits for input stops at once. */
  stop(): void {
    if (this.over || this.stopping.signal.aborted) return;
    this.stopping.abort();
    if (!this.started) this.end({ state: 'stopped', reason: null });
  }

  /**
   * Stops it, and resolves once nothing of it is at work any more: PowerShell closes a command only then (its plug-in
   * raises Closing, on which the driver calls PowerShell.Stop, which waits).
   */
  async close(): Promise<void> {
    this.stop();
    await this.ended.promise;
  }

  private handle(message: Message): void {
    switch (message.type) {
      case MessageType.CREATE_PIPELINE:
        if (this.asked !== null || this.started) return;
        this.pipelineId = message.pipelineId;
        this.asked = decodeCommandPipeline(message.data);
        requireReadableSecrets(this.asked.statements.flat(), this.pool.sessionKey);
        if (this.asked.noInput) this.start(this.asked);
        return;
      case MessageType.PIPELINE_INPUT:
        if (!this.started) this.input.push(message.data === '' ? null : decodeClixml(message.data));
        return;
      case MessageType.END_OF_PIPELINE_INPUT:
        if (this.asked !== null && !this.started) this.start(this.asked);
        return;
      case MessageType.GET_COMMAND_METADATA:
        if (this.asked !== null || this.started) return;
        this.pipelineId = message.pipelineId;
        this.work(() => Promise.resolve(this.tellMetadata(decodeMetadataRequest(message.data))));
        return;
      case MessageType.PIPELINE_HOST_RESPONSE:
        this.hostCalls.answered(message.data);
        return;
      default:
        // Types of another version (wire-protocol D4).
        return;
    }
  }

  private start(asked: CommandPipeline): void {
    this.work(() => this.runStatements(asked));
  }

  /** Does the work when the pool has a runspace free, and says how it ended. A defect of ours fails the pipeline, no more. */
  private work(run: () => Promise<RunOutcome>): void {
    this.started = true;
    const { signal } = this.stopping;
    void this.pool.runspaces.take(signal, async () => {
      if (signal.aborted) {
        this.end({ state: 'stopped', reason: null });
        return;
      }
      try {
        this.end(await run());
      } catch (error) {
        this.end({ state: 'failed', reason: serverDefect(error) });
      }
    });
  }

  /** Runs the statements in turn; the first takes the input, and one that does not complete ends them all. */
  private async runStatements(asked: CommandPipeline): Promise<RunOutcome> {
    let outcome: RunOutcome = { state: 'completed', reason: null };
    const hostIsNull = asked.usesPoolHost ? this.pool.hostIsNull : asked.hostIsNull;
    const host = hostIsNull ? null : this.hostCalls;
    for (const [index, commands] of asked.statements.entries()) {
      outcome = await this.pool.runner.run(
        {
          commands,
          input: index === 0 ? this.input : [],
          role: this.pool.role,
          host,
          signal: this.stopping.signal,
        },
        (event) => this.emit(event),
      );
      if (outcome.state !== 'completed') return outcome;
    }
    return outcome;
  }

  private tellMetadata(request: MetadataRequest): RunOutcome {
    const commands = this.pool.runner.metadata(request.patterns, request.commandTypes, this.pool.role);
    this.emit({ kind: 'output', value: encodeMetadataCount(commands.length) });
    for (const command of commands) this.emit({ kind: 'output', value: encodeCommandMetadata(command) });
    return { state: 'completed', reason: null };
  }

  private emit(event: PipelineEvent): void {
    // Protocol 2.2 has no INFORMATION_RECORD (wire-protocol D3); its end is told by what `run` resolves with.
    if (event.kind === 'state' || (event.kind === 'information' && !this.pool.tellsInformation)) return;
    this.send(event);
  }

  private end({ state, reason }: RunOutcome): void {
    const record = state === 'stopped' ? (reason ?? pipelineStopped()) : reason;
    this.over = true;
    this.send({ kind: 'state', state, reason: record });
    this.output.finish();
    this.ended.resolve(undefined);
  }

  private send(event: PipelineEvent): void {
    const { type, data } = encodePipelineEvent(event, new Date());
    this.pool.outgoing.send(this.output, type, data, this.pipelineId);
  }
}

/** The cmdlets of a CREATE_PIPELINE that is whole in these fragments; none for anything else. Throws Failure as decoding does. */
export function cmdletsIn(fragments: Uint8Array): readonly string[] {
  const [first] = new Defragmenter().push(fragments).map(decodeMessage);
  if (first?.type !== MessageType.CREATE_PIPELINE) return [];
  return decodeCommandPipeline(first.data)
    .statements.flat()
    .map((command) => command.name);
}
