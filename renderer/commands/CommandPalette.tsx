import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../i18n/language.ts';
import type { Command } from './command.ts';
import { CommandOption } from './CommandOption.tsx';
import { useCommandRegistry } from './registry.ts';
import { searchCommands } from './search.ts';

interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every command by name: type a part of it in any language, and Enter does it. */
export function CommandPalette({ open, onClose }: CommandPaletteProps): ReactNode {
  const text = useText();
  const chosen = useRef<Command | null>(null);

  // Run when the palette is closed, not in its click or key: an open dialog pulls back any focus that leaves it, and
  // closing gives the focus back to where it was. Effects of the dialog, which do both, are undone before this one runs.
  useEffect(() => {
    if (open || chosen.current === null) return;
    const command = chosen.current;
    chosen.current = null;
    command.run();
  }, [open]);

  return (
    <Dialog
      open={open}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      slotProps={{ paper: { 'aria-label': text('palette.title'), sx: { mt: 9, mb: 'auto' } } }}
    >
      <Search
        onChoose={(command) => {
          chosen.current = command;
          onClose();
        }}
      />
    </Dialog>
  );
}

function Search({ onChoose }: { readonly onChoose: (command: Command) => void }): ReactNode {
  const text = useText();
  const registry = useCommandRegistry();
  const listId = useId();
  // What is offered at the moment the palette opens: behind an open dialog nothing of it changes by hand.
  const [commands] = useState(() => registry.all());
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const found = searchCommands(commands, query);
  const optionId = (index: number): string => `${listId}-${index}`;

  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);

  function choose(command: Command | undefined): void {
    if (command !== undefined && command.unavailable === null) onChoose(command);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const last = found.length - 1;
    const to = { ArrowDown: active === last ? 0 : active + 1, ArrowUp: active === 0 ? last : active - 1 }[event.key];
    if (to !== undefined) setActive(Math.max(0, to));
    else if (event.key === 'Enter') choose(found[active]);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <InputBase
        autoFocus
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        placeholder={text('palette.placeholder')}
        slotProps={{
          input: {
            role: 'combobox',
            'aria-label': text('palette.placeholder'),
            'aria-expanded': true,
            'aria-controls': listId,
            'aria-autocomplete': 'list',
            'aria-activedescendant': found.length === 0 ? undefined : optionId(active),
            spellCheck: false,
            autoComplete: 'off',
          },
        }}
        sx={{ px: 2, py: 1.25, fontSize: 15, borderBottom: 1, borderColor: 'divider', flex: 'none' }}
      />
      <Box
        id={listId}
        role="listbox"
        aria-label={text('palette.title')}
        sx={{ height: 380, overflowY: 'auto', py: 0.5 }}
      >
        {found.map((command, index) => (
          <CommandOption
            key={command.id}
            id={optionId(index)}
            command={command}
            active={index === active}
            onChoose={() => choose(command)}
            onPoint={() => setActive(index)}
          />
        ))}
      </Box>
      <Box
        role="status"
        sx={{
          px: 2,
          py: 0.75,
          borderTop: 1,
          borderColor: 'divider',
          fontSize: 12,
          color: 'text.secondary',
          flex: 'none',
        }}
      >
        {found.length === 0 ? text('palette.none', { query }) : text('palette.count', { count: found.length })}
      </Box>
    </>
  );
}
