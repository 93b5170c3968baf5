import { createConnection, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** The id the out-of-process lines give to the session itself. */
export const NO_COMMAND = '00000000-0000-0000-0000-000000000000';

/** What the engine says by itself: data of the session (NO_COMMAND) or of a command, or that the pipe is gone. */
export interface PipeListener {
  data(id: string, bytes: Buffer): void;
  lost(reason: string): void;
}

/** The out-of-process lines of PowerShell (OutOfProcTransportManager.cs), our end being the client. Ids are lower case. What waits when the pipe is lost is rejected. */
export interface EnginePipe {
  /** Sends one fragment and waits until the engine has taken it. */
  send(id: string, fragment: Uint8Array, stream: 'Default' | 'PromptResponse'): Promise<void>;
  /** Announces a command; its data follows. */
  command(id: string): Promise<void>;
  /** Stops a command and waits for the acknowledgement. */
  signal(id: string): Promise<void>;
  /** Closes a command, or with NO_COMMAND the session. */
  close(id: string): Promise<void>;
  end(): void;
}

/** Who waits for an acknowledgement. */
interface Waiting {
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}

const CONNECT_ATTEMPTS = 200;
const CONNECT_PAUSE_MS = 50;

/** Connects to the engine's socket. It serves one client at a time and makes the socket anew after each: hence the attempts. */
export async function connectPipe(path: string, listener: PipeListener): Promise<EnginePipe> {
  const socket = await connected(path);
  const waiting = new Map<string, Waiting[]>();
  const order = new Map<string, Promise<void>>();
  let lost: Error | null = null;
  const lose = (reason: string): void => {
    if (lost !== null) return;
    lost = new Error(reason);
    listener.lost(reason);
    for (const { reject } of [...waiting.values()].flat()) reject(lost);
  };
  createInterface({ input: socket }).on('line', (line) => receive(line, waiting, listener, lose));
  socket.once('close', () => lose('the engine closed its pipe'));
  // The engine takes lines on a thread pool, so those of one id keep their order only if each waits for its answer.
  const exchange = (id: string, line: string, answer: string): Promise<void> => {
    const turn = (order.get(id) ?? Promise.resolve()).then(
      () =>
        new Promise<void>((resolve, reject) => {
          if (lost !== null) {
            reject(lost);
            return;
          }
          const key = `${answer} ${id}`;
          waiting.set(key, [...(waiting.get(key) ?? []), { resolve, reject }]);
          socket.write(`${line}\n`);
        }),
    );
    order.set(id, turn);
    return turn;
  };
  return {
    send: (id, fragment, stream) => {
      const base64 = Buffer.from(fragment).toString('base64');
      return exchange(id, `<Data Stream='${stream}' PSGuid='${id}'>${base64}</Data>`, 'DataAck');
    },
    command: (id) => exchange(id, `<Command PSGuid='${id}' />`, 'CommandAck'),
    // A stop must not wait behind input that nobody takes any more.
    signal: (id) => {
      order.delete(id);
      return exchange(id, `<Signal PSGuid='${id}' />`, 'SignalAck');
    },
    close: (id) => exchange(id, `<Close PSGuid='${id}' />`, 'CloseAck'),
    end: () => socket.end(),
  };
}

function receive(
  line: string,
  waiting: Map<string, Waiting[]>,
  listener: PipeListener,
  lose: (reason: string) => void,
): void {
  const found = /^<(\w+) (?:Stream='\w+' )?PSGuid='([0-9a-fA-F-]{36})'(?: \/>|>([^<]*)<\/Data>)$/.exec(line);
  if (found === null) {
    lose(`the engine wrote: ${line}`);
    return;
  }
  const [, name = '', rawId = '', base64] = found;
  const id = rawId.toLowerCase();
  if (name === 'Data') listener.data(id, Buffer.from(base64 ?? '', 'base64'));
  else answered(waiting, `${name} ${id}`);
}

function answered(waiting: Map<string, Waiting[]>, key: string): void {
  const [first, ...others] = waiting.get(key) ?? [];
  if (others.length > 0) waiting.set(key, others);
  else waiting.delete(key);
  first?.resolve();
}

async function connected(path: string): Promise<Socket> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await new Promise<Socket>((resolve, reject) => {
        const socket = createConnection(path, () => resolve(socket));
        socket.once('error', reject);
      });
    } catch (caught) {
      if (attempt === CONNECT_ATTEMPTS) throw caught;
      await delay(CONNECT_PAUSE_MS);
    }
  }
}
