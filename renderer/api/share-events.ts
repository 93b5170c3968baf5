import type { BridgeListener } from './bridge.ts';

/**
 * One stream of events for every listener of a window: a browser opens six connections to a host and no more, and each
 * stream would hold one. It is followed from the first listener on until the last has gone; who comes later is told at
 * once whether the console is there.
 */
export function shareEvents(
  follow: (listener: BridgeListener, signal: AbortSignal) => void,
): (listener: BridgeListener) => () => void {
  const listeners = new Set<BridgeListener>();
  let end: AbortController | null = null;
  let connection: 'up' | 'lost' | null = null;

  function begin(): AbortController {
    const started = new AbortController();
    const all: BridgeListener = {
      onEvent: (event) => {
        for (const listener of listeners) listener.onEvent(event);
      },
      onConnection: (state) => {
        connection = state;
        for (const listener of listeners) listener.onConnection(state);
      },
    };
    follow(all, started.signal);
    return started;
  }

  return (listener) => {
    listeners.add(listener);
    if (connection !== null) listener.onConnection(connection);
    end ??= begin();
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      end?.abort();
      end = null;
      connection = null;
    };
  };
}
