import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './node.mjs';

const SOURCES = ['main', 'renderer', 'shared', 'package-lock.json'];
const STAMP = join(ROOT, 'dist', 'built-from');

/**
 * A digest over name, size and time of every source file: cheap enough to ask at each start.
 * @returns {string} SHA-256, hex
 */
export function sourceDigest() {
  const hash = createHash('sha256');
  for (const source of SOURCES) addPath(hash, join(ROOT, source));
  return hash.digest('hex');
}

function addPath(hash, path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) {
    hash.update(`${path} ${stats.size} ${stats.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) if (!name.includes('.test.')) addPath(hash, join(path, name));
}

/** @returns {boolean} whether `dist/` was built from exactly these sources */
export function isFresh() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceDigest();
}

/**
 * Stamps `dist/` as built from the sources of this digest (taken before the build, so that a change made during it counts).
 * @param {string} digest
 */
export function stamp(digest) {
  writeFileSync(STAMP, digest);
}
