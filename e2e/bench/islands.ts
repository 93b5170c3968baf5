import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { startHost } from '../fixtures/host.ts';
import type { BenchLine } from './bench-line.ts';
import { median } from './bench-page.ts';
import { addDeployments, openWindowless, type Send } from './contract-client.ts';

const DEAD = 10;
const ROUNDS = 60;

/**
 * Ten deployments that take the connection and never say a word, opened beside a live one: how long the live one's
 * `domains.list` takes by the contract, beside the same before they were opened.
 */
export async function run(): Promise<readonly BenchLine[]> {
  const host = await startHost(null, 'en');
  const silent = await listenSilently();
  const given = new AbortController();
  try {
    const send = await openWindowless(host.url);
    await readList(send);
    const alone = await medianOf(send);
    const { port } = silent.address() as AddressInfo; // It listens on TCP.
    const dead = await addDeployments(send, DEAD, `127.0.0.1:${port}`);
    for (const deployment of dead) {
      await send('credentials.set', { deployment, password: 'bench', remember: false });
      // Aborted below: none of them ever answers.
      send('deployments.open', { deployment }, given.signal).catch(() => null);
    }
    await silent.allHere;
    const beside = await medianOf(send);
    return [
      {
        name: `one live deployment beside ${DEAD} dead ones that are being opened (median of domains.list)`,
        value: `${beside.toFixed(1)} ms`,
        baseline: `${alone.toFixed(1)} ms (alone)`,
        ratio: beside / alone,
        goal: 'unchanged, 1',
      },
    ];
  } finally {
    given.abort();
    silent.end();
    await host.stop();
  }
}

async function medianOf(send: Send): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await readList(send);
    times.push(performance.now() - began);
  }
  return median(times);
}

async function readList(send: Send): Promise<void> {
  const list = await send('domains.list', { deployment: 'practice' });
  if (!list.ok) throw new Error(list.error.code);
}

interface Silent {
  address(): ReturnType<Server['address']>;
  /** Resolves when every dead deployment is connecting. */
  readonly allHere: Promise<null>;
  end(): void;
}

async function listenSilently(): Promise<Silent> {
  const sockets = new Set<Socket>();
  const allHere = Promise.withResolvers<null>();
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    sockets.add(socket);
    if (sockets.size >= DEAD) allHere.resolve(null);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: () => server.address(),
    allHere: allHere.promise,
    end: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
