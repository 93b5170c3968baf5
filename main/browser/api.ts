import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { REQUEST_BYTES_LIMIT } from '../../shared/contract/limits.ts';
import { writeParts } from '../../shared/contract/parts.ts';
import { edgewiseError } from '../../shared/errors.ts';
import { failed } from '../../shared/result.ts';
import type { Console } from '../console/console.ts';
import type { Admission } from './admission.ts';
import { readJsonBody } from './read-body.ts';
import { plainHeaders } from './security-headers.ts';

/** Two short texts, from somebody who is not admitted yet. */
const SESSION_BYTES_LIMIT = 4_096;
const JSON_TYPE = 'application/json; charset=utf-8';
const sessionInput = z.strictObject({ token: z.string().max(200).optional(), resume: z.string().max(200).optional() });

/** Admits a window: 200 with its secret, 403 when neither the token nor cookie and resume key are any good. */
export async function answerSession(
  admission: Admission,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readJsonBody(request, SESSION_BYTES_LIMIT);
  const input = body.kind === 'json' ? sessionInput.safeParse(body.value) : null;
  if (input?.success !== true) {
    refuse(response, body.kind === 'too-large' ? 413 : 400);
    return;
  }
  const { token, resume } = input.data;
  const admitted = admission.admit({ token, resume, cookieHeader: request.headers.cookie });
  if (admitted === null) {
    refuse(response, 403);
    return;
  }
  const cookie = admitted.setCookie === null ? {} : { 'set-cookie': admitted.setCookie };
  response.writeHead(200, { ...plainHeaders(JSON_TYPE), ...cookie });
  response.end(JSON.stringify({ secret: admitted.secret, resume: admitted.resume }));
}

/** Serves one request of the contract for an admitted window. A window that goes away aborts its work. */
export async function answerRequest(
  console: Console,
  window: string,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readJsonBody(request, REQUEST_BYTES_LIMIT);
  if (body.kind !== 'json') {
    const malformed = failed(edgewiseError('input.request-malformed', { request: name.slice(0, 100) }));
    writeJson(response, body.kind === 'too-large' ? 413 : 200, malformed);
    return;
  }
  const work = new AbortController();
  response.on('close', () => work.abort());
  await writeAnswer(response, await console.request(name, body.value, { window, signal: work.signal }));
}

/** Answers with a status and nothing else: whoever is refused learns no more. */
export function refuse(response: ServerResponse, status: number): void {
  // What was not read of a refused request must not be taken for the next one.
  response.writeHead(status, { ...plainHeaders('text/plain; charset=utf-8'), connection: 'close' });
  response.end();
}

/** Written in steps, between which the host does what else there is to do. */
async function writeAnswer(response: ServerResponse, answer: unknown): Promise<void> {
  for (const part of writeParts(answer)) {
    if (response.headersSent) await nextTurn();
    if (response.destroyed) return;
    if (!response.headersSent) response.writeHead(200, plainHeaders(JSON_TYPE));
    response.write(part);
  }
  response.end();
}

function writeJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...plainHeaders(JSON_TYPE), ...(status === 200 ? {} : { connection: 'close' }) });
  response.end(JSON.stringify(value));
}
