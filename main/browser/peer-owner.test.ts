import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayConnect, peerOwner } from './peer-owner.ts';

const own = process.getuid?.() ?? null;
const server = createServer();

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

async function ownerOfNext(): Promise<number | null> {
  const [socket] = (await once(server, 'connection')) as [Socket];
  const owner = peerOwner({ localPort: socket.localPort ?? 0, remotePort: socket.remotePort ?? 0 });
  socket.destroy();
  return owner;
}

describe.runIf(process.platform === 'linux')('the owner of the other end', () => {
  it('is this user for a program of this user, on an IPv4 and on an IPv6 socket', async () => {
    const { port } = server.address() as AddressInfo;
    for (const host of ['127.0.0.1', '::ffff:127.0.0.1']) {
      const owner = ownerOfNext();
      const socket = connect({ host, port });
      expect(await owner).toBe(own);
      socket.destroy();
    }
  });

  it.runIf(own === 0)('is another user for a program of another user', async () => {
    const { port } = server.address() as AddressInfo;
    const owner = ownerOfNext();
    const program = `require('node:net').connect(${port}, '127.0.0.1').on('close', () => process.exit())`;
    const other = spawn(process.execPath, ['-e', program], { uid: 65_534, stdio: 'ignore' });
    expect(await owner).toBe(65_534);
    await once(other, 'exit');
  });

  it('is not known of a connection that is not there', () => {
    expect(peerOwner({ localPort: 1, remotePort: 2 })).toBeNull();
  });
});

describe('who may connect', () => {
  it.each([
    ['this user', 1_000, 1_000, true],
    ['root', 0, 1_000, true],
    ['another user', 1_001, 1_000, false],
    ['another user, to a host of root', 1_000, 0, true],
    ['nobody knows who', null, 1_000, true],
    ['anybody, where there are no user ids', 1_001, null, true],
  ])('%s: %s to %s is %s', (_, peer, host, allowed) => expect(mayConnect(peer, host)).toBe(allowed));
});
