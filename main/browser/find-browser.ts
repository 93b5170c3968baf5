import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Surroundings } from './options.ts';

/** How the page will be shown. */
export type BrowserChoice =
  | { readonly kind: 'app-window'; readonly program: string }
  | { readonly kind: 'default-browser'; readonly program: string; readonly args: readonly string[] }
  | { readonly kind: 'print'; readonly why: 'root' | 'no-display' | 'no-browser' };

/** Chromium, Chrome and Edge, as they are installed where. */
const LINUX_PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_PROGRAMS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const WINDOWS_PROGRAMS = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'];
const WINDOWS_FOLDERS = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];

/**
 * Chooses how to show the page: an app window of a Chromium browser, else the default browser, else the URL in words.
 * As root never a browser: Chromium would run without its sandbox, and a page is no thing to be root for.
 */
export function chooseBrowser(
  { platform, environment }: Surroundings,
  isRoot: boolean,
  isProgram: (path: string) => boolean = isExecutable,
): BrowserChoice {
  if (isRoot) return { kind: 'print', why: 'root' };
  if (platform === 'linux' && !hasDisplay(environment)) return { kind: 'print', why: 'no-display' };
  const program = candidates(platform, environment).find(isProgram);
  if (program !== undefined) return { kind: 'app-window', program };
  return defaultBrowser(platform, environment, isProgram);
}

function hasDisplay(environment: NodeJS.ProcessEnv): boolean {
  return (environment['DISPLAY'] ?? '') !== '' || (environment['WAYLAND_DISPLAY'] ?? '') !== '';
}

function candidates(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): readonly string[] {
  if (platform === 'darwin') return MAC_PROGRAMS;
  if (platform !== 'win32') return LINUX_PROGRAMS.flatMap((name) => onPath(name, environment));
  const folders = WINDOWS_FOLDERS.map((name) => environment[name]).filter((folder) => folder !== undefined);
  return WINDOWS_PROGRAMS.flatMap((program) => folders.map((folder) => `${folder}\\${program}`));
}

function onPath(name: string, environment: NodeJS.ProcessEnv): readonly string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter);
  // An empty entry means the working folder, where nobody's browser is.
  return folders.filter((folder) => folder !== '').map((folder) => join(folder, name));
}

function defaultBrowser(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  isProgram: (path: string) => boolean,
): BrowserChoice {
  if (platform === 'darwin') return { kind: 'default-browser', program: '/usr/bin/open', args: [] };
  if (platform === 'win32') {
    const program = `${environment['SystemRoot'] ?? 'C:\\Windows'}\\System32\\rundll32.exe`;
    return { kind: 'default-browser', program, args: ['url.dll,FileProtocolHandler'] };
  }
  const opener = onPath('xdg-open', environment).find(isProgram);
  if (opener === undefined) return { kind: 'print', why: 'no-browser' };
  return { kind: 'default-browser', program: opener, args: [] };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (caught) {
    // Not there, or not for us: both are an answer here, and the only ones accessSync has.
    return !(caught instanceof Error);
  }
}
