import { randomUUID } from 'node:crypto';
import { failure, Failure, keptText } from '../../shared/errors.ts';
import type { ClientRunspacePool, PipelineHost, PoolEvent } from '../psrp/index.ts';
import type { Transport } from '../transport/index.ts';
import {
  createRequest,
  deleteRequest,
  ENVELOPE_V2,
  envelopeLimit,
  readCreateReply,
  readEmptyReply,
  type WsmanContext,
} from '../wsman/index.ts';
import { asFailure, pause } from './abort.ts';
import { openDesk, type HostDesk } from './host-desk.ts';
import type { SessionLimits } from './limits.ts';
import { PoolChannel } from './pool-channel.ts';
import { PoolObjects } from './pool-objects.ts';
import type { SessionFacts, SessionTarget } from './session.ts';
import { isDonePerhaps, isLost, isShellGone, patientContext, post, postOnce, type Shell } from './shell.ts';
import { NO_LEDGER, type ShellLedger } from './shell-ledger.ts';

/** What opening told of the server. */
export type NegotiatedFacts = Omit<SessionFacts, 'address' | 'shellId'>;

/** What an opening is done with. */
export interface OpeningMeans {
  /** Gets warnings of the pool itself, also later ones. */
  readonly warn: (text: string) => void;
  readonly ledger?: ShellLedger;
  /** Serves the host calls of the pool itself, also later ones. */
  readonly host?: PipelineHost | undefined;
  /** Hears that the server waits for a person, and that it does not any more. */
  readonly onQuestion?: (open: boolean) => void;
}

/** A shell that is yet to be created, with the pool's id for its own. */
export function plannedShell(
  target: SessionTarget,
  transport: Transport,
  pool: ClientRunspacePool,
  limits: SessionLimits,
  ledger: ShellLedger = NO_LEDGER,
): Shell {
  const { url, signIn } = target.endpoint;
  const context: WsmanContext = {
    url: url.href,
    resourceUri: target.resourceUri,
    sessionId: randomUUID().toUpperCase(),
    maxEnvelopeSize: ENVELOPE_V2,
    operationTimeoutMs: limits.operationTimeoutMs,
    locale: 'en-US',
    nextMessageId: () => randomUUID().toUpperCase(),
  };
  return {
    transport,
    limits,
    ledger,
    place: { url: url.href, user: signIn.user, scheme: signIn.scheme, resourceUri: target.resourceUri },
    context,
    id: pool.id,
    objects: new PoolObjects(),
    control: transport.connect(),
    controlPosts: 0,
    idle: [],
    broken: null,
    closing: new AbortController(),
  };
}

/**
 * Creates the shell and receives until its runspace pool is open (wire-protocol D3), then raises the envelope limit to
 * what the negotiated version allows. The desk serves the pool's host calls until it is closed; null without a host.
 *
 * Throws what the transport, `readCreateReply` and the pool do; network.timeout after limits.openMs. A shell that may
 * have come to be is deleted first.
 */
