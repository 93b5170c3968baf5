import {
  errorFrom,
  failure,
  Failure,
  isCountedRefusal,
  type EdgewiseError,
  type ErrorCode,
} from '../../shared/errors.ts';
import { readCmdlets, readServerVersion, type ServerCmdlets } from '../cs/server.ts';
import type { DeploymentConnection, DeploymentSource } from './source.ts';
import { throwIfCancelled, whileWanted } from './waiting.ts';

/** A session with what was asked once when it was opened. */
export interface OpenSession extends DeploymentConnection {
  readonly serverVersion: string;
  readonly cmdlets: ServerCmdlets;
}

export type SessionState = 'closed' | 'opening' | 'open' | 'failed';

/**
 * The one session of a deployment: opened when first needed, shared by all who wait for it, reopened when it broke. After
 * a refused sign-in it stays closed until somebody asks anew: a directory locks an account after a few wrong passwords,
 * and what is on screen reads in many places at once.
 */
export interface DeploymentSession {
  /** The open session, opening it first where there is none. The opening ends when nobody waits for it any more. */
  opened(signal: AbortSignal): Promise<OpenSession>;
  /** A person asks, or has given another password: a sign-in that was refused may be tried again, once. */
  askedAnew(): void;
  /** Whether it is open: using it signs in nowhere, unless the server has let it go unheard. */
  stands(): boolean;
  /**
   * Runs a read. On a kept session that turned out to be dead it is run once more on a new one; where the session was
   * closed meanwhile it is workstation.cancelled.
   */
  read<T>(work: (open: OpenSession) => Promise<T>, signal: AbortSignal): Promise<T>;
  /**
   * Runs a write in the open session: whatever befalls the session meanwhile, by a read beside it or by closing, it is left
   * to the write and closed when that has ended. Nothing else is begun in it then.
   */
  hold<T>(work: (open: OpenSession) => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Says that work on the session ended in this error; a session it breaks is dropped. */
  ended(open: OpenSession, error: EdgewiseError): void;
  /** Closes it because a person said so or its settings changed; the next use opens another. Never throws. */
  close(): Promise<void>;
  /** Closes it though nothing was said or changed: a sign-in that was refused is so after it too. Never throws. */
  suspend(): Promise<void>;
}

interface Opening {
  readonly controller: AbortController;
  readonly promise: Promise<OpenSession>;
  waiters: number;
  /** How many writes are to run in it or do; while there are any it is not closed. */
  holders: number;
  open: OpenSession | null;
}

/** Codes besides those of the layers below WS-Management that leave a session unusable. */
const BREAKING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ws-management.shell-gone',
  'ws-management.access-denied',
  'ws-management.reply-malformed',
  'powershell.message-malformed',
  'powershell.fragments-lost',
  'powershell.pool-broken',
  'powershell.state',
]);
const BREAKING_LAYERS: ReadonlySet<string> = new Set(['network', 'tls', 'http', 'sign-in']);

/**
 * Makes the session of a source; `onState` hears every change, with the error of a failure; `admit` throws where none may
 * be used just now.
 */
