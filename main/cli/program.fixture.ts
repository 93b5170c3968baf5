import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunningPractice } from '../practice/index.ts';

export const ENTRY = fileURLToPath(new URL('./entry.ts', import.meta.url));

export const WITHOUT_ELECTRON = new URL('../settings/without-electron.ts', import.meta.url).href;
/** Settings, journal and practice state of whoever runs the tests are not theirs to write to. */
const HOME = join(tmpdir(), `edgewise-cli-tests-${process.pid}`);
const HOMES = { XDG_CONFIG_HOME: join(HOME, 'config'), XDG_STATE_HOME: join(HOME, 'state') };

/** What is left of a process. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the real program in a process of its own, with these variables besides. */
export function startProgram(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ['--import', WITHOUT_ELECTRON, ENTRY, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: '', LANG: 'C', ...HOMES, ...environment },
    // As at a terminal: its group is its own, and what it starts is in it.
    detached: true,
  });
}

/** Starts it with standard output going to a device that is full. */
export function startOnFullDisk(args: readonly string[]): ChildProcessWithoutNullStreams {
  const program = [process.execPath, '--import', WITHOUT_ELECTRON, ENTRY, ...args];
  return spawn('/bin/sh', ['-c', 'exec "$0" "$@" > /dev/full', ...program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: '', LANG: 'C', ...HOMES },
  });
}

/**
 * The program at a terminal of its own (script, of util-linux): what it writes to standard output and error is what a
 * person sees. `type` is told all that is on the screen and types when it likes.
 */
export async function atTerminal(
  args: readonly string[],
  type: (screen: string, keys: (text: string) => void) => void,
): Promise<Ended> {
  const program = [process.execPath, '--import', WITHOUT_ELECTRON, ENTRY, ...args];
  const words = program.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const child = spawn('/usr/bin/script', ['-qec', words, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: '', LANG: 'C', SHELL: '/bin/sh', ...HOMES },
  });
  let screen = '';
  child.stdout.on('data', (bytes: Buffer) => {
    screen += bytes.toString();
    type(screen, (text) => child.stdin.write(text));
  });
  return await endOf(child);
}

/** Types in turn what each question asks for, once it is on the screen behind the one before. */
export function talking(...steps: readonly (readonly [question: RegExp, keys: string])[]) {
  let at = 0;
  let from = 0;
  return (screen: string, type: (text: string) => void): void => {
    const step = steps[at];
    if (step?.[0].test(screen.slice(from)) !== true) return;
    at += 1;
    from = screen.length;
    type(step[1]);
  };
}

/** Gathers what a process writes from now on, until it has ended. */
export async function endOf(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  await once(child, 'close');
  return { status: child.exitCode, out, err };
}

/** The options that reach a practice deployment as one of its accounts, with the command's name before them. */
export function invokeOn(
  practice: RunningPractice,
  auth = 'negotiate',
  account: keyof RunningPractice['accounts'] = 'administrator',
): readonly string[] {
  const { user } = practice.accounts[account];
  return ['invoke', '--url', practice.url, '--ca', practice.caFile, '--auth', auth, '--user', user];
}
