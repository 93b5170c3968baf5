import { app, type Session, type WebContents } from 'electron';
import { isOwnUrl } from './app-scheme.ts';
import { openExternalLink } from './external-links.ts';

/**
 * Puts the guards on every page that will ever be: no navigation away from our own page, no new window, no webview. A
 * link of the product goes to the person's browser; anything else goes nowhere.
 */
export function guardEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents));
}

function guardPage(contents: WebContents): void {
  contents.on('will-navigate', (details) => {
    if (!isOwnUrl(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOwnUrl(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openExternalLink(url);
    return { action: 'deny' };
  });
}

/**
 * Denies every permission but one (Electron grants all by default): our own page may put text on the clipboard after a
 * click, which is what "Copy" is. Nothing is loaded from anywhere but our own scheme, whoever asks for it.
 */
export function guardSession(session: Session): void {
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin));
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(isAllowed(permission, details.requestingUrl));
  });
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isLocal(details.url) }));
}

function isAllowed(permission: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnUrl(origin);
}

/** Our own files, and the developer tools' own page. */
function isLocal(url: string): boolean {
  return isOwnUrl(url) || URL.parse(url)?.protocol === 'devtools:';
}
