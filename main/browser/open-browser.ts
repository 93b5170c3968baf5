import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { makePrivateFolder } from '../single-console/private-folder.ts';
import type { BrowserChoice } from './find-browser.ts';

/** A browser that has not failed by then is taken to have opened the page, in milliseconds. */
const SETTLED_MS = 3_000;

/**
 * Opens the page in a browser; false when the browser could not be started or gave up at once. An app window has a
 * profile of its own below `folder`, so that no extension of the person's everyday browser sees the page.
 */
export async function openBrowser(
  choice: Exclude<BrowserChoice, { kind: 'print' }>,
  url: string,
  folder: string,
): Promise<boolean> {
  const child = spawn(choice.program, argumentsFor(choice, url, folder), { detached: true, stdio: 'ignore' });
  child.unref();
  const settled = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => settled.resolve(true), SETTLED_MS);
  child.once('error', () => settled.resolve(false));
  // An opener hands over to a browser that runs already, and ends well.
  child.once('exit', (code) => settled.resolve(code === 0));
  const opened = await settled.promise;
  clearTimeout(timer);
  return opened;
}

function argumentsFor(
  choice: Exclude<BrowserChoice, { kind: 'print' }>,
  url: string,
  folder: string,
): readonly string[] {
  if (choice.kind === 'default-browser') return [...choice.args, url];
  const profile = join(folder, 'browser-profile');
  makePrivateFolder(profile);
  return [`--app=${url}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check'];
}
