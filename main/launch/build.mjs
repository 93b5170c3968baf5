import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFresh, sourceDigest, stamp } from './fresh.mjs';
import { ROOT, nodePath, requireInstalled } from './node.mjs';

const CONFIGS = ['renderer/vite.config.ts', 'main/vite.config.ts'];

/** Builds `dist/renderer` and `dist/main`. Ends the process with the builder's output when a build fails. */
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

/** Builds only when `dist/` is older than the sources, and says so on stderr: stdout belongs to the program. */
export function buildIfStale() {
  requireInstalled();
  if (isFresh()) return;
  process.stderr.write('Building Edgewise (the sources are newer than the last build) ...\n');
  build();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) build();
