import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

/** One HTTP request with exactly these headers: an attacker is not bound to what a browser would send. */
export async function ask(port: number, asked: Asked): Promise<Reply> {
  const response = await open(port, asked);
  let body = '';
  response.setEncoding('utf8');
  for await (const chunk of response as AsyncIterable<string>) body += chunk;
  return { status: response.statusCode ?? 0, headers: response.headers, body };
}

/** The same, given back as soon as its headers are there: for a stream that does not end. */
export async function open(port: number, asked: Asked): Promise<IncomingMessage> {
  const headers = Object.fromEntries(Object.entries(asked.headers ?? {}).filter(([, value]) => value !== undefined));
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const outgoing = request(
    { host: '127.0.0.1', port, method: asked.method ?? 'GET', path: asked.path, headers, signal: asked.signal },
    resolve,
  );
  outgoing.on('error', reject);
  outgoing.end(asked.body);
  return await promise;
}

/** What our own page's fetch sends. */
export function pageHeaders(port: number, secret?: string): Record<string, string> {
  return {
    'sec-fetch-site': 'same-origin',
    'sec-fetch-mode': 'cors',
    'sec-fetch-dest': 'empty',
    origin: `http://127.0.0.1:${port}`,
    'content-type': 'application/json',
    ...(secret === undefined ? {} : { 'x-edgewise-window': secret }),
  };
}
