import { join, resolve } from 'node:path';
import { app, BrowserWindow, dialog, Menu, protocol, session } from 'electron';
import { formatMessage, type Language } from '../../shared/i18n/index.ts';
import { answerAsks } from '../assembly/answer-asks.ts';
import { assembleConsole } from '../assembly/assemble-console.ts';
import { readStaticFiles } from '../browser/static-files.ts';
import { joinConsole } from '../single-console/join.ts';
import { makePrivateFolder } from '../single-console/private-folder.ts';
import { answerAppRequest, APP_SCHEME } from './app-scheme.ts';
import { askBeforeLeaving } from './ask-before-leaving.ts';
import { closeBeforeQuit } from './close-before-quit.ts';
import { CMDLET_HELP, openExternalLink, openRunningConsole } from './external-links.ts';
import { guardEveryPage, guardSession } from './guards.ts';
import { openIpcGate } from './ipc-gate.ts';
import { menuTemplate } from './menu.ts';
import type { ElectronOptions } from './options.ts';
import { startAuthenticatorUtility } from './authenticator-utility.ts';
import { startPracticeUtility } from './practice-process.ts';
import { openWindow } from './window.ts';

/** The built files of the application. */
export interface ElectronFiles {
  readonly renderer: string;
  readonly preload: string;
  readonly practiceEntry: string;
  readonly authenticatorEntry: string;
}

/**
 * What must be done before Electron is ready: where it keeps its own files, the scheme's privileges, the guards. False
 * when another Electron has this profile: that one opens a window, and this one has to end.
 */
export function prepareElectron({ settings }: ElectronOptions): boolean {
  const userData = join(settings, 'electron');
  makePrivateFolder(userData);
  app.setPath('userData', userData);
  protocol.registerSchemesAsPrivileged([APP_SCHEME]);
  guardEveryPage();
  return app.requestSingleInstanceLock();
}

/** Runs the console in Electron windows until the person quits. Throws a Failure when it cannot start. */
export async function runElectronConsole(files: ElectronFiles, options: ElectronOptions): Promise<void> {
  await app.whenReady();
  let language: Language = app.getLocale().toLowerCase().startsWith('ko') ? 'ko' : 'en';
  const page = readStaticFiles(files.renderer);
  const settings = resolve(options.settings);
  const joined = await joinConsole({ settings, ask: { kind: 'window' }, signal: new AbortController().signal });
  if (joined.kind === 'answered') {
    // The browser host runs on these settings: Electron's own lock, which is its profile's, knows nothing of that one.
    if (joined.frame.kind === 'window' && joined.frame.url !== null) await openRunningConsole(joined.frame.url);
    app.quit();
    return;
  }
  guardSession(session.defaultSession);
  const console = assembleConsole({
    language,
    settings: options.settings,
    startPractice: () => startPracticeUtility({ entry: files.practiceEntry, ...options.practice }),
    startAuthenticator: startAuthenticatorUtility(files.authenticatorEntry),
  });
  protocol.handle(APP_SCHEME.scheme, (request) => answerAppRequest(page, console.look(), request));
  closeBeforeQuit(console, joined.place);

  const setMenu = (): void => {
    const template = menuTemplate(language, process.platform, {
      newWindow,
      cmdletHelp: () => openExternalLink(CMDLET_HELP),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate([...template]));
  };
  const gate = openIpcGate(console, (chosen) => {
    if (chosen === language) return;
    language = chosen;
    setMenu();
  });
  const newWindow = (): void => {
    const window = openWindow({
      preload: files.preload,
      devTools: !app.isPackaged,
      gate,
      theme: console.look().theme,
      onGone: (gone) => void offerReload(gone, language),
    });
    askBeforeLeaving(window, () => language);
  };

  setMenu();
  joined.place.answer(
    answerAsks(console, () => {
      newWindow();
      return null;
    }),
  );
  app.on('second-instance', newWindow);
  app.on('activate', () => {
    // macOS: the application is brought forward while it runs without a window.
    if (BrowserWindow.getAllWindows().length === 0) newWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  newWindow();
}

async function offerReload(window: BrowserWindow, language: Language): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: formatMessage(language, 'window.gone'),
    detail: formatMessage(language, 'window.gone.detail'),
    buttons: [formatMessage(language, 'window.gone.reload'), formatMessage(language, 'window.gone.close')],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.reload();
  else window.destroy();
}
