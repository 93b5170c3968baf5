import { createServer, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { createAcceptor, type AcceptedScheme } from '../../auth/index.ts';
import { listen } from './signing-server.ts';

/** A CONNECT proxy on 127.0.0.1 whose sign-in is our acceptor. */
export interface ConnectProxy {
  readonly port: number;
  /** Every CONNECT it was asked: where to, on which of the connections that asked, from 1, and with what. */
  readonly asked: readonly { readonly path: string; readonly connection: number; readonly authorization: string }[];
  close(): Promise<void>;
}

export interface ConnectProxyOptions {
  /** Which ways it takes; empty = it asks nobody. */
  readonly schemes?: readonly AcceptedScheme[];
  readonly password?: string;
  /** Which Proxy-Authorization is turned down, before the acceptor hears of it. */
  readonly turnsDown?: (authorization: string) => boolean;
  /** How the page of a 407 is sent. */
  readonly page?: 'length' | 'chunked' | 'close';
}

/** Starts it; it knows CONTOSO\\proxyuser, and reaches every name at 127.0.0.1, as only a proxy's own DNS would. */
export async function startConnectProxy(options: ConnectProxyOptions = {}): Promise<ConnectProxy> {
  const { schemes = [], password = 'Pröxy ✓', page = 'length', turnsDown = () => false } = options;
  const asked: { path: string; connection: number; authorization: string }[] = [];
  const sockets = new Set<Socket>();
  const acceptors = new Map<Socket, ReturnType<typeof createAcceptor>>();
  const newAcceptor = (): ReturnType<typeof createAcceptor> =>
    createAcceptor({
      accounts: (user, domain) =>
        user.toLowerCase() === 'proxyuser' && (domain === 'CONTOSO' || domain === '') ? { password } : null,
      certificateDer: new Uint8Array(),
      schemes: [...schemes],
      strict: false,
    });
  const server = createServer();

  function serve(request: IncomingMessage, socket: Socket): void {
    const authorization = request.headers['proxy-authorization'] ?? '';
    const path = request.url ?? '';
    const acceptor = acceptors.get(request.socket) ?? newAcceptor();
    acceptors.set(request.socket, acceptor);
    asked.push({ path, connection: [...acceptors.keys()].indexOf(request.socket) + 1, authorization });
    const heard = authorization === '' || turnsDown(authorization) ? undefined : authorization;
    const judged = schemes.length === 0 ? null : acceptor.accept(heard);
    if (judged !== null && judged.kind !== 'accepted') {
      // As apache does: who asks for the end of the connection has it.
      const ends = page === 'close' || request.headers.connection?.toLowerCase() === 'close';
      refuse(socket, judged.wwwAuthenticate, ends ? 'close' : page);
      // Node has let go of the socket; what comes next on it is another request.
      if (!ends) server.emit('connection', socket);
      return;
    }
    const upstream = connect(Number(path.split(':').at(-1)), '127.0.0.1', () => {
      const fields = (judged?.wwwAuthenticate ?? []).map((proof) => `Proxy-Authenticate: ${proof}\r\n`).join('');
      socket.write(`HTTP/1.1 200 Connection established\r\n${fields}\r\n`);
      socket.pipe(upstream).pipe(socket);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
  }

  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  // Node's own type for the event is of any duplex stream; ours is TCP.
  server.on('connect', (request: IncomingMessage) => serve(request, request.socket));
  const port = await listen(server, '127.0.0.1');
  return {
    port,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

const PAGE = '<html><head><title>407</title></head><body><h1>Sign in to the proxy</h1></body></html>';

function refuse(socket: Socket, offers: readonly string[], page: 'length' | 'chunked' | 'close'): void {
  const fields = offers.map((offer) => `Proxy-Authenticate: ${offer}\r\n`).join('');
  const head = `HTTP/1.1 407 Proxy Authentication Required\r\nContent-Type: text/html\r\n${fields}`;
  if (page === 'chunked') {
    const half = PAGE.slice(0, 40);
    const rest = PAGE.slice(40);
    socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n${half.length.toString(16)}\r\n${half}\r\n`);
    socket.write(`${rest.length.toString(16)}\r\n${rest}\r\n0\r\n\r\n`);
  } else if (page === 'close') socket.end(`${head}Connection: close\r\n\r\n${PAGE}`);
  else socket.write(`${head}Content-Length: ${PAGE.length}\r\n\r\n${PAGE}`);
}
