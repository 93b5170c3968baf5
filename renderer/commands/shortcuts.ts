import type { MessageId } from '../../shared/i18n/index.ts';

/** Keys that do one thing; each inner list is pressed together, any of them will do. */
export interface Shortcut {
  readonly keys: readonly (readonly string[])[];
  readonly does: MessageId;
}

/** Shortcuts of one part of the window. */
export interface ShortcutGroup {
  readonly title: MessageId;
  readonly shortcuts: readonly Shortcut[];
}

/** Whether the person's keyboard has Command where others have Control. */
export function isApple(): boolean {
  return /Mac|iP(hone|ad)/.test(navigator.userAgent);
}

/** Every key of the window. `modifier` is what the keyboard calls it: `Ctrl` or `⌘`. */
export function shortcutGroups(modifier: string): readonly ShortcutGroup[] {
  return [
    {
      title: 'keys.window',
      shortcuts: [
        { keys: [[modifier, 'K']], does: 'palette.title' },
        { keys: [[modifier, 'F']], does: 'table.filter.go-to' },
        { keys: [['F1'], ['?']], does: 'keys.title' },
        { keys: [['Esc']], does: 'keys.close' },
        { keys: [['↑'], ['↓'], ['Home'], ['End']], does: 'keys.deployments' },
      ],
    },
    {
      title: 'keys.table',
      shortcuts: [
        { keys: [['↑'], ['↓'], ['Page Up'], ['Page Down'], ['Home'], ['End']], does: 'keys.move' },
        {
          keys: [
            ['Shift', '↑'],
            ['Shift', '↓'],
          ],
          does: 'keys.extend',
        },
        { keys: [['Space']], does: 'keys.toggle' },
        { keys: [[modifier, 'A']], does: 'table.select-all' },
        { keys: [['Enter']], does: 'table.show-details' },
        { keys: [['Delete']], does: 'table.delete' },
        { keys: [[modifier, 'C']], does: 'table.copy' },
        { keys: [['Shift', 'F10']], does: 'keys.row-menu' },
        { keys: [['Esc']], does: 'keys.clear' },
      ],
    },
    {
      title: 'keys.header',
      shortcuts: [
        { keys: [['Enter']], does: 'keys.sort' },
        {
          keys: [
            ['Shift', '←'],
            ['Shift', '→'],
          ],
          does: 'keys.width',
        },
        {
          keys: [
            ['Ctrl', '←'],
            ['Ctrl', '→'],
          ],
          does: 'keys.order',
        },
        { keys: [['Shift', 'F10']], does: 'keys.menu' },
      ],
    },
  ];
}
