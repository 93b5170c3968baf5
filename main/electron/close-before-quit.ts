import { app } from 'electron';
import type { Console } from '../console/console.ts';
import type { ConsolePlace } from '../single-console/join.ts';

/**
 * Holds the end of the application back until running writes have ended and every session is closed: a shell left open
 * on a server counts against its user's quota until it times out there. Then the place of the settings' one console is free.
 */
export function closeBeforeQuit(console: Console, place: ConsolePlace): void {
  let closed = false;
  let closing: Promise<void> | null = null;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    place.end();
    closing ??= close(console, place).then(() => {
      closed = true;
      app.quit();
    });
  });
}

async function close(console: Console, place: ConsolePlace): Promise<void> {
  await console.close();
  await place.leave();
}
