import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, nodePath } from './node.mjs';

const DOWNLOAD_MS = 60_000;

/** Flags of the browser host: whoever gives them wants that one, or a line in the terminal and no window. */
const OF_BROWSER_HOST = ['--print-url', '--no-browser', '--help', '-h', '--version'];

const HERE = {
  modules: join(ROOT, 'node_modules'),
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  environment: process.env,
};

/**
 * Which Electron runs the console, or null and why not, in words for the terminal. Downloads the binary when it is not
 * there: once a version, at most a minute, remembered in `node_modules/.cache`.
 * @param {readonly string[]} args what `npm start` was given
 * @param {{ modules: string, platform: string, isRoot: boolean, environment: Record<string, string | undefined> }} here
 * @returns {{ program: string, why: null } | { program: null, why: string | null }}
 */
export function chooseElectron(args, here = HERE) {
  if (args.some((arg) => OF_BROWSER_HOST.includes(arg))) return { program: null, why: null };
  // As root Electron runs without its sandbox or not at all, and without a display it has nowhere to go; the browser
  // host says what to do in both.
  if (here.isRoot || !hasDisplay(here)) return { program: null, why: null };
  const { version } = JSON.parse(readFileSync(join(here.modules, 'electron', 'package.json'), 'utf8'));
  const program = installed(here, version);
  if (program !== null) return { program, why: null };
  if (read(triedFile(here))?.trim() === version)
    return { program: null, why: absent('was tried before and is not tried again') };
  process.stderr.write(`Downloading Electron ${version} (once, at most ${DOWNLOAD_MS / 1000} s) ...\n`);
  mkdirSync(join(here.modules, '.cache'), { recursive: true });
  writeFileSync(triedFile(here), `${version}\n`);
  const run = spawnSync(nodePath(), [join(here.modules, 'electron', 'install.js')], {
    encoding: 'utf8',
    timeout: DOWNLOAD_MS,
    env: here.environment,
  });
  const downloaded = installed(here, version);
  if (downloaded !== null) return { program: downloaded, why: null };
  const reason = `${run.stderr ?? ''}`.trim().split('\n')[0] || 'took too long';
  return { program: null, why: absent(`could not be downloaded (${reason})`) };
}

function absent(what) {
  return `Electron's binary ${what}: Edgewise opens in a browser instead.\nTo try again: npx --no install-electron\n`;
}

/** The binary of exactly this version, or null. `ELECTRON_OVERRIDE_DIST_PATH` is Electron's own way to name another folder. */
function installed({ modules, environment }, version) {
  const folder = join(modules, 'electron');
  const name = read(join(folder, 'path.txt'));
  const override = environment.ELECTRON_OVERRIDE_DIST_PATH;
  if (override !== undefined && override !== '') return existing(join(override, name ?? 'electron'));
  if (name === null || read(join(folder, 'dist', 'version'))?.replace(/^v/, '') !== version) return null;
  return existing(join(folder, 'dist', name));
}

function hasDisplay({ platform, environment }) {
  return platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

function triedFile({ modules }) {
  return join(modules, '.cache', 'edgewise-electron-tried');
}

function existing(path) {
  return existsSync(path) ? path : null;
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
