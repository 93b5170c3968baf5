import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian's Python, whose modules the Python peers need; another one on the PATH does not have them. */
export const DEBIAN_PYTHON = '/usr/bin/python3';

/**
 * Whether a peer's tests can run: true when nothing is missing. Otherwise prints the one line that says what is skipped
 * and why, and gives false for `describe.skipIf(!here)`; with CI set it throws, so that the file fails instead.
 */
export function peerIsHere(peer: string, missing: string | null): boolean {
  if (missing === null) return true;
  const line = `${peer}: ${missing}`;
  if ((process.env['CI'] ?? '') !== '') throw new Error(`peer absent: ${line}`);
  console.warn(`skipped: ${line}`);
  return false;
}

/** What is missing to run a program, by its absolute path; null when it is there. */
export function missingProgram(path: string, debianPackage: string): string | null {
  return existsSync(path) ? null : `${path} is not here (Debian: ${debianPackage})`;
}

/** What is missing for Debian's Python to run `check`, a few statements that end without an exception; or null. */
export function missingPython(check: string, debianPackages: string): string | null {
  const noPython = missingProgram(DEBIAN_PYTHON, 'python3');
  if (noPython !== null) return noPython;
  const { status } = spawnSync(DEBIAN_PYTHON, ['-c', check], { stdio: 'ignore', timeout: 30_000 });
  return status === 0 ? null : `Debian's Python cannot load it (Debian: ${debianPackages})`;
}
