import { connect as connectTcp, createServer, type AddressInfo, type Socket } from 'node:net';
import { connect as connectTls, createSecureContext, TLSSocket } from 'node:tls';
import { strike, type Fault, type Way } from './fault.ts';
import { kindOf, MessageCutter, type MessageKind } from './messages.ts';
import { Tally, type Strike } from './tally.ts';

export interface FaultProxy {
  readonly url: string;
  /** Whether the strike has struck. */
  readonly struck: boolean;
  /** What has come since `tally.begin()`: before it nothing is struck. */
  readonly tally: Tally;
  /** From now on requests of that kind wait here; gives what lets them go on, and those that come later. */
  hold(kind: MessageKind): () => void;
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
  const tally = new Tally(planned);
  const holds = new Map<MessageKind, Promise<null>>();
  const state = { struck: false };
  const server = createServer((raw) => void serve(raw));
  const shown = createSecureContext({ cert: behind.certificatePem, key: behind.privateKeyPem });

  function keep<Kept extends Socket>(socket: Kept): Kept {
    sockets.add(socket);
    // A side that went away is what this proxy is for; the other side is told by `close`.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    return socket;
  }

  async function serve(raw: Socket): Promise<void> {
    keep(raw).setNoDelay(true);
    // A connection that only asks whether somebody is there says nothing.
    const spoke = await new Promise<boolean>((resolve) => {
      raw.once('readable', () => resolve(raw.readableLength > 0));
      raw.once('close', () => resolve(false));
    });
    if (!spoke) {
      raw.destroy();
      return;
    }
    const due = tally.came('hello');
    if (due === null) intercept(raw);
    else strikeHello(raw, due);
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
    const awaited: Awaited[] = [];
    let turn: Promise<void> = Promise.resolve();

    function carry(message: Buffer, from: Socket, to: Socket, fault: Fault | null, held?: Promise<null>): void {
      if (fault !== null) state.struck = true;
      turn = turn.then(async () => {
        await held;
        if (silenced.now) return;
        if (fault === null) to.write(message);
        else await strike(fault, message, wayBetween(from, to, raw, silenced));
      });
    }

    client.on('data', (bytes: Buffer) => {
      for (const message of silenced.now ? [] : requests.push(bytes)) {
        const kind = kindOf(message);
        const due = tally.came(kind);
        awaited.push({ kind, fault: due?.direction === 'reply' ? due.fault : null });
        carry(message, client, server, due?.direction === 'request' ? due.fault : null, holds.get(kind));
      }
    });
    server.on('data', (bytes: Buffer) => {
      for (const message of silenced.now ? [] : replies.push(bytes)) {
        const due = awaited.shift();
        carry(message, server, client, due?.fault ?? null);
        if (due !== undefined) tally.answered(due.kind);
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
    tally,
    hold: (kind) => {
      const { promise, resolve } = Promise.withResolvers<null>();
      holds.set(kind, promise);
      return () => {
        holds.delete(kind);
        resolve(null);
      };
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A request whose reply is to come, and what is to befall that. */
interface Awaited {
  readonly kind: MessageKind;
  readonly fault: Fault | null;
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}
