import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { AccessEdgeField } from '../../../shared/rules/access-edge.ts';
import { accessEdgeWords } from '../../components/access-edge-words.ts';
import { useText } from '../../i18n/language.ts';

interface EdgeBoxProps {
  readonly field: AccessEdgeField;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
  /** What is to be known of it, in words. */
  readonly note?: string;
  readonly disabled?: boolean;
}

/** A box to tick, with its label and what is to be known of it. */
export function EdgeBox({ field, ticked, onTick, note, disabled = false }: EdgeBoxProps): ReactNode {
  const text = useText();
  const noteId = useId();
  return (
    <Box>
      <FormControlLabel
        disabled={disabled}
        control={
          <Checkbox
            size="small"
            checked={ticked}
            onChange={(event) => onTick(event.target.checked)}
            slotProps={{ input: { 'aria-describedby': note === undefined ? undefined : noteId } }}
            sx={{ py: 0.4 }}
          />
        }
        label={text(accessEdgeWords[field])}
      />
      {note !== undefined && (
        <Typography
          id={noteId}
          variant="caption"
          component="p"
          sx={{ m: 0, pl: 3.5, mt: -0.25, color: 'text.secondary' }}
        >
          {note}
        </Typography>
      )}
    </Box>
  );
}
