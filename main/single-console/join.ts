import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { failure } from '../../shared/errors.ts';
import { newAddress, type Address } from './address.ts';
import { askConsole } from './ask.ts';
import { tryLock, type Holder, type Lock } from './lock.ts';
import { requirePrivateFolder } from './private-folder.ts';
import { holderNote, type ConsoleAsk, type HolderNote, type ReplyFrame } from './protocol.ts';
import { serveConsole, type Answerer, type ConsoleSocket } from './serve.ts';

/** This process is the one of its settings folder, or has been answered by the one that is. */
export type Joined =
  { readonly kind: 'alone'; readonly place: ConsolePlace } | { readonly kind: 'answered'; readonly frame: ReplyFrame };

/** The place of the one console of a settings folder. */
export interface ConsolePlace {
  /** From now on asks are answered so; before, and after `end`, others are told to wait. */
  answer(answerer: Answerer): void;
  /** Others are told to wait from now on: this console ends. */
  end(): void;
  /** Waits for what is being answered, and gives the place up. */
  leave(): Promise<void>;
}

export interface JoinOptions {
  /** Absolute: the settings folder. */
  readonly settings: string;
  /** What is asked of a console that runs. */
  readonly ask: ConsoleAsk;
  readonly signal: AbortSignal;
  readonly onFrame?: (frame: ReplyFrame) => void;
}

const LOOK_AGAIN_MS = 50;
/** How long a holder that does not answer may take, to begin or to end, in milliseconds. */
const PATIENCE_MS = 30_000;
/** Where the system tells no start time: a holder nobody listens for is not there after this time. */
const SILENT_MS = 10_000;

/**
 * Takes the place of the settings folder's one console, or asks the one that runs. One that begins, ends, or is a
 * command line that writes, is waited for. Throws workstation.settings-unwritable where the folder takes no lock,
 * workstation.console-busy when the holder lives and does not answer, and what askConsole throws.
 */
export async function joinConsole({ settings, ask, signal, onFrame }: JoinOptions): Promise<Joined> {
  const folder = join(settings, 'console');
  const deadline = Date.now() + PATIENCE_MS;
  let disregard: string | null = null;
  for (;;) {
    const taken = await take(folder, disregard);
    if (taken.kind === 'place') return { kind: 'alone', place: taken.place };
    const { holder } = taken;
    const note = noteOf(holder);
    const asked =
      note === null ? null : await askConsole(note, ask, { signal, ...(onFrame === undefined ? {} : { onFrame }) });
    if (asked?.kind === 'answered' && asked.frame.kind !== 'busy') return asked;
    const silent = asked?.kind !== 'answered' && Date.now() - holder.since > SILENT_MS;
    if (holder.started === null && silent) disregard = holder.token;
    else if (Date.now() > deadline) throw failure('workstation.console-busy', { process: holder.pid });
    if (signal.aborted) throw failure('workstation.cancelled', {});
    await wait(LOOK_AGAIN_MS);
  }
}

type Taken =
  { readonly kind: 'place'; readonly place: ConsolePlace } | { readonly kind: 'held'; readonly holder: Holder };

async function take(folder: string, disregard: string | null): Promise<Taken> {
  try {
    requirePrivateFolder(folder);
    const address = newAddress(folder, process.platform);
    const note: HolderNote = { address: address.address, key: randomBytes(32).toString('base64url') };
    const attempt = tryLock(folder, JSON.stringify(note), disregard);
    if (attempt.kind === 'held') return attempt;
    return { kind: 'place', place: await openPlace(attempt.lock, address, note) };
  } catch (caught) {
    const reason = caught instanceof Error ? caught.message : String(caught);
    throw failure('workstation.settings-unwritable', { path: folder, reason }, {}, caught);
  }
}

async function openPlace(lock: Lock, address: Address, note: HolderNote): Promise<ConsolePlace> {
  const busy: Answerer = () => ({ kind: 'busy' });
  let answerer = busy;
  let socket: ConsoleSocket;
  try {
    address.prepare();
    socket = await serveConsole(note, (...asked) => answerer(...asked));
  } catch (caught) {
    lock.release();
    throw caught;
  }
  return {
    answer: (given) => (answerer = given),
    end: () => (answerer = busy),
    leave: async () => {
      answerer = busy;
      await socket.close();
      address.remove();
      lock.release();
    },
  };
}

/** Null for a holder that says nothing we understand: an older version, or none of ours. */
function noteOf({ note }: Holder): HolderNote | null {
  try {
    return holderNote.safeParse(JSON.parse(note)).data ?? null;
  } catch (caught) {
    if (caught instanceof SyntaxError) return null;
    throw caught;
  }
}
