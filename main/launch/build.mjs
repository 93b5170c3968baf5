import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFresh, sourceDigest, stamp } from './fresh.mjs';
import { ROOT, nodePath, requireInstalled } from './node.mjs';

const CONFIGS = [
  'renderer/vite.config.ts',
  'main/vite.config.ts',
  'main/electron/vite.config.ts',
  'main/electron/preload.vite.config.ts',
];

/** Builds `dist/renderer`, `dist/main` and `dist/electron`. Ends the process with the builder's output when a build fails. */
export function build() {
  requireInstalled();
  const digest = sourceDigest();
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  for (const config of CONFIGS) {
    const run = spawnSync(nodePath(), [vite, 'build', '--config', join(ROOT, config), '--logLevel', 'warn'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    if (run.status !== 0) {
      process.stderr.write(`${run.stdout}${run.stderr}\nBuilding ${config} failed.\n`);
      process.exit(2);
    }
  }
  stamp(digest);
}

const LOCK = join(ROOT, 'node_modules', '.cache', 'edgewise-build.lock');
const LOOK_AGAIN_MS = 200;

/** One build at a time: `npm start` and `npx --no edgewise` may come together. A lock whose process is gone is taken over. */
function withBuildLock(work) {
  mkdirSync(join(LOCK, '..'), { recursive: true });
  while (!takeLock()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_MS);
  try {
    work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!holderLives()) {
      // Renamed first, so that of two who find it stale only one takes it away.
      const aside = `${LOCK}.${process.pid}`;
      try {
        renameSync(LOCK, aside);
      } catch (renameError) {
        if (renameError.code !== 'ENOENT') throw renameError;
      }
      rmSync(aside, { force: true });
    }
    return false;
  }
}

function holderLives() {
  try {
    const holder = Number(readFileSync(LOCK, 'utf8'));
    if (holder === 0) return true;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Builds only when `dist/` is older than the sources, and says so on stderr: stdout belongs to the program. */
export function buildIfStale() {
  requireInstalled();
  if (isFresh()) return;
  process.stderr.write('Building Edgewise ...\n');
  withBuildLock(() => {
    if (!isFresh()) build();
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) withBuildLock(build);
