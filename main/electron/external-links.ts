import { shell } from 'electron';

/** Microsoft's help of the cmdlets that Edgewise sends. */
export const CMDLET_HELP = 'https://learn.microsoft.com/powershell/module/skype/';

/** Whose pages may be opened, by exact host. A link that a server sent is never one of them by accident. */
const HOSTS: ReadonlySet<string> = new Set(['learn.microsoft.com']);

/** Opens a window of a console that runs in the browser host: its launch URL, and nothing else. */
export async function openRunningConsole(link: string): Promise<void> {
  const url = URL.parse(link);
  if (url?.protocol === 'http:' && url.hostname === '127.0.0.1') await shell.openExternal(url.href);
}

/**
 * Opens a page of the list in the person's browser; anything else is not opened. What the system's opener is given can
 * start programs (other schemes, UNC paths), so the parsed URL decides and is what is passed on.
 */
export function openExternalLink(link: string): void {
  const url = URL.parse(link);
  if (url === null || url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
    return;
  if (HOSTS.has(url.hostname)) void shell.openExternal(url.href);
}
