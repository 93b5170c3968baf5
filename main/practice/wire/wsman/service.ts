import { setTimeout as wait } from 'node:timers/promises';
import { ACTIONS } from '../../../wsman/actions.ts';
import { SHELL } from '../../../wsman/namespaces.ts';
import type { XmlElement } from '../../../xml/tree.ts';
import type { RoleBook } from '../../state/roles.ts';
import type { Verb } from '../faults/fault.ts';
import type { FaultScript, Occasion } from '../faults/script.ts';
import {
  WsmanFault,
  actionNotSupported,
  invalidResourceUri,
  pluginFailed,
  quotaFault,
  replyTooLarge,
  type Quotas,
} from './fault.ts';
import type { Caller, ShellPlugin } from './plugin.ts';
import { faultEnvelope, replyEnvelope } from './reply.ts';
import { messageIdOf, readEnvelope, readRequest, type ServiceRequest } from './request.ts';
import { ShellTable, type OpenCommand, type OpenShell } from './shell-table.ts';
import * as verbs from './verbs.ts';

export interface ServiceOptions {
  readonly plugins: readonly ShellPlugin[];
  readonly quotas: Quotas;
  readonly faults: FaultScript;
  readonly roles: Pick<RoleBook, 'give'>;
  /** The URL clients reach this service by, for ResourceCreated. */
  readonly address: () => string;
  /** Told of what is a defect of ours, beside the fault the client gets. */
  readonly onDefect: (error: unknown) => void;
}

/** What the host sends back, and what a scripted fault makes of it. */
export interface ServiceAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** `half` and `none` drop the connection in the middle of the reply, or before it. */
  readonly delivery: 'whole' | 'half' | 'none';
  /** The whole server dies once that much is delivered. */
  readonly dies: boolean;
}

const VERB_OF_ACTION: ReadonlyMap<string, Verb> = new Map([
  [ACTIONS.create, 'Create'],
  [ACTIONS.command, 'Command'],
  [ACTIONS.send, 'Send'],
  [ACTIONS.receive, 'Receive'],
  [ACTIONS.signal, 'Signal'],
  [ACTIONS.delete, 'Delete'],
  [ACTIONS.get, 'Get'],
]);

const SOAP_TYPE = 'application/soap+xml;charset=UTF-8';
const IDLE_LOOK_MS = 1_000;
/** The connection is dropped and nothing said. */
const NO_REPLY: ServiceAnswer = { ...whole(200, SOAP_TYPE, ''), delivery: 'none' };

/** The WS-Management service of a practice deployment: envelopes in, envelopes out, shells in between. */
export class WsmanService {
  readonly shells: ShellTable;
  private readonly options: ServiceOptions;
  private readonly idleLook: NodeJS.Timeout;

  constructor(options: ServiceOptions) {
    this.options = options;
    this.shells = new ShellTable(options.quotas);
    this.idleLook = setInterval(() => this.shells.closeIdle(Date.now()), IDLE_LOOK_MS);
    this.idleLook.unref();
  }

  /**
   * Answers one request of a signed-in caller; never throws. `gone` aborts when the connection is lost. A refusal is
   * answered with HTTP 500 and a fault, as Windows does.
   */
  async answer(text: string, caller: Caller, gone: AbortSignal): Promise<ServiceAnswer> {
    return this.refusable(null, async () => {
      const envelope = readEnvelope(text);
      return this.refusable(messageIdOf(envelope), () => this.answerEnvelope(envelope, caller, gone));
    });
  }

  /** Closes every shell. */
  close(): void {
    clearInterval(this.idleLook);
    this.shells.closeAll();
  }

