import { dialog, type BrowserWindow } from 'electron';
import { formatMessage, type Language } from '../../shared/i18n/index.ts';

/** Where the question's answers stand among its buttons. */
const STAY = 0;

/**
 * Asks the person when a page that holds its leaving back (`beforeunload`: a plan is being applied) is reloaded or closed.
 * A browser asks by itself; Electron says nothing and stays. `language` gives the window's language at that moment.
 */
export function askBeforeLeaving(window: BrowserWindow, language: () => Language): void {
  window.webContents.on('will-prevent-unload', (event) => {
    // Electron's own: whether the page may go is to be said before this returns.
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: formatMessage(language(), 'window.leave'),
      detail: formatMessage(language(), 'window.leave.detail'),
      buttons: [formatMessage(language(), 'window.leave.stay'), formatMessage(language(), 'window.leave.leave')],
      defaultId: STAY,
      cancelId: STAY,
    });
    if (answer !== STAY) event.preventDefault();
  });
}
