import type { BridgeListener, ConsoleEvent } from './bridge.ts';

/** Waits before each attempt to reach the console again, in milliseconds; the last one repeats. */
const RETRY_DELAYS = [250, 500, 1_000, 2_000, 5_000];

/** The console sends an empty line at least every 15 s; silence of three of them is a lost connection. */
const SILENCE_LIMIT_MS = 45_000;

export interface EventStreamOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly listener: BridgeListener;
  readonly signal: AbortSignal;
}

/**
 * Follows the console's events (NDJSON, one `{ name, payload }` a line, empty lines as heartbeat) until `signal` aborts;
 * reaches for the console again whenever the stream ends, and tells the listener when it is lost and when it is back.
 */
export async function followEvents({ url, headers, listener, signal }: EventStreamOptions): Promise<void> {
  const ended = (): boolean => signal.aborted;
  let failures = 0;
  while (!ended()) {
    const silence = new AbortController();
    const opened = await readStream(url, headers, AbortSignal.any([signal, silence.signal]), silence, listener);
    if (ended()) return;
    listener.onConnection('lost');
    failures = opened ? 0 : failures + 1;
    await pause(RETRY_DELAYS[Math.min(failures, RETRY_DELAYS.length - 1)] ?? 0, signal);
  }
}

/** Reads one stream to its end; gives whether it was opened at all. */
async function readStream(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  silence: AbortController,
  listener: BridgeListener,
): Promise<boolean> {
  let watchdog = setTimeout(() => silence.abort(), SILENCE_LIMIT_MS);
  try {
    const response = await orBroken(fetch(url, { headers, signal }));
    if (response?.ok !== true || response.body === null) return false;
    listener.onConnection('up');
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const part = await orBroken(reader.read());
      if (part === null || part.done) return true;
      clearTimeout(watchdog);
      watchdog = setTimeout(() => silence.abort(), SILENCE_LIMIT_MS);
      const lines = (rest + part.value).split('\n');
      rest = lines.pop() ?? '';
      // The console of the same build writes these lines from the typed event map.
      for (const line of lines) if (line !== '') listener.onEvent(JSON.parse(line) as ConsoleEvent);
    }
  } finally {
    clearTimeout(watchdog);
  }
}

/** What a network promise gives, or null when the connection broke: the ordinary end of a console, told by the caller. */
async function orBroken<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (caught) {
    if (caught instanceof TypeError || caught instanceof DOMException) return null;
    throw caught;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
