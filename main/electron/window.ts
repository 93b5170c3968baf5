import { BrowserWindow, nativeTheme } from 'electron';
import type { ThemeChoice } from '../../shared/models/preferences.ts';
import { APP_PAGE } from './app-scheme.ts';
import type { IpcGate } from './ipc-gate.ts';

export interface WindowOptions {
  /** The built preload's file. */
  readonly preload: string;
  readonly devTools: boolean;
  readonly gate: IpcGate;
  readonly theme: ThemeChoice;
  /** The page's process is gone: the window shows nothing any more. */
  readonly onGone: (window: BrowserWindow) => void;
}

/** Before the page has drawn anything: its own two backgrounds, so that nothing flashes. */
const BACKGROUND = { light: '#f4f6f8', dark: '#14181d' } as const;

/** Opens a window on the console: the only place where one is made. It is shown once there is something to see. */
export function openWindow({ preload, devTools, gate, theme, onGone }: WindowOptions): BrowserWindow {
  const dark = theme === 'dark' || (theme === 'system' && nativeTheme.shouldUseDarkColors);
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 500,
    show: false,
    title: 'Edgewise',
    backgroundColor: dark ? BACKGROUND.dark : BACKGROUND.light,
    // Most are Electron's defaults: said here so that a test can hold them, whatever a later Electron thinks.
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Would fetch dictionaries from the network, and domain names are not words.
      spellcheck: false,
      devTools,
    },
  });
  gate.admit(window.webContents);
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') onGone(window);
  });
  void window.loadURL(APP_PAGE);
  return window;
}
