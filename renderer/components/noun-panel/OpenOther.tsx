import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import type { NounTableRow } from './noun-subject.ts';

interface OpenOtherProps {
  readonly rows: readonly NounTableRow[];
  /** Who has what was typed, as the server writes it; null = nobody. */
  readonly identity: string | null;
  /** What it is called on the screen, where that is not its identity. */
  readonly name?: string;
  readonly onOpen: (row: NounTableRow) => void;
}

/** The way to the object that is in the way. What was typed is kept, and is there when its form is opened again. */
export function OpenOther({ rows, identity, name, onOpen }: OpenOtherProps): ReactNode {
  const text = useText();
  const row = identity === null ? undefined : rows.find((each) => each.identity === identity);
  if (row === undefined) return null;
  return (
    <Button onClick={() => onOpen(row)} sx={{ alignSelf: 'start', mt: -1, whiteSpace: 'normal', textAlign: 'left' }}>
      {text('table.open-other', { name: name ?? row.identity })}
    </Button>
  );
}