export function createDeploymentSession(
  source: DeploymentSource,
  onState: (state: SessionState, error: EdgewiseError | null) => void,
  admit: () => void,
): DeploymentSession {
  let current: Opening | null = null;
  let refused: EdgewiseError | null = null;
  let mayTry = false;
  let closings = 0;

  async function opened(signal: AbortSignal): Promise<OpenSession> {
    return await wait(wanted(signal), signal);
  }

  function wanted(signal: AbortSignal): Opening {
    throwIfCancelled(signal);
    admit();
    if (refused !== null && !mayTry && current === null) throw new Failure(refused);
    return current ?? start();
  }

  async function wait(opening: Opening, signal: AbortSignal): Promise<OpenSession> {
    opening.waiters += 1;
    try {
      return await whileWanted(opening.promise, signal);
    } finally {
      opening.waiters -= 1;
      if (opening.waiters === 0 && opening.open === null) opening.controller.abort();
    }
  }

  function start(): Opening {
    const controller = new AbortController();
    const promise = openOn(source, controller.signal);
    const opening: Opening = { controller, promise, waiters: 0, holders: 0, open: null };
    current = opening;
    mayTry = false;
    onState('opening', null);
    opening.promise.then(
      (open) => {
        opening.open = open;
        if (current === opening) {
          // Not before: an attempt that was given up has not shown that the password is another.
          refused = null;
          onState('open', null);
        }
        // Closed while it was opening: nobody will use this one.
        else void end(opening);
      },
      (caught: unknown) => {
        if (current !== opening) return;
        current = null;
        remember(errorFrom(caught));
        if (controller.signal.aborted) onState('closed', null);
        else onState('failed', errorFrom(caught));
      },
    );
    return opening;
  }

  function remember(error: EdgewiseError): void {
    if (!isCountedRefusal(error)) return;
    refused = error;
    mayTry = false;
  }

  function ended(open: OpenSession, error: EdgewiseError): void {
    if (drop(open, error)) onState('failed', error);
  }

  /** Whether the error was the end of it. */
  function drop(open: OpenSession, error: EdgewiseError): boolean {
    if (current?.open !== open || !breaksSession(error)) return false;
    const dropped = current;
    current = null;
    remember(error);
    void end(dropped);
    return true;
  }

  /** Closes a session that is not the current one any more, unless a write is in it, which does so when it has ended. */
  async function end({ open, holders }: Opening): Promise<void> {
    if (holders === 0) await open?.session.close();
  }

  async function hold<T>(work: (open: OpenSession) => Promise<T>, signal: AbortSignal): Promise<T> {
    const opening = wanted(signal);
    // Before it is waited for: between its being open and the write nothing may close it.
    opening.holders += 1;
    try {
      return await work(await wait(opening, signal));
    } finally {
      opening.holders -= 1;
      if (current !== opening) void end(opening);
    }
  }

  async function read<T>(work: (open: OpenSession) => Promise<T>, signal: AbortSignal): Promise<T> {
    const kept = current?.open ?? null;
    const closed = closings;
    const open = await opened(signal);
    try {
      return await work(open);
    } catch (caught) {
      const error = errorFrom(caught);
      requireNotClosed(closed, error);
      const goesOn = open === kept && breaksSession(error) && !isCountedRefusal(error) && !signal.aborted;
      // The next one is opened without a word: who looks sees that it is there, or why it could not be opened.
      if (!goesOn) {
        ended(open, error);
        throw caught;
      }
      drop(open, error);
    }
    const fresh = await opened(signal);
    try {
      return await work(fresh);
    } catch (caught) {
      const error = errorFrom(caught);
      requireNotClosed(closed, error);
      ended(fresh, error);
      throw caught;
    }
  }

  /** What was closed is not opened again by what was under way then: it ends as what nobody wants any more. */
  function requireNotClosed(before: number, error: EdgewiseError): void {
    if (closings !== before && breaksSession(error)) throw failure('workstation.cancelled', {});
  }

  async function close(): Promise<void> {
    refused = null;
    await suspend();
  }

  async function suspend(): Promise<void> {
    const closing = current;
    current = null;
    closings += 1;
    if (closing !== null) {
      closing.controller.abort();
      onState('closed', null);
      await end(closing);
    }
    await source.close();
  }

  const askedAnew = (): void => void (mayTry = true);
  const stands = (): boolean => current !== null && current.open !== null;
  return { opened, askedAnew, stands, read, hold, ended, close, suspend };
}

/** Whether a session is of no more use after this error. A refused cmdlet, a quota, a stop leave it as it was. */
function breaksSession(error: EdgewiseError): boolean {
  return BREAKING_LAYERS.has(error.layer) || BREAKING.has(error.code);
}

async function openOn(source: DeploymentSource, signal: AbortSignal): Promise<OpenSession> {
  const connection = await source.connect(signal);
  try {
    const serverVersion = await readServerVersion(connection.session, signal);
    const cmdlets = await readCmdlets(connection.session, signal);
    if (signal.aborted) throw failure('workstation.cancelled', {});
    return { ...connection, serverVersion, cmdlets };
  } catch (caught) {
    await connection.session.close();
    throw caught;
  }
}
