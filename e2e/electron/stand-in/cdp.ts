import { EventEmitter, once } from 'node:events';

/** What a command answers or an event carries: its fields are those of the protocol's documentation. */
export type CdpFields = Readonly<Record<string, unknown>>;

/** One attached target. Emits every event of the protocol by its method's name, with its fields. */
export interface CdpSession {
  readonly events: EventEmitter;
  send(method: string, params?: CdpFields): Promise<CdpFields>;
}

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: CdpFields;
  readonly result?: CdpFields;
  readonly error?: { readonly message: string };
}

/** A connection to Chromium's DevTools protocol: the browser's own session, and one for each attached target. */
export interface CdpConnection {
  readonly browser: CdpSession;
  session(sessionId: string): CdpSession;
}

/** Connects to `ws://…` as Chromium prints it. */
export async function connectCdp(endpoint: string): Promise<CdpConnection> {
  const socket = new WebSocket(endpoint);
  await once(socket, 'open');
  const waiting = new Map<number, PromiseWithResolvers<CdpFields>>();
  const emitters = new Map<string, EventEmitter>();
  let last = 0;

  function emitterOf(sessionId: string): EventEmitter {
    const emitter = emitters.get(sessionId) ?? new EventEmitter();
    emitters.set(sessionId, emitter);
    return emitter;
  }

  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message; // Chromium's own words.
    if (message.id === undefined) {
      emitterOf(message.sessionId ?? '').emit(message.method ?? '', message.params ?? {});
      return;
    }
    const answer = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) answer?.resolve(message.result ?? {});
    else answer?.reject(new Error(message.error.message));
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser is gone'));
  });

  function session(sessionId: string): CdpSession {
    return {
      events: emitterOf(sessionId),
      send: (method, params = {}) => {
        const answer = Promise.withResolvers<CdpFields>();
        last += 1;
        waiting.set(last, answer);
        socket.send(JSON.stringify({ id: last, method, params, ...(sessionId === '' ? {} : { sessionId }) }));
        return answer.promise;
      },
    };
  }
  return { browser: session(''), session };
}
