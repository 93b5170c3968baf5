import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** A process that can be told from a later one of the same id. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it was started, as the system says it; null where the system does not (anything but Linux). */
  readonly started: string | null;
  /** When it said this of itself, in milliseconds since 1970. */
  readonly since: number;
}

/** Clocks are set by seconds: a process that is no older than this is taken to be of the present run of the machine. */
const CLOCK_SLACK_MS = 60_000;

/** This process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid), since: Date.now() };
}

/**
 * Whether exactly that process lives, whoever's it is. Its id may have been given to another program since: the start
 * time tells; where the system has none, at least the machine must not have been started since.
 */
export function processLives({ pid, started, since }: ProcessIdentity): boolean {
  if (!pidLives(pid)) return false;
  const now = startOf(pid);
  if (started !== null && now !== null) return started === now;
  return since + CLOCK_SLACK_MS > Date.now() - uptime() * 1_000;
}

function pidLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (caught) {
    // EPERM: it lives, and is somebody else's.
    return caught instanceof Error && 'code' in caught && caught.code === 'EPERM';
  }
}

/** The run of the machine and the ticks since its start: proc(5), /proc/pid/stat, field 22, after the name in brackets. */
function startOf(pid: number): string | null {
  const stat = textOf(`/proc/${pid}/stat`);
  const boot = textOf('/proc/sys/kernel/random/boot_id');
  if (stat === null || boot === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // Killed, and nobody has asked how it ended. Only without its last thread, which may be in the middle of a write.
  return fields[0] === 'Z' && Number(fields[17]) <= 1 ? 'ended' : `${boot.trim()}:${fields[19] ?? ''}`;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (caught) {
    // Not Linux, or the process has ended meanwhile: nothing is known then.
    if (caught instanceof Error && 'code' in caught) return null;
    throw caught;
  }
}
