import { readFileSync } from 'node:fs';

/** One end of a TCP connection over IPv4 loopback: both ports, as the accepting side sees them. */
export interface LoopbackConnection {
  readonly localPort: number;
  readonly remotePort: number;
}

const TABLES = [
  // 127.0.0.1 in the kernel's host byte order, and the same address on an IPv6 socket.
  { file: '/proc/net/tcp', address: '0100007F' },
  { file: '/proc/net/tcp6', address: '0000000000000000FFFF00000100007F' },
];

/**
 * The user id whose program holds the other end of a loopback connection; null where the system does not say (anything
 * but Linux, or a connection that has ended). Source: proc(5), /proc/net/tcp: local and remote address, uid eighth.
 */
export function peerOwner(connection: LoopbackConnection): number | null {
  for (const { file, address } of TABLES) {
    const owner = ownerIn(readTable(file), address, connection);
    if (owner !== null) return owner;
  }
  return null;
}

/**
 * Whether a program of this user may speak to the host. A launch URL on a browser's command line is to be seen by every
 * user of the machine (ps), so on a shared jump host its one-time token alone would be a race. Root can do as it likes
 * anyway; and a host that runs as root is used from somebody else's browser.
 */
export function mayConnect(peer: number | null, own: number | null): boolean {
  return peer === null || own === null || own === 0 || peer === own || peer === 0;
}

function ownerIn(table: string, address: string, { localPort, remotePort }: LoopbackConnection): number | null {
  // Seen from the other end: its local port is our remote one.
  const local = `${address}:${hex(remotePort)}`;
  const remote = `${address}:${hex(localPort)}`;
  for (const line of table.split('\n')) {
    const fields = line.trim().split(/\s+/);
    if (fields[1] === local && fields[2] === remote) return Number(fields[7]);
  }
  return null;
}

function hex(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}

function readTable(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch (caught) {
    // Not Linux, or no IPv6: nobody to ask.
    if (caught instanceof Error && 'code' in caught && caught.code === 'ENOENT') return '';
    throw caught;
  }
}
