import type { MenuItemConstructorOptions } from 'electron';
import { formatMessage, type Language, type MessageId } from '../../shared/i18n/index.ts';

/** What the menu's own items do; the rest are roles, which the system carries out. */
export interface MenuActions {
  readonly newWindow: () => void;
  readonly cmdletHelp: () => void;
}

/** The application's menu in a language, as its platform wants it. Every label is ours: the system's may be in another. */
export function menuTemplate(
  language: Language,
  platform: NodeJS.Platform,
  actions: MenuActions,
): readonly MenuItemConstructorOptions[] {
  const say = (id: MessageId): string => formatMessage(language, id);
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const quit: MenuItemConstructorOptions = { role: 'quit', label: say('menu.quit') };
  const about: MenuItemConstructorOptions = { role: 'about', label: say('menu.about') };
  const mac = platform === 'darwin';

  const application: MenuItemConstructorOptions = {
    label: say('shell.product'),
    submenu: [
      about,
      separator,
      { role: 'hide', label: say('menu.hide') },
      { role: 'hideOthers', label: say('menu.hide-others') },
      { role: 'unhide', label: say('menu.show-all') },
      separator,
      quit,
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: say('menu.file'),
    submenu: [
      { label: say('menu.new-window'), accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
      { role: 'close', label: say('menu.close') },
      ...(mac ? [] : [separator, quit]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: say('menu.edit'),
    submenu: [
      { role: 'undo', label: say('menu.undo') },
      { role: 'redo', label: say('menu.redo') },
      separator,
      { role: 'cut', label: say('menu.cut') },
      { role: 'copy', label: say('menu.copy') },
      { role: 'paste', label: say('menu.paste') },
      { role: 'selectAll', label: say('menu.select-all') },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: say('menu.view'),
    submenu: [
      { role: 'zoomIn', label: say('menu.zoom-in') },
      { role: 'zoomOut', label: say('menu.zoom-out') },
      { role: 'resetZoom', label: say('menu.actual-size') },
      separator,
      { role: 'togglefullscreen', label: say('menu.full-screen') },
    ],
  };
  const window: MenuItemConstructorOptions = {
    label: say('menu.window'),
    submenu: [
      { role: 'minimize', label: say('menu.minimize') },
      { role: 'front', label: say('menu.bring-to-front') },
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: say('menu.help'),
    submenu: [{ label: say('menu.cmdlet-help'), click: actions.cmdletHelp }, ...(mac ? [] : [separator, about])],
  };
  return mac ? [application, file, edit, view, window, help] : [file, edit, view, help];
}