export async function openShell(
  shell: Shell,
  pool: ClientRunspacePool,
  { warn, host, onQuestion }: OpeningMeans,
  given: AbortSignal,
): Promise<{ readonly facts: NegotiatedFacts; readonly channel: PoolChannel; readonly desk: HostDesk | null }> {
  const broken = new AbortController();
  const signal = AbortSignal.any([given, broken.signal]);
  const said = { serializationVersion: '', serverPowerShellVersion: '' };
  const channel = new PoolChannel(shell, pool, (event) => {
    if (event.kind === 'warning') warn(event.text);
    if (event.kind === 'capability') said.serializationVersion = event.serializationVersion;
    if (event.kind === 'private-data') said.serverPowerShellVersion = event.powerShellVersion ?? '';
    if (event.kind === 'pool-state') demandAlive(event);
    if (event.kind === 'host-call') desk?.take(event);
  });
  const closing = shell.closing.signal;
  const desk: HostDesk | null =
    host === undefined
      ? null
      : openDesk({
          ...{ host, channel, user: given, signal: closing, onQuestion },
          reply: (response) => channel.answer(response, closing),
          fail: (caught) => broken.abort(asFailure(caught)),
        });
  let created: 'no' | 'perhaps' | 'yes' = 'no';
  try {
    pool.open();
    const opening = pool.takeOpening();
    created = 'perhaps';
    shell.id = await createShell(shell, pool.id, opening, signal);
    created = 'yes';
    shell.ledger.opened(shell.id);
    await channel.until(() => pool.state === 'opened', signal);
    shell.context = { ...shell.context, maxEnvelopeSize: envelopeLimit(pool.protocolVersion) };
    return { facts: { protocolVersion: pool.protocolVersion, ...said }, channel, desk };
  } catch (caught) {
    await desk?.close();
    // A shell nobody knows of counts against MaxShellsPerUser for two hours. Where its answer was lost or was none, its id
    // is ours at a server that takes it (stack 3.0).
    if (created === 'yes' || (created === 'perhaps' && mayExist(caught, signal))) await deleteShell(shell);
    throw caught;
  }
}

/** Deletes the shell; bounded, and never throws: a server that cannot be told ends it after its idle time. */
export async function deleteShell(shell: Shell): Promise<void> {
  await deleteById(shell, shell.id);
}

/** The same of any shell of this account. False where nobody knows what became of it. */
async function deleteById(shell: Shell, id: string): Promise<boolean> {
  const request = deleteRequest(shell.context, id);
  try {
    const limits = { timeoutMs: shell.limits.closeMs, signal: AbortSignal.timeout(shell.limits.closeMs) };
    readEmptyReply(await post(shell.control, request, limits), request, shell.place);
  } catch (caught) {
    if (!(caught instanceof Failure)) throw caught;
    if (!isShellGone(caught)) return false;
  }
  shell.ledger.closed(id);
  return true;
}

/** Deletes what an earlier process of ours left open. False where there was nothing of the kind. */
async function deleteLeft(shell: Shell): Promise<boolean> {
  let any = false;
  for (const id of shell.ledger.left()) any = (await deleteById(shell, id)) || any;
  return any;
}

/**
 * Create, tried again where a quota refuses it: at once where shells of our own could be deleted, else after a pause, for
 * other shells of the account may be closing.
 */
async function createShell(shell: Shell, id: string, opening: Uint8Array, signal: AbortSignal): Promise<string> {
  for (let tries = 0; ;) {
    const request = createRequest(patientContext(shell, shell.limits.openMs), { shellId: id, opening });
    try {
      // Older servers (WS-Management stack 2.0) give the shell an id of their own: without the answer nobody could delete it.
      const { openMs: timeoutMs, closeMs: lateMs } = shell.limits;
      const answer = await postOnce(shell, request, { timeoutMs, signal, lateMs });
      return readCreateReply(answer, request, shell.place);
    } catch (caught) {
      if (isQuota(caught) && tries === 0 && (await deleteLeft(shell))) continue;
      const wait = shell.limits.quotaPausesMs[tries++];
      if (wait === undefined || !isQuota(caught)) throw caught;
      await pause(wait, signal);
    }
  }
}

function demandAlive(event: Extract<PoolEvent, { readonly kind: 'pool-state' }>): void {
  const { state, reason } = event;
  if (state !== 'broken' && state !== 'closed') return;
  const details = reason === null ? {} : { serverText: reason.message };
  throw failure('powershell.pool-broken', { reason: keptText(reason?.message ?? state) }, details);
}

function mayExist(caught: unknown, signal: AbortSignal): boolean {
  return signal.aborted || isDonePerhaps(caught) || (isLost(caught) && caught.requestSent);
}

function isQuota(caught: unknown): boolean {
  return caught instanceof Failure && caught.error.code === 'ws-management.quota';
}
