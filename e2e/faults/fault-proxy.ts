import { connect as connectTcp, createServer, type AddressInfo, type Socket } from 'node:net';
import { connect as connectTls, createSecureContext, TLSSocket } from 'node:tls';
import { strike, type Fault, type Way } from './fault.ts';
import { MessageCutter, readRequest, type MessageKind } from './messages.ts';

/** Which message is struck, and how: one message, once. */
export interface Strike {
  readonly fault: Fault;
  /** `hello` = the connection's first bytes, before there is TLS: ClientHello or ServerHello. */
  readonly message: MessageKind | 'hello';
  readonly direction: 'request' | 'reply';
  /** The how-manyeth of its kind, from 1. */
  readonly nth: number;
  /** Counts only from the Command on that carries this text in its pipeline, that Command included. */
  readonly since?: string;
}

export interface FaultProxy {
  readonly url: string;
  /** Whether the strike has struck. */
  readonly struck: boolean;
  /** Resolves when the first request of that kind has come. */
  saw(kind: MessageKind): Promise<unknown>;
  close(): Promise<void>;
}

/** The server behind, and what the proxy shows as its own: the server's certificate, so that NTLM's binding holds. */
export interface Behind {
  readonly url: string;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

/** Trusts no authority, and need not: the server behind is this test's own. Loading the usual ones takes long. */
const ANYBODY = createSecureContext({ ca: [] });

/**
 * Starts a proxy on 127.0.0.1 between a client and a practice server. It ends TLS on both sides, and so knows where each
 * HTTP message begins and ends; all bytes of it go on unchanged but those of the one message that is struck.
 */
export async function startFaultProxy(behind: Behind, planned: Strike | null): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  const sightings = new Map<MessageKind, Sighting>();
  const state = { struck: false, counting: planned?.since === undefined, count: 0, hellos: 0 };
  const server = createServer((raw) => void serve(raw));
  const shown = createSecureContext({ cert: behind.certificatePem, key: behind.privateKeyPem });

  function keep<Kept extends Socket>(socket: Kept): Kept {
    sockets.add(socket);
    // A side that went away is what this proxy is for; the other side is told by `close`.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    return socket;
  }

  function sightingOf(kind: MessageKind): Sighting {
    const sighting = sightings.get(kind) ?? Promise.withResolvers<null>();
    sightings.set(kind, sighting);
    return sighting;
  }

  /** The strike if this request is the one it is meant for. */
  function strikeAt(kind: MessageKind, payload: string): Strike | null {
    if (planned === null) return null;
    if (planned.since !== undefined && kind === 'command' && payload.includes(planned.since)) state.counting = true;
    if (!state.counting || kind !== planned.message || ++state.count !== planned.nth) return null;
    return planned;
  }

  async function serve(raw: Socket): Promise<void> {
    keep(raw).setNoDelay(true);
    // A connection that only asks whether somebody is there says nothing.
    const spoke = await new Promise<boolean>((resolve) => {
      raw.once('readable', () => resolve(raw.readableLength > 0));
      raw.once('close', () => resolve(false));
    });
    if (!spoke) raw.destroy();
    else if (planned?.message === 'hello' && ++state.hellos === planned.nth) strikeHello(raw, planned);
    else intercept(raw);
  }

  /** Bytes as they are, both ways, but the first of one direction: TLS goes through untouched. */
  function strikeHello(client: Socket, { fault, direction }: Strike): void {
    const server = keep(connectTcp(portOf(behind.url), '127.0.0.1')).setNoDelay(true);
    const ends = { request: [client, server], reply: [server, client] } as const;
    const silenced = { now: false };
    for (const [way, [from, to]] of Object.entries(ends)) {
      let turn: Promise<void> = Promise.resolve();
      let first = way === direction;
      from.on('data', (bytes) => {
        if (silenced.now) return;
        const struck = first;
        first = false;
        if (struck) state.struck = true;
        turn = turn.then(async () => {
          if (struck) await strike(fault, bytes, wayBetween(from, to, client, silenced));
          else if (!silenced.now) to.write(bytes);
        });
      });
      from.once('close', () => silenced.now || to.destroy());
    }
  }

  function intercept(raw: Socket): void {
    const client = keep(new TLSSocket(raw, { isServer: true, secureContext: shown }));
    const to = { port: portOf(behind.url), host: '127.0.0.1', secureContext: ANYBODY, rejectUnauthorized: false };
    const server = keep(connectTls(to)).setNoDelay(true);
    const silenced = { now: false };
    const requests = new MessageCutter();
    const replies = new MessageCutter();
    const awaited: (Strike | null)[] = [];
    let turn: Promise<void> = Promise.resolve();

    function carry(message: Buffer, from: Socket, to: Socket, planned: Strike | null): void {
      if (planned !== null) state.struck = true;
      turn = turn.then(async () => {
        if (silenced.now) return;
        if (planned === null) to.write(message);
        else await strike(planned.fault, message, wayBetween(from, to, raw, silenced));
      });
    }

    client.on('data', (bytes: Buffer) => {
      for (const message of silenced.now ? [] : requests.push(bytes)) {
        const { kind, payload } = readRequest(message);
        sightingOf(kind).resolve(null);
        const due = strikeAt(kind, payload);
        awaited.push(due?.direction === 'reply' ? due : null);
        carry(message, client, server, due?.direction === 'request' ? due : null);
      }
    });
    server.on('data', (bytes: Buffer) => {
      for (const message of silenced.now ? [] : replies.push(bytes)) {
        carry(message, server, client, awaited.shift() ?? null);
      }
    });
    client.once('close', () => server.destroy());
    server.once('close', () => silenced.now || client.end());
  }

  function wayBetween(from: Socket, to: Socket, client: Socket, silenced: { now: boolean }): Way {
    return {
      from,
      to,
      silence: () => void (silenced.now = true),
      reset: () => {
        silenced.now = true;
        client.resetAndDestroy();
        from.destroy();
        to.destroy();
      },
    };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is an object once it listens.
  const { port } = server.address() as AddressInfo;
  const url = new URL(behind.url);
  url.port = String(port);
  return {
    url: url.href,
    get struck() {
      return state.struck;
    },
    saw: (kind) => sightingOf(kind).promise,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Sighting {
  readonly promise: Promise<null>;
  readonly resolve: (seen: null) => void;
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}
