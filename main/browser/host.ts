import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Console } from '../console/console.ts';
import { createAdmission, type Admission } from './admission.ts';
import { answerRequest, answerSession, refuse } from './api.ts';
import { streamEvents } from './event-stream.ts';
import { guardApi, guardStatic, originOf, type Refusal } from './guard.ts';
import { watchLastWindow, type LastWindow } from './last-window.ts';
import { pageFor } from './page.ts';
import { mayConnect, peerOwner } from './peer-owner.ts';
import { pageHeaders, plainHeaders } from './security-headers.ts';
import type { StaticFiles } from './static-files.ts';

export interface HostOptions {
  readonly console: Console;
  readonly files: StaticFiles;
  /** How long the host stays after its last window is gone, in milliseconds. */
  readonly graceMs: number;
  /** Whose programs may connect, where the system tells whose they are; null = everybody's. */
  readonly ownUser: number | null;
  /** How long a request may take to come, in milliseconds. */
  readonly patience?: Patience;
}

/** A page of ours sends its headers and its small body at once; who does not is slow on purpose. */
interface Patience {
  readonly headers: number;
  readonly request: number;
}

const PATIENCE: Patience = { headers: 10_000, request: 30_000 };

/** The console on loopback. */
export interface BrowserHost {
  readonly port: number;
  /** A launch URL with a token of its own: it works once. */
  launchUrl(): string;
  /** Resolves when the last window is gone for good, or the host was closed. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

const WINDOW_HEADER = 'x-edgewise-window';
const REQUEST_PATH = '/api/request/';

interface Parts {
  readonly console: Console;
  readonly files: StaticFiles;
  readonly port: number;
  readonly admission: Admission;
  readonly lastWindow: LastWindow;
}

/** Starts serving on a free port of 127.0.0.1. Rejects with the system's error when there is none. */
export async function startBrowserHost(options: HostOptions): Promise<BrowserHost> {
  const { console, files, graceMs, ownUser, patience = PATIENCE } = options;
  const server = createServer({
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    // Node's own limit, whatever the environment says of it.
    maxHeaderSize: 16_384,
    // Node looks at the time only this often.
    connectionsCheckingInterval: Math.ceil(patience.headers / 2),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an AddressInfo; the other two shapes are pipes and closed servers.
  const { port } = server.address() as AddressInfo;
  const ended = Promise.withResolvers<undefined>();
  const admission = createAdmission(port);
  const lastWindow = watchLastWindow({
    graceMs,
    busy: () => console.applying(),
    onEnd: () => ended.resolve(undefined),
  });
  server.on('connection', (socket) => {
    const { localPort = 0, remotePort = 0 } = socket;
    if (!mayConnect(peerOwner({ localPort, remotePort }), ownUser)) socket.destroy();
  });
  const parts: Parts = { console, files, port, admission, lastWindow };
  server.on('request', (request, response) => {
    answer(parts, request, response).catch((caught: unknown) => {
      // The window went away in the middle of its request, or we have a defect: neither may end the host.
      if (!response.headersSent) refuse(response, 500);
      else response.destroy(caught instanceof Error ? caught : undefined);
    });
  });
  let closing: Promise<void> | null = null;
  return {
    port,
    launchUrl: () => {
      lastWindow.expected();
      return `${originOf(port)}/#token=${admission.issueToken()}`;
    },
    ended: ended.promise,
    close: () => {
      lastWindow.stop();
      ended.resolve(undefined);
      return (closing ??= closeServer(server));
    },
  };
}

async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (!path.startsWith('/api/')) {
    answerStatic(parts, path, request, response);
    return;
  }
  const refusal = guardApi(guarded(request), path === '/api/events' ? 'GET' : 'POST', parts.port);
  if (refusal !== null) refuse(response, refusal);
  else if (path === '/api/session') await answerSession(parts.admission, request, response);
  else await answerWindow(parts, path, request, response);
}

async function answerWindow(
  { console, admission, lastWindow }: Parts,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const secret = request.headers[WINDOW_HEADER];
  const window = admission.windowOf(typeof secret === 'string' ? secret : undefined);
  if (window === null) {
    refuse(response, 403);
  } else if (path === '/api/events') {
    lastWindow.opened();
    response.on('close', () => lastWindow.closed());
    streamEvents(console, response);
  } else if (path.startsWith(REQUEST_PATH)) {
    await answerRequest(console, window, path.slice(REQUEST_PATH.length), request, response);
  } else {
    refuse(response, 404);
  }
}

function answerStatic(
  { console, files, port }: Parts,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const refusal: Refusal = guardStatic(guarded(request), port);
  const file = files.files.get(path);
  if (refusal !== null) {
    refuse(response, refusal);
  } else if (path === '/') {
    const nonce = randomBytes(16).toString('base64');
    response.writeHead(200, pageHeaders(nonce, "'self'"));
    response.end(pageFor(files, nonce, console.look()));
  } else if (file === undefined) {
    refuse(response, 404);
  } else {
    response.writeHead(200, plainHeaders(file.contentType));
    response.end(file.body);
  }
}

function guarded(request: IncomingMessage): Parameters<typeof guardStatic>[0] {
  return { method: request.method ?? '', headers: request.headers };
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // Event streams never end by themselves.
  server.closeAllConnections();
  await closed;
}
