import { PRELOAD_NAME, type PreloadApi, type PreloadRequest } from '../../shared/contract/preload.ts';
import type { RequestInput, RequestName, RequestOutputs } from '../../shared/contract/requests.ts';
import { edgewiseError } from '../../shared/errors.ts';
import { failed, type Result } from '../../shared/result.ts';
import { openAnswerText } from './answer-text.ts';
import type { Bridge, ConsoleEvent } from './bridge.ts';

/** What the Electron host's preload has put into the window; null in any other host. */
export function preloadApi(): PreloadApi | null {
  // Only our own preload can have put it there, of the same build as this page.
  return (window as { readonly [PRELOAD_NAME]?: PreloadApi })[PRELOAD_NAME] ?? null;
}

/** Binds the window to the console behind the preload. */
export function openElectronBridge(api: PreloadApi): Bridge {
  // The console may still be at work for the page before this one, whose calls had numbers too.
  const page = crypto.randomUUID();
  let calls = 0;
  return {
    request: (name, input, options) => {
      calls += 1;
      return sendRequest(api, `${page}-${calls}`, name, input, options?.signal);
    },
    listen: (listener) => {
      // The console lives as long as the window does: it is never lost, and there from the first moment.
      queueMicrotask(() => listener.onConnection('up'));
      // The console of the same build writes these texts from the typed event map.
      return api.listen((text) => listener.onEvent(JSON.parse(text) as ConsoleEvent));
    },
  };
}

async function sendRequest<Name extends RequestName>(
  api: PreloadApi,
  call: string,
  name: Name,
  input: RequestInput<Name>,
  signal: AbortSignal | undefined,
): Promise<Result<RequestOutputs[Name]>> {
  if (signal?.aborted === true) return failed(edgewiseError('workstation.cancelled', {}));
  const cancel = (): void => api.cancel(call);
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    const answer = openAnswerText();
    await answer.take(await methodOf(api, name)(call, JSON.stringify(input)));
    // `main/console` is typed by the same contract map as this function.
    return answer.end() as Result<RequestOutputs[Name]>;
  } catch (caught) {
    return failed(edgewiseError('workstation.console-gone', {}, { serverText: String(caught) }));
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

function methodOf(api: PreloadApi, name: RequestName): PreloadRequest {
  const [area = '', method = ''] = name.split('.');
  // The preload's methods are the contract's names, which the compiler cannot follow through split.
  const areas = api.requests as Readonly<Record<string, Readonly<Record<string, PreloadRequest>>>>;
  const request = areas[area]?.[method];
  if (request === undefined) throw new Error(`the preload has no ${name}`);
  return request;
}
