import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import { useId, type ReactNode } from 'react';

interface NounBoxProps {
  readonly label: string;
  /** What is to be known of it, in words. */
  readonly note?: string;
  readonly checked: boolean;
  readonly readOnly: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A box of a noun's form to tick, with what is to be known of it below. */
export function NounBox({ label, note, checked, readOnly, onChange }: NounBoxProps): ReactNode {
  const noteId = useId();
  return (
    <div>
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            checked={checked}
            disabled={readOnly}
            onChange={(event) => onChange(event.target.checked)}
            slotProps={{ input: { 'aria-describedby': note === undefined ? undefined : noteId } }}
            sx={{ py: 0.5 }}
          />
        }
        label={label}
      />
      {note !== undefined && (
        <FormHelperText id={noteId} sx={{ ml: 3.5, mt: -0.25 }}>
          {note}
        </FormHelperText>
      )}
    </div>
  );
}