  /** The answer of the work, or of its refusal: a fault, which a scripted one may still meet on its way. */
  private async refusable(relatesTo: string | null, work: () => Promise<ServiceAnswer>): Promise<ServiceAnswer> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof WsmanFault) return whole(500, SOAP_TYPE, faultEnvelope(error.facts, relatesTo));
      this.options.onDefect(error);
      const { facts } = pluginFailed(error instanceof Error ? error.message : String(error));
      return whole(500, SOAP_TYPE, faultEnvelope(facts, relatesTo));
    }
  }

  private async answerEnvelope(envelope: XmlElement, caller: Caller, gone: AbortSignal): Promise<ServiceAnswer> {
    const request = readRequest(envelope);
    const verb = VERB_OF_ACTION.get(request.action);
    if (verb === undefined) throw actionNotSupported(request.action);
    const faults = this.options.faults;
    // Reading a pipeline twice is half the cost of starting it: only for a fault that may want to know.
    const cmdlets = faults.pending === 0 ? [] : this.cmdletsConcerned(request, verb, caller);
    const occasion: Occasion = { verb, cmdlets };

    const instead = answerInstead(faults, occasion);
    if (instead !== null) return instead;
    const slow = faults.strike(['slow'], occasion);
    if (slow !== null) await wait(slow.milliseconds, undefined, { signal: gone }).catch(ignoreAbort);
    const quota = faults.strike(['quota'], occasion);
    if (quota !== null) throw quotaFault(quota.quota, this.options.quotas[quota.quota]);
    if (faults.strike(['shell-gone'], occasion) !== null) this.shells.close(this.shells.find(request.shellId, caller));
    const turned = faults.strike(['role'], occasion);
    if (turned !== null) this.options.roles.give(turned.account ?? caller.account, turned.role);
    const broken = faults.strike(['drop', 'die'], occasion);
    if (broken?.moment === 'before') return { ...NO_REPLY, dies: broken.kind === 'die' };

    const answer = await this.refusable(request.messageId, () => this.carryOut(request, verb, caller, gone));
    if (broken === null || answer.delivery === 'none') return answer;
    const dies = broken.kind === 'die';
    if (broken.moment === 'mid-reply') return { ...answer, delivery: 'half', dies };
    return { ...answer, delivery: dies ? 'whole' : 'none', dies };
  }

  private async carryOut(
    request: ServiceRequest,
    verb: Verb,
    caller: Caller,
    gone: AbortSignal,
  ): Promise<ServiceAnswer> {
    const body =
      verb === 'Create'
        ? await verbs.create(request, caller, this.shells, this.pluginFor(request), this.options.address())
        : await this.onShell(request, verb, this.shells.find(request.shellId, caller), gone);
    if (body === null) return NO_REPLY;
    const reply = replyEnvelope(`${request.action}Response`, request.messageId, body);
    if (Buffer.byteLength(reply) > request.maxEnvelopeSize) throw replyTooLarge();
    return whole(200, SOAP_TYPE, reply);
  }

  private async onShell(
    request: ServiceRequest,
    verb: Exclude<Verb, 'Create'>,
    shell: OpenShell,
    gone: AbortSignal,
  ): Promise<verbs.VerbAnswer> {
    if (request.resourceUri !== shell.resourceUri && !(verb === 'Get' && request.resourceUri === SHELL)) {
      throw invalidResourceUri(request.resourceUri);
    }
    const end = this.shells.beginOperation(shell);
    try {
      switch (verb) {
        case 'Command':
          return await verbs.command(request, shell, this.shells);
        case 'Send':
          return verbs.send(request, shell);
        case 'Receive':
          return await this.receive(request, shell, gone);
        case 'Signal':
          return await verbs.signal(request, shell);
        case 'Get':
          return verbs.get(shell);
        case 'Delete':
          this.shells.close(shell);
          return '';
      }
    } finally {
      end();
    }
  }

  /** A Receive, unless a scripted fault loses all the command says: then it runs to its end and the connection drops. */
  private async receive(request: ServiceRequest, shell: OpenShell, gone: AbortSignal): Promise<verbs.VerbAnswer> {
    const target = verbs.receiveTarget(request, shell);
    if (target.command !== null && this.isLost(target.command)) {
      await target.output.whenFinished(gone);
      target.output.drop();
      target.command.fate = 'heard';
      return null;
    }
    return verbs.receive(request, target, gone);
  }

  private isLost(command: OpenCommand): boolean {
    if (command.fate === 'undecided') {
      const occasion: Occasion = { verb: 'Receive', cmdlets: command.plugin.cmdlets() };
      command.fate = this.options.faults.strike(['lose-write'], occasion) === null ? 'heard' : 'lost';
    }
    return command.fate === 'lost';
  }

  private pluginFor(request: ServiceRequest): ShellPlugin {
    const uri = request.resourceUri.toLowerCase();
    const plugin = this.options.plugins.find((candidate) => candidate.resourceUri.toLowerCase() === uri);
    if (plugin === undefined) throw invalidResourceUri(request.resourceUri);
    return plugin;
  }

  /** The cmdlets of the command a request starts or is about; none where it is about no command. */
  private cmdletsConcerned(request: ServiceRequest, verb: Verb, caller: Caller): readonly string[] {
    if (verb === 'Create' || verb === 'Delete' || verb === 'Get') return [];
    const shell = this.shells.find(request.shellId, caller);
    if (verb === 'Command') return shell.plugin?.cmdletsOf(verbs.commandWords(verbs.commandLineOf(request))) ?? [];
    const commandId = verbs.commandIdOf(request);
    return commandId === null ? [] : (shell.commands.get(commandId)?.plugin.cmdlets() ?? []);
  }
}

/** What a proxy or a portal in front answers instead of the service; null when no such fault strikes. */
export function answerInstead(faults: FaultScript, occasion: Occasion): ServiceAnswer | null {
  const fault = faults.strike(['status', 'html'], occasion);
  if (fault === null) return null;
  const status = fault.kind === 'html' ? 200 : fault.status;
  const words = fault.kind === 'html' ? 'Please sign in to the network' : `${status}`;
  const page = `<!DOCTYPE html><html><head><title>${words}</title></head><body><h1>${words}</h1></body></html>`;
  return whole(status, 'text/html; charset=utf-8', page);
}

function whole(status: number, contentType: string, body: string): ServiceAnswer {
  return { status, contentType, body, delivery: 'whole', dies: false };
}

/** The client hung up while it was made to wait; what follows finds that out by itself. */
function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}
