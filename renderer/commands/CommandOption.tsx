import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useText } from '../i18n/language.ts';
import type { Command } from './command.ts';

interface CommandOptionProps {
  readonly id: string;
  readonly command: Command;
  readonly active: boolean;
  readonly onChoose: () => void;
  readonly onPoint: () => void;
}

/** One command of the palette: where it belongs, its name, its key; one that cannot be used says why. */
export function CommandOption({ id, command, active, onChoose, onPoint }: CommandOptionProps): ReactNode {
  const text = useText();
  const { group, title, values, keys, unavailable } = command;
  return (
    <Box
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={unavailable !== null}
      onClick={onChoose}
      onMouseMove={onPoint}
      sx={{
        display: 'flex',
        alignItems: 'baseline',
        gap: 1.5,
        px: 2,
        py: 0.625,
        cursor: unavailable === null ? 'pointer' : 'default',
        outline: active ? '2px solid' : 'none',
        outlineColor: 'primary.main',
        outlineOffset: -2,
        bgcolor: active ? 'action.hover' : 'transparent',
      }}
    >
      <Box component="span" sx={{ width: 132, flex: 'none', fontSize: 12, color: 'text.secondary' }}>
        {text(group)}
      </Box>
      <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ color: unavailable === null ? 'text.primary' : 'text.secondary' }}>
          {text(title, values)}
        </Box>
        {unavailable !== null && (
          <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'text.secondary' }}>
            {unavailable}
          </Box>
        )}
      </Box>
      {keys !== undefined && (
        <Box component="kbd" sx={{ fontSize: 12, fontFamily: 'inherit', color: 'text.secondary' }}>
          {keys}
        </Box>
      )}
    </Box>
  );
}
