import type { RequestInput, RequestName, RequestOutputs } from '../../shared/contract/requests.ts';
import { edgewiseError, failure } from '../../shared/errors.ts';
import { failed, type Result } from '../../shared/result.ts';
import { openAnswerText } from './answer-text.ts';
import type { Bridge } from './bridge.ts';
import { followEvents } from './event-stream.ts';
import { shareEvents } from './share-events.ts';

const WINDOW_HEADER = 'x-edgewise-window';

/** Where the key of the next admission is kept: this tab's storage for this origin, which no other port's page reads. */
const RESUME = 'edgewise/resume';

/**
 * Admits this window to the console: with the one-time token of the launch URL, or on a reload with the cookie it left
 * and the key it gave. The secret that comes back lives in this closure only, never in storage. Throws
 * workstation.link-used when the console does not admit it, workstation.console-gone when there is none.
 */
export async function openHttpBridge(token: string | null): Promise<Bridge> {
  const resume = keptResume();
  const shown = { ...(token !== null && { token }), ...(resume !== null && { resume }) };
  const response = await post('/api/session', shown, {});
  if (response === null) throw failure('workstation.console-gone', {});
  if (!response.ok) throw failure('workstation.link-used', {});
  // The console of the same build answers this; its contract is the agreed one.
  const admitted = (await response.json()) as { readonly secret: string; readonly resume: string };
  keepResume(admitted.resume);
  const headers = { [WINDOW_HEADER]: admitted.secret };

  return {
    request: (name, input, options) => sendRequest(name, input, headers, options?.signal),
    listen: shareEvents((listener, signal) => void followEvents({ url: '/api/events', headers, listener, signal })),
  };
}

function keptResume(): string | null {
  try {
    return sessionStorage.getItem(RESUME);
  } catch (caught) {
    return blockedStorage(caught);
  }
}

function keepResume(resume: string): void {
  try {
    sessionStorage.setItem(RESUME, resume);
  } catch (caught) {
    blockedStorage(caught);
  }
}

/** Storage switched off by policy: a reload then needs a new launch URL. Anything else is a defect and goes on up. */
function blockedStorage(caught: unknown): null {
  if (!(caught instanceof DOMException)) throw caught;
  console.warn(`a reload will not be admitted: ${caught.name}`);
  return null;
}

async function sendRequest<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<Result<RequestOutputs[Name]>> {
  const response = await post(`/api/request/${name}`, input, headers, signal);
  if (signal?.aborted === true) return failed(edgewiseError('workstation.cancelled', {}));
  if (response === null) return failed(edgewiseError('workstation.console-gone', {}));
  if (response.status === 403) return failed(edgewiseError('workstation.link-used', {}));
  if (!response.ok) {
    return failed(edgewiseError('workstation.unexpected', { reason: `${name}: HTTP ${response.status}` }));
  }
  try {
    // `main/console` is typed by the same contract map as this function.
    return (await readAnswer(response)) as Result<RequestOutputs[Name]>;
  } catch (caught) {
    if (isAbort(caught)) return failed(edgewiseError('workstation.cancelled', {}));
    return failed(edgewiseError('workstation.console-gone', {}, { serverText: String(caught) }));
  }
}

/** Rejects as reading the body does when the connection breaks, and with a SyntaxError when it is not a whole answer. */
async function readAnswer(response: Response): Promise<unknown> {
  const answer = openAnswerText();
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    await answer.take(part.value);
  }
  return answer.end();
}

/** The reply, or null when there is no console to give one or the caller has aborted. */
async function post(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Response | null> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (caught) {
    // fetch says "no connection" with a TypeError and nothing more; anything else is a defect and goes on up.
    if (caught instanceof TypeError || isAbort(caught)) return null;
    throw caught;
  }
}

function isAbort(caught: unknown): boolean {
  return caught instanceof DOMException && caught.name === 'AbortError';
}
