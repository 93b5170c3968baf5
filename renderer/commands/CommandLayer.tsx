import type { ReactNode } from 'react';
import { CommandPalette } from './CommandPalette.tsx';
import { useCommands } from './registry.ts';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { useCommandKeys, type CommandKey } from './use-command-keys.ts';

interface CommandLayerProps {
  /** Which of the two is open; null = neither. */
  readonly open: CommandKey | null;
  readonly onOpen: (open: CommandKey | null) => void;
}

/** The palette and the list of shortcuts, with the keys that open them. */
export function CommandLayer({ open, onOpen }: CommandLayerProps): ReactNode {
  useCommandKeys(onOpen);
  useCommands([
    {
      id: 'help/shortcuts',
      group: 'palette.group.help',
      title: 'keys.title',
      keys: 'F1',
      unavailable: null,
      run: () => onOpen('shortcuts'),
    },
  ]);
  return (
    <>
      <CommandPalette open={open === 'palette'} onClose={() => onOpen(null)} />
      <ShortcutsDialog open={open === 'shortcuts'} onClose={() => onOpen(null)} />
    </>
  );
}
