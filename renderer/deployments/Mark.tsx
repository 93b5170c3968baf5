import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useId, type ReactNode } from 'react';

interface MarkProps {
  readonly label: string;
  readonly help: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A mark and what it does. */
export function Mark({ label, help, checked, disabled = false, onChange }: MarkProps): ReactNode {
  const helpId = useId();
  return (
    <Box>
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            checked={checked}
            disabled={disabled}
            onChange={(event) => onChange(event.target.checked)}
            slotProps={{ input: { 'aria-describedby': helpId } }}
            sx={{ py: 0.375 }}
          />
        }
        label={label}
      />
      <Box id={helpId} sx={{ ml: 3.5, fontSize: 12, color: 'text.secondary' }}>
        {help}
      </Box>
    </Box>
  );
}
