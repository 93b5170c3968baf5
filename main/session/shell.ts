import { failure, Failure } from '../../shared/errors.ts';
import { ConnectionLost, DeadlinePassed, type Connection, type Transport } from '../transport/index.ts';
import type { AnswerPlace, WsmanAnswer, WsmanContext, WsmanRequest } from '../wsman/index.ts';
import { reasonOf } from './abort.ts';
import type { SessionLimits } from './limits.ts';
import type { PoolObjects } from './pool-objects.ts';
import type { ShellLedger } from './shell-ledger.ts';

/** A shell on a server and the ways to it: what every verb of a session needs. */
export interface Shell {
  readonly transport: Transport;
  readonly limits: SessionLimits;
  readonly ledger: ShellLedger;
  readonly place: AnswerPlace;
  /** Changes once, when the pool is open and its version allows larger envelopes. */
  context: WsmanContext;
  /** The server's id of the shell; ours until Create has answered. */
  id: string;
  /** How far the server's count of objects has come, over all streams of the pool. */
  readonly objects: PoolObjects;
  /** For Create, Command, Send and Delete, and for a stop while none of these is under way: never for a Receive. */
  readonly control: Connection;
  /** Requests under way or waiting on `control`. */
  controlPosts: number;
  /** Signed-in connections no pipeline uses at the moment. */
  readonly idle: Connection[];
  /** Why nothing more can run here; null while something can. */
  broken: Failure | null;
  /** Aborts everything under way when the session is closed. */
  readonly closing: AbortController;
}

/** A connection of its own for one long poll: an idle one, or a new one that signs in at its first post. */
export function takeLane(shell: Shell): Connection {
  return shell.idle.pop() ?? shell.transport.connect();
}

/** Gives a connection back for the next pipeline. */
export function returnLane(shell: Shell, lane: Connection): void {
  shell.idle.push(lane);
}

/** Throws why nothing can run in this shell, if so: it is closed, or the server has ended it. */
export function assertUsable(shell: Shell): void {
  if (shell.closing.signal.aborted) throw reasonOf(shell.closing.signal);
  if (shell.broken !== null) {
    const { error } = shell.broken;
    throw new Failure(error, { cause: shell.broken });
  }
}

/** Marks the shell as unusable where a failure says so, and gives the failure back to be thrown. */
export function markBroken(shell: Shell, caught: unknown): unknown {
  if (caught instanceof Failure && BREAKING.has(caught.error.code)) shell.broken ??= caught;
  return caught;
}

const BREAKING: ReadonlySet<string> = new Set(['ws-management.shell-gone', 'powershell.pool-broken']);

/** Whether a fault says that the shell is not there; of a Send or Signal it can also mean that the command is not. */
export function isShellGone(caught: unknown): boolean {
  return caught instanceof Failure && caught.error.code === 'ws-management.shell-gone';
}

/** Whether a request's answer was lost with its connection, or did not come in time. */
export function isLost(caught: unknown): caught is ConnectionLost | DeadlinePassed {
  return caught instanceof ConnectionLost || caught instanceof DeadlinePassed;
}

/**
 * Answers after which the request may have been carried out all the same: the server gave it up at its deadline, or what
 * it said cannot be used, while the body had gone with the same leg.
 */
const DONE_PERHAPS: ReadonlySet<string> = new Set([
  'ws-management.timed-out',
  'ws-management.reply-malformed',
  'sign-in.server-unproven',
  'http.too-large',
  'powershell.hostile-xml',
]);

/** Whether an answer to a request leaves open whether it was carried out; of a lost answer `requestSent` says it. */
export function isDonePerhaps(caught: unknown): boolean {
  return caught instanceof Failure && DONE_PERHAPS.has(caught.error.code);
}

/** The context of a request that the server may take as long for as we wait for its answer. */
export function patientContext({ context }: Shell, waitMs: number): WsmanContext {
  return { ...context, operationTimeoutMs: waitMs };
}

/** How long one post may take, and who may end it before. */
export interface PostLimits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** What a reply that is coming in may take beyond that; nothing when left out. */
  readonly arriving?: { readonly quietMs: number; readonly wholeMs: number };
  /** How long an abort waits for the answer of what the server may have begun; 0 when left out. */
  readonly lateMs?: number;
  /** Takes it back, with workstation.cancelled, as long as nothing of it has been sent. */
  readonly recall?: AbortSignal;
}

/**
 * Posts a request once. Throws what the transport does; an abort throws the Failure the signal stands for, so that a
 * closed session says so.
 */
export async function post(connection: Connection, request: WsmanRequest, limits: PostLimits): Promise<WsmanAnswer> {
  const { signal } = limits;
  try {
    const { status, contentType, body } = await connection.post(request.body, limits);
    return { status, contentType, body };
  } catch (caught) {
    if (signal.aborted) throw reasonOf(signal);
    throw caught;
  }
}

/**
 * Posts a request that must not be carried out twice (Create, Command, Send), on `control`. It is posted again, once,
 * only where the connection ended before any byte of the body went out; otherwise ConnectionLost is thrown with
 * requestSent true.
 */
export async function postOnce(shell: Shell, request: WsmanRequest, limits: PostLimits): Promise<WsmanAnswer> {
  shell.controlPosts++;
  try {
    return await post(shell.control, request, limits).catch((caught: unknown) => {
      if (!(caught instanceof ConnectionLost) || caught.requestSent) throw caught;
      return post(shell.control, request, limits);
    });
  } finally {
    shell.controlPosts--;
  }
}

/**
 * Posts a request that may not wait behind another (stop, Terminate): on `control` where that is free, else on a
 * connection of its own, for a server can be slow to take a Command or a Send.
 */
export async function postAtOnce(shell: Shell, request: WsmanRequest, limits: PostLimits): Promise<WsmanAnswer> {
  if (shell.controlPosts === 0) return post(shell.control, request, limits);
  const lane = takeLane(shell);
  try {
    return await post(lane, request, limits);
  } finally {
    returnLane(shell, lane);
  }
}

/** powershell.state for a session that its owner has closed. */
export function closedFailure(): Failure {
  return failure('powershell.state', { action: 'run', state: 'closed' });
}
