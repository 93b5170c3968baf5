import { connectPipe, NO_COMMAND, type EnginePipe } from './pipe.ts';

const HEADER_BYTES = 21;
const START_FLAG = 1;
const END_FLAG = 2;
const PIPELINE_STATE = 0x00041006;

/** What waits to be received from the shell or one command, and who waits for it. */
interface Outbox {
  readonly waiting: Buffer[];
  /** The engine's pipeline has said its last word. */
  done: boolean;
  /** The PIPELINE_STATE message is on its way, its end not yet seen. */
  ending: boolean;
  wake: (() => void) | null;
}

/** There is no such command or shell any more: why. */
export interface Gone {
  readonly gone: string;
}

/** A batch for one Receive. */
export interface Batch {
  readonly pieces: readonly Buffer[];
  readonly done: boolean;
}

/** One WS-Management shell on one pipe to the engine. Ids are lower case. */
export interface FrontShell {
  send(commandId: string | null, fragments: Buffer, stream: 'stdin' | 'pr'): Promise<void>;
  command(id: string, fragments: Buffer): Promise<void>;
  interrupt(id: string): Promise<void>;
  terminate(id: string): Promise<void>;
  /** Waits up to `timeoutMs` for data or the end; null = nothing came. */
  receive(commandId: string | null, maxBytes: number, timeoutMs: number): Promise<Batch | Gone | null>;
  close(): Promise<void>;
}

/** How long the engine may take for the first word of a session, in milliseconds; and how often it is asked. */
const OPENING_PATIENCE_MS = 10_000;
const OPENING_ATTEMPTS = 4;

/** Opens the engine's session with creationXml's fragments. */
export async function openFrontShell(socketPath: string, opening: Buffer): Promise<FrontShell> {
  for (let attempt = 1; ; attempt += 1) {
    const shell = await tryFrontShell(socketPath, opening);
    if (shell !== null) return shell;
    if (attempt === OPENING_ATTEMPTS) throw new Error('the engine does not answer on its pipe');
  }
}

/**
 * One try, or null: the engine serves one client and makes its socket anew for the next, and who connects in between is
 * accepted by nobody.
 */
async function tryFrontShell(socketPath: string, opening: Buffer): Promise<FrontShell | null> {
  const outboxes = new Map<string, Outbox>([[NO_COMMAND, emptyOutbox()]]);
  let lastWords: string | null = null;
  const pipe = await connectPipe(socketPath, {
    data: (id, bytes) => deliver(outboxes.get(id), bytes),
    lost: (reason) => {
      lastWords = reason;
      for (const [id, outbox] of [...outboxes]) forget(outboxes, id, outbox);
    },
  });
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<'silent'>((resolve) => {
    timer = setTimeout(() => resolve('silent'), OPENING_PATIENCE_MS);
  });
  const sent = sendFragments(pipe, NO_COMMAND, opening, 'Default').then(
    () => 'sent' as const,
    () => 'silent' as const,
  );
  const outcome = await Promise.race([sent, silent]);
  clearTimeout(timer);
  if (outcome === 'silent') {
    pipe.end();
    return null;
  }
  return {
    send: (commandId, fragments, stream) =>
      sendFragments(pipe, commandId ?? NO_COMMAND, fragments, stream === 'pr' ? 'PromptResponse' : 'Default'),
    command: async (id, fragments) => {
      outboxes.set(id, emptyOutbox());
      await pipe.command(id);
      await sendFragments(pipe, id, fragments, 'Default');
    },
    interrupt: (id) => pipe.signal(id),
    terminate: async (id) => {
      const outbox = outboxes.get(id);
      if (outbox === undefined) return;
      await pipe.close(id);
      forget(outboxes, id, outbox);
    },
    receive: async (commandId, maxBytes, timeoutMs) => {
      const taken = await take(outboxes, commandId ?? NO_COMMAND, maxBytes, timeoutMs);
      return taken === 'gone' ? { gone: lastWords ?? 'closed' } : taken;
    },
    close: async () => {
      if (lastWords !== null) return;
      for (const [id, outbox] of [...outboxes]) {
        // The engine waits for its commands before it closes a session: they go first, the session last.
        if (id !== NO_COMMAND) await pipe.close(id);
        forget(outboxes, id, outbox);
      }
      await pipe.close(NO_COMMAND);
      pipe.end();
    },
  };
}

/** Cuts bytes into fragments (MS-PSRP 2.2.4): the engine takes SESSION_CAPABILITY and INIT_RUNSPACEPOOL one by one. */
export function splitFragments(bytes: Buffer): readonly Buffer[] {
  const fragments: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = HEADER_BYTES + bytes.readUInt32BE(at + 17);
    fragments.push(bytes.subarray(at, at + length));
    at += length;
  }
  return fragments;
}

async function sendFragments(
  pipe: EnginePipe,
  id: string,
  bytes: Buffer,
  stream: 'Default' | 'PromptResponse',
): Promise<void> {
  for (const fragment of splitFragments(bytes)) await pipe.send(id, fragment, stream);
}

function emptyOutbox(): Outbox {
  return { waiting: [], done: false, ending: false, wake: null };
}

function forget(outboxes: Map<string, Outbox>, id: string, outbox: Outbox): void {
  outboxes.delete(id);
  outbox.wake?.();
}

function deliver(outbox: Outbox | undefined, bytes: Buffer): void {
  if (outbox === undefined) return;
  outbox.waiting.push(bytes);
  // Windows says Done when its plug-in does; here the engine's last message is the only sign.
  for (const fragment of splitFragments(bytes)) {
    const flags = fragment.readUInt8(16);
    if ((flags & START_FLAG) !== 0) outbox.ending = fragment.readUInt32LE(HEADER_BYTES + 4) === PIPELINE_STATE;
    if (outbox.ending && (flags & END_FLAG) !== 0) outbox.done = true;
  }
  outbox.wake?.();
}

async function take(
  outboxes: Map<string, Outbox>,
  id: string,
  maxBytes: number,
  timeoutMs: number,
): Promise<Batch | null | 'gone'> {
  const outbox = outboxes.get(id);
  if (outbox === undefined) return 'gone';
  if (outbox.waiting.length === 0 && !outbox.done) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      outbox.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    outbox.wake = null;
  }
  if (!outboxes.has(id)) return 'gone';
  if (outbox.waiting.length === 0 && !outbox.done) return null;
  const pieces: Buffer[] = [];
  for (let room = maxBytes; outbox.waiting[0] !== undefined;) {
    room -= Math.ceil(outbox.waiting[0].length / 3) * 4 + 200;
    if (room < 0 && pieces.length > 0) break;
    pieces.push(outbox.waiting[0]);
    outbox.waiting.shift();
  }
  return { pieces, done: outbox.done && outbox.waiting.length === 0 };
}
