import { app } from 'electron';
import type { Console } from '../console/console.ts';

/**
 * Holds the end of the application back until running writes have ended and every session is closed: a shell left open
 * on a server counts against its user's quota until it times out there.
 */
export function closeBeforeQuit(console: Console): void {
  let closed = false;
  let closing: Promise<void> | null = null;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closing ??= console.close().then(() => {
      closed = true;
      app.quit();
    });
  });
}
